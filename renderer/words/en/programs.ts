/** Texts of the dialog in which programs are chosen. */
export const programs = {
  title: 'Programs',
  tabs: { programs: 'Programs', mistakes: 'Mistakes' },
  onScreen: 'on screen',
  presets: 'Presets of {title}',
  open: 'Open {title}',
  asItIs: 'as it comes',
  close: 'Close the programs',
};
