/** What this start of the double was given. */
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CONFIG, configSchema } from './desktop-config.ts';

export const config = configSchema.parse(JSON.parse(process.env[CONFIG] ?? '{}'));

const FOLDER = '--user-data-dir=';

/** The profile's folder: as with Electron's own switch, else one that nobody else has. */
export const userData =
  process.argv.find((each) => each.startsWith(FOLDER))?.slice(FOLDER.length) ??
  mkdtempSync(join(tmpdir(), 'simul-user-'));

/** What the app is given: everything but Electron's own switches. */
export const appArguments = process.argv.slice(2).filter((each) => !each.startsWith('--'));
