// A run of which the page holds a sample: its figures are those of every event, added up by the host while it ran.
import { expect, test } from 'vitest';
import { Publisher } from '../../electron/session/publisher.ts';
import { Session } from '../../electron/session/session.ts';
import { workloads } from '../../electron/workloads/registry.ts';
import { figuresOf, sampledNote } from '../../renderer/charts/compare/rows.ts';
import { chartOf } from '../../renderer/charts/kinds/index.ts';
import { LaneStore } from '../../renderer/stores/lane.svelte.ts';
import { ComparisonFold } from '../../shared/fold/comparison.ts';
import { decodePacket } from '../../shared/protocol/packet.ts';
import { laneFigures } from '../../renderer/views/lane-figures.ts';
import { lawsAt } from '../../renderer/charts/theory.ts';
import type { AnyKind } from '../../renderer/stage/kit/kind.ts';
import { boards } from '../../renderer/stage/boards/boards.ts';
import { queue } from '../../renderer/stage/queue/queue.ts';
import { requests } from '../../renderer/stage/requests/requests.ts';
import { countedText } from '../../renderer/stage/titles.ts';
import { percentText } from '../../renderer/words/numbers.ts';
import { runFigures } from '../support/run-figures.mjs';
import { settle } from '../support/sessions.ts';
import { entryOf, viewAt } from './lanes.ts';

const asked = (workload: string, params: object) => ({
  scenario: { workload, params },
  lanes: [{ model: 'asynchronous' as const }],
});

/** A page's lane of a session, with what the host has told of it up to now. */
function told(publisher: Publisher, lane: LaneStore): { wholes: number } {
  let wholes = 0;
  for (let bytes = publisher.next(); bytes !== null; bytes = publisher.next()) {
    const { header, events } = decodePacket(bytes);
    publisher.acknowledge(header.packet);
    if (header.lanes[0]!.whole !== undefined) wholes++;
    lane.take(header.lanes[0]!, events[0]!);
  }
  lane.flush();
  return { wholes };
}

test.each([
  ['exhibition', { boards: 24, pairMoves: 500 }],
  ['queue', { producers: 8, consumers: 9, items: { kind: 'constant', value: 300 } }],
  ['requests', { requests: 3000 }],
])('the figures of a sampled %s are those of all of its events', (workload, params) => {
  const sampling = { whole: 5000, stretch: 200 };
  const session = settle(new Session(workloads, asked(workload, params), sampling));
  const every = settle(new Session(workloads, asked(workload, params)));
  const publisher = new Publisher(session);
  const lane = new LaneStore(0, session.info.lanes[0]!, 'Lane', entryOf(workload).theory);
  expect(told(publisher, lane).wholes).toBe(1);
  expect(lane.ratio).toBeGreaterThan(1.2);

  const { stage } = entryOf(workload);
  const fold = new ComparisonFold({ ...every.lanes[0]!.scenario, ...(stage === undefined ? {} : { stage }) });
  every.lanes[0]!.trace.feed(fold, 0);
  const end = every.lanes[0]!.trace.endsAt;
  expect(figuresOf(lane, stage)).toEqual(fold.at(end));
  // The sample alone would say something else.
  const sample = new ComparisonFold({ ...lane.info.scenario, ...(stage === undefined ? {} : { stage }) });
  lane.trace.feed(sample, 0);
  expect(sample.at(end)).not.toEqual(fold.at(end));

  expect(sampledNote([lane])).toBe('every event counted, also those that are not kept');
  // At the end charts of totals are of every event; curves are of the sample, and say so.
  const [whole, all] = [viewAt([lane], end), viewAt([{ ...lane, ...laneOf(every), title: 'Lane' }], end)];
  for (const id of ['waits', 'ecdf'] as const) {
    const [one, other] = [chartOf(id, whole), chartOf(id, all)];
    expect(one.data, id).toEqual(other.data);
    expect(one.subtitle, id).toMatch(/of every event$/);
    expect(chartOf(id, viewAt([lane], end / 2)).subtitle, id).toMatch(/from a sample: 1 event in/);
  }
  expect(chartOf('progress', whole).subtitle).toMatch(/from a sample: 1 event in/);
});

