// npm run fuzz -- --lines 100000 [--seed 7]: hostile use, as much of it as is asked for. Each option is handed to the
// tests in tests/fuzz as SIMUL_FUZZ_<OPTION>; a run in `npm test` has none and is short.
import { spawnSync } from 'node:child_process';
import { ensureOrExit, root } from './ensure.mjs';

/** @type {Record<string, string>} */
const asked = {};
const args = process.argv.slice(2);
for (let i = 0; i < args.length; i += 2) {
  const [option = '', value] = args.slice(i, i + 2);
  if (!/^--[a-z]+$/.test(option) || value === undefined || !/^-?\d+$/.test(value)) {
    process.stderr.write(`fuzz: ${option} ${value ?? ''} was given; it must be pairs of --option and whole number\n`);
    process.exit(2);
  }
  asked[`SIMUL_FUZZ_${option.slice(2).toUpperCase()}`] = value;
}
ensureOrExit();
const { status } = spawnSync('npx', ['vitest', 'run', 'tests/fuzz'], {
  cwd: root,
  stdio: 'inherit',
  env: { ...process.env, ...asked },
  shell: process.platform === 'win32',
});
process.exitCode = status ?? 1;
