import { expect, test } from 'vitest';
import { browserCommand } from '../../electron/web/browser.ts';

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
