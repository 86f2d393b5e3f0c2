import { availableParallelism } from 'node:os';
import { resolve } from 'node:path';
import { defineConfig } from '@playwright/test';
import { findChromium, portArgument } from '../support/chromium.ts';
import { findElectron } from '../support/electron-binary.ts';
import { freePort } from '../support/free-port.ts';
import type { AppOptions } from './app.ts';

const root = resolve(import.meta.dirname, '../..');
const hasElectron = 'program' in findElectron();
const chromium = await findChromium();

/** SIMUL_E2E=all: every test of the page in a browser too. `npm test` shows each of them once, in the desktop app. */
const all = process.env['SIMUL_E2E'] === 'all';
/** Tests of the page that a browser may answer differently: its own keys, storage and downloads. */
const ALSO_IN_A_BROWSER = ['changes', 'keyboard', 'lanes', 'theme'].map((name) => `page/${name}.spec.ts`);

export default defineConfig<AppOptions>({
  testDir: import.meta.dirname,
  outputDir: resolve(root, 'test-results/page'),
  // A test waits more than it works: three of them keep two processors busy.
  workers: availableParallelism() + 1,
  fullyParallel: true,
  forbidOnly: true,
  // What fails once is broken: the test, or what it tests.
  retries: 0,
  timeout: 30_000,
  expect: { timeout: 10_000 },
  reporter: [['list'], ['json', { outputFile: resolve(root, 'test-results/page.json') }]],
  use: {
    viewport: { width: 1280, height: 800 },
    colorScheme: 'light',
    locale: 'en-GB',
    timezoneId: 'UTC',
    launchOptions: chromium,
    trace: 'off',
  },
  projects: [
    {
      // The built shell and its preload, over the messages that Electron has, with a double of Electron itself.
      name: 'double',
      use: {
        shell: 'double',
        idles: false,
        launchOptions: { ...chromium, args: [...chromium.args, portArgument(await freePort())] },
      },
      testMatch: ['page/*.spec.ts', 'shell/*.spec.ts'],
    },
    {
      name: 'browser',
      use: { shell: 'browser' },
      testMatch: ['web/*.spec.ts', ...(all ? ['page/*.spec.ts'] : ALSO_IN_A_BROWSER)],
    },
    {
      name: 'electron',
      use: { shell: 'electron' },
      testMatch: hasElectron ? 'page/*.spec.ts' : 'electron.skipped.ts',
    },
  ],
});
