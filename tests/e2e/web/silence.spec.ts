import { expect, test } from '../app.ts';
import { settled } from '../instant.ts';
import { alike, Pictures } from '../pictures.ts';
import type { Window } from '../window.ts';

const SYNCHRONOUS_ENDS = 12 * 3600;

async function instantIs(app: Window, at: number): Promise<void> {
  await expect(app.scrub).toHaveAttribute('aria-valuenow', String(at));
  expect((await settled(app)).at).toBe(at);
}

// In a browser: between a page and its socket somebody can keep what the host says.
test('a scrub is painted while the host keeps silent, and its answer changes nothing', async ({ app, context }) => {
  const page = await context.newPage();
  let silent = false;
  const kept: (() => void)[] = [];
  await page.routeWebSocket(/socket/, (socket) => {
    const server = socket.connectToServer();
    server.onMessage((message) => {
      if (silent) kept.push(() => socket.send(message));
      else socket.send(message);
    });
  });
  await page.goto(app.page.url());
  const deaf = app.on(page);
  await deaf.ready();
  await deaf.scrub.press('End');
  await instantIs(deaf, SYNCHRONOUS_ENDS);
  silent = true;
  await deaf.scrub.press('Home');
  await deaf.scrub.press('PageDown');
  await instantIs(deaf, 4320);
  const painted = await new Pictures(deaf, 'boards').image(0);
  await expect.poll(() => kept.length).toBeGreaterThan(0);
  silent = false;
  for (const give of kept) give();
  // The host has come along too, which the other page shows.
  await instantIs(app, 4320);
  await instantIs(deaf, 4320);
  expect(alike(await new Pictures(deaf, 'boards').image(0), painted)).toBe(true);
  await page.close();
});
