/** Texts of the log. */
export const log = {
  title: 'Log',
  every: 'Every step',
  everyHelp: 'Also what the event loop does between two moves.',
  follow: 'Back to now',
  empty: 'Nothing has happened yet.',
  list: 'What has happened, the latest first. Choosing a line goes to that instant.',
};
