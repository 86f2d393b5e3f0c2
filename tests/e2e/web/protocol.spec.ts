import { expect, test } from '../app.ts';
import { settled } from '../instant.ts';
import { PROTOCOL_VERSION } from '../../../shared/protocol/calls.ts';
import type { AnswerMessage } from '../../../shared/protocol/calls.ts';
import { Caller } from '../../support/caller.ts';

/** Where the problems of a refused call are; null for a call that was taken. */
function refusedAt(answer: AnswerMessage): string[] | null {
  if (answer.ok) return null;
  for (const problem of answer.problems) expect(problem.message).not.toBe('');
  return answer.problems.map(({ path }) => path);
}

const EXHIBITION = { workload: 'exhibition' };
const LANES = [{ model: 'synchronous' }];

/** Calls that are wrong, and where the host finds what is wrong with them. */
const MALFORMED: readonly (readonly [string, unknown, readonly string[]])[] = [
  ['fly', {}, ['call']],
  ['toString', {}, ['call']],
  ['__proto__', {}, ['call']],
  ['seek', {}, ['args.at']],
  ['seek', { at: -1 }, ['args.at']],
  ['seek', { at: '12' }, ['args.at']],
  ['seek', { at: null }, ['args.at']],
  ['seek', [1], ['args']],
  ['seek', { at: 10, of: 'it' }, ['args.of']],
  ['play', { now: true }, ['args.now']],
  ['setPace', { pace: { kind: 'speed', speed: 0 } }, ['args.pace.speed']],
  ['setPace', { pace: { kind: 'speed', speed: 1e6 } }, ['args.pace.speed']],
  ['setPace', { pace: { kind: 'whole', seconds: 0.5 } }, ['args.pace.seconds']],
  ['setPace', { pace: { kind: 'backwards' } }, ['args.pace.kind']],
  ['step', { lane: 7 }, ['lane']],
  ['step', { lane: -1 }, ['args.lane']],
  ['edit', { path: 'master' }, ['args.value']],
  ['edit', { path: 'master', value: -5 }, ['params.master']],
  ['edit', { path: 'master', value: 'quick' }, ['params.master']],
  ['edit', { path: 'queen', value: 9 }, ['params.queen']],
  ['edit', { path: '__proto__.polluted', value: 1 }, ['path']],
  ['edit', { path: '', value: 9 }, ['args.path']],
  ['open', { scenario: { workload: 'draughts' }, lanes: LANES }, ['workload']],
  ['open', { scenario: EXHIBITION, lanes: [] }, ['args.lanes']],
  ['open', { scenario: EXHIBITION, lanes: [...LANES, ...LANES, ...LANES, ...LANES, ...LANES] }, ['args.lanes']],
  ['open', { scenario: EXHIBITION, lanes: [{ model: 'quantum' }] }, ['lanes.0.model']],
  ['open', { scenario: { ...EXHIBITION, params: { boards: 0 } }, lanes: LANES }, ['params.boards']],
  ['open', { scenario: { ...EXHIBITION, params: { boards: 1e9 } }, lanes: LANES }, ['params.boards']],
  ['open', { scenario: { ...EXHIBITION, version: 99 }, lanes: LANES }, ['version']],
  ['hello', { version: PROTOCOL_VERSION + 1 }, ['version']],
  ['undo', {}, ['undo']],
];

test('an unknown or malformed call is answered with its problems and changes nothing on screen', async ({
  app,
  other,
}) => {
  await other.call('seek', { at: 1234 });
  await expect(app.scrub).toHaveAttribute('aria-valuetext', '0:20:34');
  const { picture: before } = await settled(app);
  const saved = await other.call('save');
  const answers: unknown[] = [];
  for (const [call, args] of MALFORMED) answers.push([call, args, refusedAt(await other.call(call, args))]);
  expect(answers).toEqual(MALFORMED);
  expect(await other.call('save')).toMatchObject({ value: (saved as { value?: unknown }).value });
  expect(await app.picture()).toEqual(before);
  // And the session goes on.
  await app.page.keyboard.press('ArrowRight');
  await expect.poll(() => app.picture()).not.toEqual(before);
});

test('what is no call at all is answered with a problem, and the connection lives on', async ({ other }) => {
  for (const message of ['', 'null', '[]', '7', '{', '"play"', '{"type":"call"}', '{"type":"answer","id":1}']) {
    expect(refusedAt(await other.raw(message)), message).toEqual(['message']);
  }
  expect(refusedAt(await other.raw(Uint8Array.of(1, 2, 3)))).toEqual(['message']);
  expect(await other.call('pause')).toMatchObject({ ok: true });
});

test('nobody is told anything before a hello in the same version', async ({ host }) => {
  const silent = await Caller.open(host.socket, host.origin, { hello: false });
  expect(refusedAt(await silent.call('play'))).toEqual(['call']);
  expect(refusedAt(await silent.call('hello', { version: '1' }))).toEqual(['version']);
  expect(refusedAt(await silent.call('save'))).toEqual(['call']);
  expect([silent.session, silent.frame]).toEqual([null, null]);
  silent.close();
});

test('a second client steers the same session', async ({ app, other }) => {
  await other.call('seek', { at: 600 });
  await expect(app.clock(app.asynchronous)).toHaveText('0:10:00');
  await expect(app.clock(app.synchronous)).toHaveText('0:10:00');
  await app.scrubTo(0.5);
  await other.until(({ clock }) => clock !== null && clock.at > 20_000 && clock.at < 23_200);
  await other.call('open', {
    scenario: { workload: 'exhibition', params: { boards: 6, pairMoves: 10 } },
    lanes: [{ model: 'asynchronous' }, { model: 'threads', workers: 3 }],
  });
  await expect(app.boardsViews.nth(1)).toHaveAccessibleName(/3 threads/);
  await expect(app.boardsOf(app.boardsViews.first())).toHaveCount(6);
  await other.call('play');
  await expect(app.page.getByRole('button', { name: 'Pause', exact: true })).toBeVisible();
});

test('a second page shows the same instant and follows the first', async ({ app, host, context }) => {
  const page = await context.newPage();
  await page.goto(host.address);
  const second = app.on(page);
  await second.ready();
  await app.scrubTo(0.4);
  await expect(app.scrub).not.toHaveAttribute('aria-valuetext', '0:00:00');
  const { scrub } = await app.picture();
  await expect(second.scrub).toHaveAttribute('aria-valuetext', scrub);
  await page.keyboard.press('ArrowRight');
  await expect(app.scrub).not.toHaveAttribute('aria-valuetext', scrub);
  await expect(async () => expect(await second.picture()).toEqual(await app.picture())).toPass();
});
