/**
 * A strict double of Electron's program: `node out/double/index.js FOLDER`, as `electron FOLDER`. It loads the built
 * shell as it is, gives it a module `electron` with just the members in use, and shows each window as a page of a real
 * Chromium, the real preload in a world of its own. What is between page and shell is real; windows, menus, dialogs and
 * displays are kept in mind, and a test looks at them and uses them by orders (orders.ts).
 *
 * What it cannot show: how a window, a menu or a dialog looks, and what Electron itself does wrong.
 */
import { readFileSync } from 'node:fs';
import { register } from 'node:module';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { theApp } from './app.ts';
import { appArguments, config } from './config.ts';
import { obey } from './orders.ts';

const folder = resolve(appArguments[0] ?? '.');
process.chdir(folder);
register(new URL('./hooks.js', import.meta.url));
obey();
const { main } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as { main: string };
await import(pathToFileURL(resolve(folder, config.main ?? main)).href);
await theApp.begin();
