// npm run screenshots: builds, then runs the built program that takes screenshots and compares them; arguments are its.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { ensureOrExit, root } from './ensure.mjs';

ensureOrExit();
const entry = join(root, 'out/screenshots/index.js');
if (existsSync(entry)) {
  await import(pathToFileURL(entry).href);
} else {
  process.stderr.write('simul: there are no screenshots in this checkout\n');
  process.exitCode = 1;
}
