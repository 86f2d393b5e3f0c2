import { expect, test } from '../app.ts';
import { settled } from '../instant.ts';

test('a reload comes back to the same instant, paused as it was', async ({ app }) => {
  await app.scrub.press('PageDown');
  await app.scrub.press('ArrowRight');
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
  await app.scrub.press('ArrowRight');
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
  await app.scrub.press('ArrowRight');
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
