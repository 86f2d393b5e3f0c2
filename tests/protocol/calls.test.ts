import { expect, test } from 'vitest';
import { Host } from '../../electron/host/host.ts';
import { callSchemas } from '../../shared/protocol/calls.ts';
import { transportPair } from '../support/transport-pair.ts';
import type { Problem } from '../../shared/scenario/problem.ts';
import { HandClock } from '../support/hand-clock.ts';
import { exhibition, exhibitionOf } from '../support/sessions.ts';
import { TestPage } from '../support/test-page.ts';

function page(): { page: TestPage; clock: HandClock; send: (text: string | Uint8Array<ArrayBuffer>) => void } {
  const clock = new HandClock();
  const workers = { jobs: 1, work: async function* () {} };
  const host = new Host({ workloads: [exhibition], start: exhibitionOf({ boards: 3 }), clock, workers });
  const [here, there] = transportPair((deliver) => clock.schedule(0, deliver));
  host.connect(there);
  const page = new TestPage(here);
  page.hello();
  page.call('seek', { at: 100 });
  page.call('edit', { path: 'opponent', value: 40 });
  page.call('play');
  clock.advance(1000);
  return { page, clock, send: (text) => here.send(text) };
}

const speed = 'a number from 0.1 to 100000';
const lane = 'the number of a lane, from 0';
const seconds = 'a number of seconds from 1 to 86400';
const instant = 'a number of virtual seconds, at least 0';
const kinds = 'a pace: speed, fastest or whole';
const many = Array(5).fill({ model: 'threads' });
const amount = /^a number from 0 to 1000000/;

