/** Texts of theory beside what was measured, in charts. */
export const theory = {
  lines: { theory: '{lane}, theory', little: '{lane}, λ · W', utilisation: '{lane}, X · S' },
  /** Beside the title, where such lines are drawn. */
  hints: { theory: 'dashed: theory', little: 'thin: λ · W so far', utilisation: 'thin: X · S so far' },
  by: {
    exact: 'closed form',
    means: 'every amount at its mean',
    'finite-source': 'machine-repair model, steady state',
    mm1: 'M/M/1, steady state',
    mmc: 'M/M/c, steady state',
    amdahl: 'Amdahl’s law',
  },
  says: '{lane}: {measured} measured, {theory} in theory ({by}).',
  agrees: 'They agree.',
  open: 'The run is not over.',
  because: {
    exact: 'The closed form is of the whole run, its start and end included.',
    means: 'Random amounts make the difference.',
    'finite-source': 'Start and end of the run, and chance, make the difference.',
    mm1: 'A run that starts and ends with an empty queue, and chance, make the difference.',
    mmc: 'A run that starts and ends with an empty queue, and chance, make the difference.',
    amdahl: 'The law lets nothing overlap the serial part; here one thread works while the others wait.',
  },
  none: 'No theory is drawn. {why}',
  noneFor: 'No theory is drawn for {lanes}. {why}',
  law: {
    little: {
      holds: '{lane}: Little’s law holds. λ · W = {rate} a minute × {wait} = {product}, and L = {number}.',
      off: '{lane}: by Little’s law λ · W = {rate} a minute × {wait} = {product}; L = {number}. The waits of {present} that still wait are in L and not in W.',
    },
    utilisation: {
      holds: '{lane}: the utilisation law holds. X · S = {rate} works a minute × {service} = {product}, and U = {use}.',
      off: '{lane}: by the utilisation law X · S = {rate} works a minute × {service} = {product}; U = {use}. What is under way ({works:work|works}) is in U and not in X.',
    },
  },
  meanLine: 'mean in theory',
};
