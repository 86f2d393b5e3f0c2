import { expect, test } from '../app.ts';
import { AppHost } from '../../support/app-host.ts';

test('a taken port means the next one, and Ctrl-C ends the host without an error', async ({ host }) => {
  const { port } = new URL(host.address);
  const second = await AppHost.start(['--port', port]);
  expect(Number(new URL(second.address).port)).not.toBe(Number(port));
  expect((await fetch(second.address)).status).toBe(200);
  expect((await fetch(second.address.replace(second.origin, host.origin))).status).toBe(403);
  expect(await second.stop()).toBe(0);
});
