/** Texts of the log. */
export const log = {
  title: 'Log',
  every: 'Every step',
  everyHelp: 'Also shows what the event loop does between two moves.',
  follow: 'Back to now',
  empty: 'Nothing has happened yet.',
  list: 'What has happened, latest first. Choose a line to go to that instant.',
};