/** By what names the command line calls the figures of the table, and of which number done is made. */
interface Named {
  readonly waits?: Readonly<Partial<Record<'waitMean' | 'waitP95' | 'waitMax', string>>>;
  readonly units?: { readonly name: string; readonly of: number };
}

test.each<[string, object, AnyKind, Named]>([
  [
    'exhibition',
    { boards: 24, pairMoves: 500, opponent: { kind: 'exponential', mean: 55 } },
    boards,
    { waits: { waitMean: 'meanReady', waitMax: 'maxReady' }, units: { name: 'moves', of: 2 } },
  ],
  [
    'queue',
    { producers: 8, consumers: 9, items: { kind: 'constant', value: 300 } },
    queue,
    { waits: { waitMean: 'meanWait', waitP95: 'p95Wait', waitMax: 'maxWait' }, units: { name: 'taken', of: 1 } },
  ],
  ['requests', { requests: 3000 }, requests, {}],
])(
  'the header, the table and the command line say the same of a sampled %s, each number once',
  async (workload, params, kind, { waits = {}, units }) => {
    const session = settle(new Session(workloads, asked(workload, params), { whole: 5000, stretch: 200 }));
    const entry = entryOf(workload);
    const lane = new LaneStore(0, session.info.lanes[0]!, 'Lane', entry.theory);
    told(new Publisher(session), lane);
    const end = lane.end!;
    const header = laneFigures(lane, [lane], end, kind, entry, true);
    const table = figuresOf(lane, entry.stage);
    const line = await runFigures(lane.info.scenario);
    const view = viewAt([lane], end);
    expect([header.end, table.makespan]).toEqual([end, end]);
    expect(end).toBeCloseTo(line['makespan']!, 3);
    expect(header.use).toBe(table.processorUse);
    expect(chartOf('utilisation', view).description).toContain(percentText(header.use!));
    expect(lawsAt(lane, end, view).use.product).toBeCloseTo(line['lawUse']!, 3);
    for (const [ours, theirs] of Object.entries(waits)) {
      expect(table[ours as keyof typeof waits], ours).toBeCloseTo(line[theirs]!, 3);
    }
    if (units !== undefined) expect(lane.whole!.units).toBe(line[units.name]! / units.of);
    expect(table.throughputPerSecond).toBe(lane.whole!.units / end);
    expect([null, lane.whole!.units]).toContain(header.progress?.done ?? null);
    // Before the end there is a sample alone, and the header says so.
    expect(countedText(lane, end)).toBe('every event counted');
    expect(countedText(lane, end / 2)).toMatch(/^sample: 1 event in [\d.]+ kept$/);
  },
);

/** What charts read of the lane of a session. */
function laneOf(session: Session) {
  const { trace, reached, makespan } = session.lanes[0]!;
  return { index: 0, info: session.info.lanes[0]!, trace, reached, makespan, end: makespan, theory: NO_THEORY, ratio: null, whole: null, rewrites: 0, rewrittenFrom: Infinity }; // prettier-ignore
}

const NO_THEORY = { prediction: null, why: null, total: null, knee: null };

test('they are void when the run becomes another one, and told again when that one is over', () => {
  const session = settle(
    new Session(workloads, asked('exhibition', { boards: 24, pairMoves: 500 }), { whole: 5000, stretch: 200 }),
  );
  const publisher = new Publisher(session);
  const lane = new LaneStore(0, session.info.lanes[0]!, 'Lane');
  told(publisher, lane);
  const before = lane.whole!;
  expect(told(publisher, lane).wholes).toBe(0);
  session.edit('master', 6, 0);
  session.compute();
  told(publisher, lane);
  expect(lane.whole).toBeNull();
  settle(session);
  expect(told(publisher, lane).wholes).toBe(1);
  expect(lane.whole!.figures.makespan).toBeGreaterThan(before.figures.makespan!);
});

test('a run that is kept as a whole has no figures of its own from the host', () => {
  const session = settle(new Session(workloads, asked('exhibition', { boards: 24, pairMoves: 500 })));
  const lane = new LaneStore(0, session.info.lanes[0]!, 'Lane');
  expect(told(new Publisher(session), lane).wholes).toBe(0);
  expect(lane.whole).toBeNull();
});
