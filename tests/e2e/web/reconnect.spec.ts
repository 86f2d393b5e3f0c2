import { readFile } from 'node:fs/promises';
import { AppHost } from '../../support/app-host.ts';
import { freePort } from '../../support/free-port.ts';
import { expect, test } from '../app.ts';
import { settled } from '../instant.ts';
import { Window } from '../window.ts';

test('a reload comes back to the same instant, paused as it was', async ({ app }) => {
  await app.seek('PageDown');
  await app.seek('ArrowRight');
  await expect(app.scrub).toHaveAttribute('aria-valuetext', '1:19:12');
  const { picture: before } = await settled(app);
  await app.page.reload();
  await app.ready();
  expect((await settled(app)).picture).toEqual(before);
});

test('a lost connection is told, everything stays in sight, and the page comes back to the same instant', async ({
  app,
  host,
  complaints,
}) => {
  await app.arrived();
  await app.seek('ArrowRight');
  await expect(app.scrub).toHaveAttribute('aria-valuenow', '432');
  const { picture: before } = await settled(app);
  await host.drop();
  await expect(app.button('Play')).toBeEnabled();
  await expect(app.page.getByTestId('lost')).toHaveCount(0);
  expect((await settled(app)).picture).toEqual(before);
  await app.button('Step').click();
  await expect(app.scrub).toHaveAttribute('aria-valuetext', '0:07:15');
  // The browser may write the loss into its console by itself.
  expect(complaints.splice(0).filter((each) => !each.includes('WebSocket'))).toEqual([]);
});

test('while it plays, a lost connection holds the clock and playing goes on from there', async ({
  app,
  host,
  complaints,
}) => {
  await app.arrived();
  await app.button('Play').click();
  await expect(app.scrub).not.toHaveAttribute('aria-valuetext', '0:00:00');
  const before = (await app.picture()).scrub;
  await host.drop();
  await expect(app.button('Pause')).toBeEnabled();
  await expect(app.scrub).not.toHaveAttribute('aria-valuetext', before);
  const { scrub } = await app.picture();
  expect(scrub > before).toBe(true);
  expect(complaints.splice(0).filter((each) => !each.includes('WebSocket'))).toEqual([]);
});

test('a host that is gone for good is told in words, and the last picture stays', async ({ app, host, complaints }) => {
  await app.arrived();
  await app.seek('ArrowRight');
  await expect(app.scrub).toHaveAttribute('aria-valuenow', '432');
  const { picture: before } = await settled(app);
  await host.stop();
  await expect(app.page.getByTestId('lost')).toHaveText(/The connection was lost/);
  await expect(app.button('Play')).toBeDisabled();
  expect(await app.picture()).toEqual(before);
  // The page goes on trying, and each try is a complaint.
  await app.page.close();
  expect(complaints.splice(0).filter((each) => !each.includes('WebSocket'))).toEqual([]);
});

test('after kill -9 the page saves what it shows, and the host that is started again gets it back and agrees on it', async ({
  page,
  complaints,
}, info) => {
  const state = info.outputPath('state');
  const port = String(await freePort());
  const first = await AppHost.start(['--port', port], state);
  await page.goto(first.address);
  const app = new Window(page);
  await app.ready();
  // The programs come last by themselves, and first where somebody asks for them.
  await app.arrived();
  await page.keyboard.press('o');
  const programs = page.getByRole('dialog', { name: 'Programs' });
  await programs.getByRole('button', { name: 'A dozen', exact: true }).click();
  await expect(programs).toHaveCount(0);
  // What was on screen stays until the code of the next program is there.
  await expect(app.laneHeader('Taking turns')).toBeVisible();
  await app.seek('PageDown');
  await expect(app.scrub).not.toHaveAttribute('aria-valuenow', '0');
  const before = await app.picture();

  await first.kill();
  await expect(page.getByTestId('lost')).toBeVisible();
  await app.open('Parameters');
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Save scenario' }).click();
  const saved = JSON.parse(await readFile(await (await download).path(), 'utf8')) as { scenario: { workload: string } };
  expect(saved.scenario.workload).toBe('chained');
  await page.keyboard.press('Escape');

  // The page compares what it shows with what the host has computed, and both have the same.
  const checked: string[] = [];
  page.on('websocket', (socket) =>
    socket.on('framesent', ({ payload }) => checked.push(...(String(payload).includes('"check"') ? ['check'] : []))),
  );
  const second = await AppHost.start(['--port', port], state);
  expect(second.address).toBe(first.address);
  await expect(page.getByTestId('lost')).toHaveCount(0);
  await expect.poll(() => app.picture()).toEqual(before);
  await expect.poll(() => checked.length).toBeGreaterThan(0);
  await expect(page.getByText('This page differs')).toHaveCount(0);
  // A page that is open goes on looking for its host, and the browser writes that down.
  await page.close();
  await second.stop();
  expect(complaints.splice(0).filter((each) => !/WebSocket|ERR_CONNECTION/.test(each))).toEqual([]);
});
