import { expect, test } from 'vitest';
import { soak } from './soak.ts';

/** SIMUL_SOAK_MINUTES asks for more: `npm run soak -- --minutes 60`. */
const minutes = Number(process.env['SIMUL_SOAK_MINUTES'] ?? 0.03);
const seed = Number(process.env['SIMUL_SOAK_SEED'] ?? 1);

test(
  'pages that come, call and go leave a host that still works, and that is the same as they are',
  async () => {
    const { broken, calls, compared, ...rest } = await soak(seed, minutes * 60_000, (line) => console.log(line));
    if (minutes >= 1) console.log({ calls, compared, ...rest });
    expect(broken).toEqual([]);
    expect([calls > 10, compared > 0]).toEqual([true, true]);
  },
  minutes * 60_000 + 120_000,
);
