#!/usr/bin/env node
// The command line: brings the build up to date, then hands over to it. out/cli/index.js runs when it is imported.
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { ensureOrExit, root } from '../scripts/ensure.mjs';

ensureOrExit();
await import(pathToFileURL(join(root, 'out/cli/index.js')).href);
