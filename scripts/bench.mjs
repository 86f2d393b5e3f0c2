// npm run bench: builds, then runs the built benchmarks; arguments are theirs.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { ensureOrExit, root } from './ensure.mjs';

ensureOrExit();
const entry = join(root, 'out/bench/index.js');
if (existsSync(entry)) {
  await import(pathToFileURL(entry).href);
} else {
  process.stderr.write('simul: there are no benchmarks in this checkout\n');
  process.exitCode = 1;
}
