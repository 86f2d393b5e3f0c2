/** Texts of exported stages. */
export const stages = {
  title: '{title}, {at}',
  over: 'over',
};
