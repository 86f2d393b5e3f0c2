/** What the window says of the program itself. */
export const about = {
  title: 'About Simul',
  version: 'Version {version}, under the MIT licence.',
  nothing: 'Simul sends nothing anywhere and needs no network.',
  made: 'It is made with these packages, each under its own licence:',
  entry: '{name} {version}: {licence}',
  missing: 'The licences cannot be read: {reason}',
  close: 'Close',
};