/** A call that cannot be done, and where it goes wrong: path, value and limit of the first problem. */
const bad: [call: string, args: unknown, path: string, value: unknown, limit: string | RegExp][] = [
  ['dance', undefined, 'call', 'dance', `one of ${Object.keys(callSchemas).join(', ')}`],
  ['toString', undefined, 'call', 'toString', /^one of /],
  ['play', { fast: true }, 'args.fast', true, 'no arguments'],
  ['pause', 7, 'args', 7, 'no arguments'],
  ['restart', null, 'args', null, 'no arguments'],
  ['undo', [], 'args', [], 'no arguments'],
  ['redo', [], 'args', [], 'no arguments'],
  ['save', 'now', 'args', 'now', 'no arguments'],
  ['seek', undefined, 'args', undefined, 'an object with at'],
  ['seek', {}, 'args.at', undefined, instant],
  ['seek', { at: -1 }, 'args.at', -1, instant],
  ['seek', { at: '5' }, 'args.at', '5', instant],
  ['seek', { at: null }, 'args.at', null, instant],
  ['seek', { at: 5, to: 6 }, 'args.to', 6, 'an object with at'],
  ['experiment', {}, 'args.spec', undefined, 'an experiment'],
  ['experiment', { spec: {}, sure: 1 }, 'args.sure', 1, 'true or false'],
  ['experiment', { spec: {} }, 'workload', undefined, 'the name of a program'],
  ['openPoint', { spec: {}, point: -1, replication: 0, lane: 0 }, 'args.point', -1, 'the number of a point, from 0'],
  ['cancelExperiment', 1, 'args', 1, 'no arguments'],
  ['step', { lane: -1 }, 'args.lane', -1, lane],
  ['step', { lane: 0.5 }, 'args.lane', 0.5, lane],
  ['step', { lane: 2 }, 'lane', 2, '0 to 1'],
  ['stepBack', { lane: 'first' }, 'args.lane', 'first', lane],
  ['stepBack', { lane: 9 }, 'lane', 9, '0 to 1'],
  ['setPace', { pace: 60 }, 'args.pace', 60, kinds],
  ['setPace', { pace: { kind: 'slow' } }, 'args.pace.kind', 'slow', kinds],
  ['setPace', { pace: { kind: 'speed' } }, 'args.pace.speed', undefined, speed],
  ['setPace', { pace: { kind: 'speed', speed: 0.05 } }, 'args.pace.speed', 0.05, speed],
  ['setPace', { pace: { kind: 'speed', speed: 100_001 } }, 'args.pace.speed', 100_001, speed],
  ['setPace', { pace: { kind: 'whole', seconds: 0 } }, 'args.pace.seconds', 0, seconds],
  ['setPace', { pace: { kind: 'whole', seconds: 1e9 } }, 'args.pace.seconds', 1e9, seconds],
  ['setPace', { pace: { kind: 'fastest', speed: 3 } }, 'args.pace.speed', 3, 'an object with kind'],
  ['ack', { packet: -1 }, 'args.packet', -1, 'the number of a packet, at least 0'],
  ['ack', { packet: 'last' }, 'args.packet', 'last', 'the number of a packet, at least 0'],
  ['edit', { value: 3 }, 'args.path', undefined, 'text'],
  ['edit', { path: '', value: 3 }, 'args.path', '', 'the path of a parameter'],
  ['edit', { path: 'master', value: 'half-typed' }, 'params.master', 'half-typed', amount],
  ['edit', { path: 'master' }, 'args.value', undefined, 'a value'],
  ['edit', { path: 'boards', value: 0 }, 'params.boards', 0, 'a whole number from 1 to 10000'],
  ['edit', { path: 'bords', value: 3 }, 'params.bords', 3, /^one of the parameters boards, /],
  ['edit', { path: 'constructor', value: 3 }, 'path', 'constructor', 'names of parameters with dots between them'],
  ['open', { scenario: { workload: 'exhibition' } }, 'args.lanes', undefined, '1 to 4 lanes'],
  ['open', { scenario: { workload: 'exhibition' }, lanes: [] }, 'args.lanes', [], '1 to 4 lanes'],
  ['open', { scenario: { workload: 'exhibition' }, lanes: many }, 'args.lanes', many, '1 to 4 lanes'],
  ['open', { scenario: 'exhibition', lanes: [{ model: 'threads' }] }, 'args.scenario', 'exhibition', 'a scenario'],
  [
    'open',
    { scenario: { workload: 'chess' }, lanes: [{ model: 'threads' }] },
    'workload',
    'chess',
    'one of exhibition',
  ],
  ['open', { scenario: { workload: 'exhibition', version: 2 }, lanes: [{ model: 'threads' }] }, 'version', 2, /^1, /],
  ['open', { scenario: { workload: 'exhibition' }, lanes: [{ model: 'fast' }] }, 'lanes.0.model', 'fast', /^one of /],
  ['hello', {}, 'args.version', undefined, 'the version of the protocol'],
  ['hello', { version: 2 }, 'version', 2, '1, the version this host speaks'],
  ['hello', { version: '1' }, 'version', '1', '1, the version this host speaks'],
];

test.each(bad)('%s with %j is refused', (call, args, path, value, limit) => {
  const { page: it, clock } = page();
  it.call('pause');
  clock.advance(100);
  const before = JSON.stringify([it.session, it.clock]);
  const sent = it.frames.length;
  it.send({ type: 'call', id: 77, call, ...(args === undefined ? {} : { args }) });
  clock.advance(100);
  const answer = it.answers.get(77);
  expect(answer).toMatchObject({ ok: false });
  const [first] = (answer as unknown as { problems: Problem[] }).problems;
  // JSON knows no undefined: what was not given is left out.
  expect(first).toEqual({
    path,
    ...(value === undefined ? {} : { value }),
    limit: expect.stringMatching(limit) as string,
    message: expect.any(String) as string,
  });
  if (typeof limit === 'string') expect(first!.limit).toBe(limit);
  expect(first!.message).toMatch(new RegExp(`^${path.replaceAll('.', '\\.')}: .* it must be `));
  expect(JSON.stringify([it.session, it.clock])).toBe(before);
  expect(it.frames.length).toBe(sent);
});

