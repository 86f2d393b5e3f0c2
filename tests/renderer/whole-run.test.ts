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
