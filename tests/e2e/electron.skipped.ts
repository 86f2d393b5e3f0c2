import { test } from '@playwright/test';
import { findElectron } from '../support/electron-binary.ts';

// Stands for the whole project where it cannot run, so that nobody takes its silence for success.
const found = findElectron();
const lack = 'lack' in found ? found.lack : 'it can be started';

test.skip(`the same page in Electron's window: skipped, for ${lack}`, () => {});
