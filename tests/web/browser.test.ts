import { expect, test } from 'vitest';
import { browserCommand, windowCommand } from '../../electron/web/browser.ts';

const address = 'http://127.0.0.1:4700/?token=x';

test.each([
  ['linux', { DISPLAY: ':0' }, ['xdg-open', address]],
  ['linux', { WAYLAND_DISPLAY: 'wayland-0' }, ['xdg-open', address]],
  ['linux', {}, null],
  ['linux', { DISPLAY: '' }, null],
  ['linux', { DISPLAY: ':0', CI: 'true' }, null],
  ['darwin', {}, ['open', address]],
  ['darwin', { CI: '1' }, null],
  ['win32', {}, ['cmd', '/c', 'start', '', address]],
] as const)('on %s with %j the browser is opened by %j', (platform, env, command) => {
  expect(browserCommand(address, { platform, env })).toEqual(command);
});

test.each([
  ['linux', { DISPLAY: ':0', PATH: '/a:/b' }, '/b/chromium'],
  ['darwin', {}, '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge'],
  ['linux', { PATH: '/a:/b' }, null],
  ['linux', { DISPLAY: ':0', PATH: '/a' }, null],
  ['darwin', { CI: '1' }, null],
] as const)('on %s with %j a window of its own is opened by %s', (platform, env, program) => {
  const installed = ['/b/chromium', '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge'];
  const command = windowCommand(address, '/state/browser', { platform, env }, (path) => installed.includes(path));
  const args = ['--no-first-run', '--no-default-browser-check'];
  expect(command).toEqual(
    program === null ? null : [program, `--app=${address}`, '--user-data-dir=/state/browser', ...args],
  );
});
