/** Texts of the gallery of mistakes, and of a pair that shows one. */
export const gallery = {
  open: 'Show “{title}” beside the right program',
  onScreen: 'on screen',
  changed: ['no line changed', '1 line changed', '{count} lines changed'] as const,
  difference: 'Difference from wrong to right',
  /** A line of the difference, and a lane of the pair. */
  sides: { wrong: 'wrong', right: 'right' },
  right: 'As it should be',
  /** On the scrub bar, where the timelines part. */
  part: 'first difference',
  divergesAt: 'first difference {at}',
  notYet: 'So far both lanes do the same.',
  band: 'The mistake on screen',
  told: '{title}: {sentence} {cost}',
};