test.each<[name: string, message: string | Uint8Array<ArrayBuffer>, limit: RegExp]>([
  ['bytes', Uint8Array.of(1, 2, 3), /a call as JSON text/],
  ['no JSON', 'play!', /a call as JSON text/],
  ['nothing', '', /a call as JSON text/],
  ['null', 'null', /an object with type "call"/],
  ['a list', '[]', /an object with type "call"/],
  ['a call without a number', '{"type":"call","call":"play"}', /an object with type "call"/],
  ['a push', '{"type":"packet","id":1}', /an object with type "call"/],
  ['a call that is too long', `"${'x'.repeat(1 << 21)}"`, /at most 2097152 characters/],
])('%s is answered with what was expected, and plays on', (_, message, limit) => {
  const { page: it, clock, send } = page();
  send(message);
  clock.advance(100);
  const answer = it.answers.get(-1);
  expect(answer).toMatchObject({
    ok: false,
    problems: [{ path: 'message', limit: expect.stringMatching(limit) as string }],
  });
  expect(it.clock).toMatchObject({ playing: true });
});

test('every call that is right is done, or answered by what it is asked for', () => {
  const { page: it, clock } = page();
  const spec = { workload: 'exhibition', over: [{ path: 'boards', from: 1, to: 2 }] };
  const right: Record<string, unknown> = {
    hello: { version: 1 },
    open: { scenario: { workload: 'exhibition', seed: '7' }, lanes: [{ model: 'threads', workers: 4 }] },
    edit: { path: 'master', value: { kind: 'uniform', low: 1, high: 2 } },
    setPace: { pace: { kind: 'whole', seconds: 30 } },
    seek: { at: 50 },
    step: { lane: 0 },
    experiment: { spec },
    openPoint: { spec, point: 1, replication: 0, lane: 0 },
    ack: { packet: 0 },
  };
  const refused = Object.keys(callSchemas).filter((call, index) => {
    const id = 1000 + index;
    it.send({ type: 'call', id, call, args: right[call] });
    clock.advance(50);
    return call === 'ack' ? it.answers.has(id) : it.answers.get(id)?.ok !== true;
  });
  expect(refused).toEqual([]);
});

const nest = `${'['.repeat(50_000)}${']'.repeat(50_000)}`;
const numbers = (count: number) => JSON.stringify(Array.from({ length: count }, () => 1));
const names = (count: number) =>
  JSON.stringify(Object.fromEntries(Array.from({ length: count }, (_, n) => [`p${n}`, 1])));

test.each<[name: string, args: string, path: string, limit: string]>([
  ['a nest that is too deep', `{"at":${nest}}`, 'args.at.0.0', 'at most 32 levels deep'],
  ['too long a list', `{"at":${numbers(25_001)}}`, 'args.at', 'a list of at most 25000 entries'],
  ['too broad an object', `{"at":{"x":${names(257)}}}`, 'args.at.x', 'an object of at most 256 fields'],
])('%s is refused before it is read, by the path that leads to it', (_, args, path, limit) => {
  const { page: it, clock, send } = page();
  send(`{"type":"call","id":5,"call":"seek","args":${args}}`);
  clock.advance(100);
  const answer = it.answers.get(5) as unknown as { ok: boolean; problems: Problem[] };
  expect([answer.ok, answer.problems.map((each) => [each.path, each.limit])]).toEqual([false, [[path, limit]]]);
});

test.each<[name: string, args: object, told: number, last: string]>([
  ['200 unknown arguments', JSON.parse(names(200)) as object, 21, 'and 181 more'],
  ['a value of 25,000 entries', { at: JSON.parse(numbers(25_000)) as unknown }, 1, ''],
  ['a value of 100,000 characters', { at: 'x'.repeat(100_000) }, 1, ''],
])('%s are answered in few and short words', (_, args, told, last) => {
  const { page: it, clock } = page();
  it.send({ type: 'call', id: 77, call: 'seek', args });
  clock.advance(100);
  const { problems } = it.answers.get(77) as unknown as { problems: Problem[] };
  if (last !== '') expect(problems.at(-1)!.message).toMatch(last);
  expect([problems.length, JSON.stringify(problems).length < 5000]).toEqual([told, true]);
});
