import { resolve } from 'node:path';
import { defineConfig } from '@playwright/test';
import { findChromium, portArgument } from '../support/chromium.ts';
import { findElectron } from '../support/electron-binary.ts';
import { freePort } from '../support/free-port.ts';
import type { AppOptions } from './app.ts';

const root = resolve(import.meta.dirname, '../..');
const hasElectron = 'program' in findElectron();
const chromium = await findChromium();

export default defineConfig<AppOptions>({
  testDir: import.meta.dirname,
  outputDir: resolve(root, 'test-results/page'),
  // A test waits more than it works: two of them keep two processors busy.
  workers: 2,
  fullyParallel: false,
  forbidOnly: true,
  // A key pressed while a loaded machine still opens a menu is lost; what fails three times is broken.
  retries: 2,
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
    { name: 'browser', use: { shell: 'browser' }, testMatch: ['page/*.spec.ts', 'web/*.spec.ts'] },
    {
      // The built shell and its preload, over the messages that Electron has, with a double of Electron itself.
      name: 'double',
      use: {
        shell: 'double',
        launchOptions: { ...chromium, args: [...chromium.args, portArgument(await freePort())] },
      },
      // What only the shell has; with SIMUL_DOUBLE=all every test of the page goes over its messages too.
      testMatch: process.env['SIMUL_DOUBLE'] === 'all' ? ['page/*.spec.ts', 'shell/*.spec.ts'] : 'shell/*.spec.ts',
    },
    {
      name: 'electron',
      use: { shell: 'electron' },
      testMatch: hasElectron ? 'page/*.spec.ts' : 'electron.skipped.ts',
    },
  ],
});
