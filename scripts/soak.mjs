// npm run soak -- --minutes 60 [--seed 7]: a host in use for so long. In `npm test` it is two seconds.
import { spawnSync } from 'node:child_process';
import { ensureOrExit, root } from './ensure.mjs';

/** @type {Record<string, string>} */
const asked = { SIMUL_SOAK_MINUTES: '60' };
const args = process.argv.slice(2);
for (let place = 0; place < args.length; place += 2) {
  const [option = '', value = ''] = args.slice(place, place + 2);
  if ((option !== '--minutes' && option !== '--seed') || !/^\d+(\.\d+)?$/.test(value)) {
    process.stderr.write(`soak: ${option} ${value} was given; it must be --minutes or --seed, and a number\n`);
    process.exit(2);
  }
  asked[`SIMUL_SOAK_${option.slice(2).toUpperCase()}`] = value;
}
ensureOrExit({ only: 'install' });
const vitest = ['node_modules/vitest/vitest.mjs', 'run', 'tests/fuzz/soak.test.ts', '--disable-console-intercept'];
const { status } = spawnSync(process.execPath, vitest, {
  cwd: root,
  stdio: 'inherit',
  env: { ...process.env, ...asked },
});
process.exitCode = status ?? 1;
