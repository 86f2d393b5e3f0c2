// An experiment for a page: what is told, when it asks, and how it ends. The workers are a list that is handed out by hand.
import { describe, expect, test } from 'vitest';
import { ASKED_FROM_RUNS, BATCH_MS, type Outcome, type Workers } from '../../electron/experiment/conducted.ts';
import { Host } from '../../electron/host/host.ts';
import { makerandom } from '../../electron/workloads/makerandom.ts';
import { coarseFirst } from '../../shared/experiment/coarse.ts';
import type { ExperimentPush } from '../../shared/protocol/pushes.ts';
import { HandClock } from '../support/hand-clock.ts';
import { exhibition, exhibitionOf } from '../support/sessions.ts';
import { TestPage } from '../support/test-page.ts';
import { transportPair } from '../support/transport-pair.ts';

const run = { workers: 1, makespan: 60, now: 60, processorUse: 0.5, summary: {}, theory: 60 };
const spec = { workload: 'exhibition', over: [{ path: 'boards', from: 1, to: 9 }], models: ['asynchronous'] };

/** Workers that hand out what `give` says, unit by unit, until they are told to end. */
class HandWorkers implements Workers {
  readonly jobs = 2;
  readonly begun: number[] = [];
  ended = 0;
  tookMs = 10;
  readonly #waiting: ((outcome: Outcome | null) => void)[] = [];

  async *work(_: unknown, units: Iterable<number>, signal: AbortSignal): AsyncGenerator<Outcome> {
    try {
      for (const unit of units) {
        this.begun.push(unit);
        const outcome = await new Promise<Outcome | null>((resolve) => {
          this.#waiting.push(resolve);
          signal.addEventListener('abort', () => resolve(null));
        });
        if (outcome === null) return;
        yield outcome;
      }
    } finally {
      this.ended++;
    }
  }

  async give(outcome: Partial<Outcome> = {}): Promise<void> {
    const unit = this.begun.at(-1)!;
    this.#waiting.shift()!({ unit, runs: [[run]], tookMs: this.tookMs, ...outcome });
    await settled();
  }
}

async function settled(): Promise<void> {
  for (let turn = 0; turn < 20; turn++) await Promise.resolve();
}

function scene() {
  const clock = new HandClock();
  const workers = new HandWorkers();
  const defects: unknown[] = [];
  const host = new Host({
    workloads: [exhibition, makerandom],
    start: exhibitionOf({ boards: 2 }),
    clock,
    workers,
    onDefect: (error) => defects.push(error),
  });
  const [here, there] = transportPair((deliver) => clock.schedule(0, deliver));
  host.connect(there);
  const page = new TestPage(here);
  page.hello();
  clock.advance(500);
  const pushes: ExperimentPush[] = page.experiments;
  const begin = async (given: object = spec, sure = false) => {
    const id = page.call('experiment', { spec: { ...given }, sure });
    clock.advance(1);
    await settled();
    return page.answers.get(id)!;
  };
  const told = () => pushes.map(({ state, done, units, records }) => `${state} ${done}/${units} +${records.length}`);
  return { clock, workers, host, page, pushes, begin, told, defects };
}

describe('an experiment of a page', () => {
  test('is told in batches, in the order from coarse to fine, with the time that is left', async () => {
    const { clock, workers, begin, told, pushes } = scene();
    expect(await begin()).toMatchObject({ ok: true, value: { id: 1, runs: 9, jobs: 2 } });
    expect(told()).toEqual(['running 0/9 +0']);
    for (let unit = 0; unit < 3; unit++) await workers.give();
    clock.advance(BATCH_MS);
    await workers.give();
    clock.advance(BATCH_MS);
    expect(told()).toEqual(['running 0/9 +0', 'running 3/9 +3', 'running 4/9 +1']);
    // Five are left at 10 ms each, two at once.
    expect(pushes.at(-1)!.leftMs).toBe(25);
    expect(pushes.flatMap(({ records }) => records.map(({ unit }) => unit))).toEqual([0, 8, 4, 2]);
    for (let unit = 4; unit < 9; unit++) await workers.give();
    clock.advance();
    expect(told().at(-1)).toBe('done 9/9 +5');
    expect(workers.ended).toBe(1);
  });

  test('that is cancelled keeps what is there and ends its workers', async () => {
    const { clock, workers, begin, told, page } = scene();
    await begin();
    await workers.give();
    page.call('cancelExperiment');
    clock.advance(1);
    await settled();
    expect(told().at(-1)).toBe('cancelled 1/9 +1');
    expect(workers.ended).toBe(1);
    clock.advance(1000);
    expect(told()).toHaveLength(2);
  });

  test('is freed when its page is closed, and replaced when another one is begun', async () => {
    const { clock, workers, begin, told, page, host, defects } = scene();
    await begin();
    await begin();
    expect(workers.ended).toBe(1);
    await workers.give();
    page.close();
    clock.advance(1000);
    await settled();
    expect(workers.ended).toBe(2);
    expect(told()).toEqual(['running 0/9 +0', 'running 0/9 +0']);
    expect({ connections: host.connections, defects }).toEqual({ connections: 0, defects: [] });
  });

  test.each([
    ['has many runs', { ...spec, over: [{ path: 'boards', values: [1] }], replications: 1 }, false],
    ['takes more than a minute', spec, false],
    ['was confirmed', spec, true],
  ])('asks first when it %s, and goes on when it %s', async (why, given, sure) => {
    const many = { ...given, replications: 10_000, over: [{ path: 'boards', from: 1, to: 11 }] };
    const { clock, workers, begin, told } = scene();
    workers.tookMs = why === 'takes more than a minute' ? 20_000 : 0.01;
    const asked = why === 'has many runs' ? many : given;
    await begin(asked, sure);
    for (let unit = 0; unit < (asked === many ? 16 : 8); unit++) {
      clock.advance(70);
      await workers.give();
    }
    clock.advance(1000);
    const last = told().at(-1)!.split(' ')[0];
    expect(last).toBe(sure ? 'running' : why === 'takes more than a minute' ? 'running' : 'asking');
    if (why !== 'takes more than a minute') return;
    // One unit of 20 s is left for two workers: nothing to ask. With eleven left there is.
    const another = scene();
    another.workers.tookMs = 20_000;
    await another.begin({ ...spec, replications: 3 });
    for (let unit = 0; unit < 16; unit++) {
      another.clock.advance(70);
      await another.workers.give();
    }
    another.clock.advance(1000);
    expect(another.told().at(-1)).toMatch(/^asking 16\/27/);
    expect(another.workers.ended).toBe(1);
  });

  test('does not ask because its workers took long to begin', async () => {
    const { clock, workers, begin, told, pushes } = scene();
    await begin({ ...spec, replications: 40 });
    for (let unit = 0; unit < 17; unit++) {
      // At the mean of all it would take over a minute: 360 units at 750 ms, two at once.
      workers.tookMs = unit < 4 ? 3000 : 10;
      clock.advance(70);
      await workers.give();
    }
    clock.advance(BATCH_MS);
    expect(told().at(-1)).toMatch(/^running 17\/360/);
    expect(pushes.at(-1)!.leftMs).toBe((343 * 10) / 2);
  });

  test('that fails says why in a sentence', async () => {
    const { clock, workers, begin, pushes } = scene();
    await begin();
    await workers.give({ failure: 'exhibition (asynchronous): deadlock at 3 s' });
    clock.advance(BATCH_MS);
    expect(pushes.at(-1)).toMatchObject({ state: 'failed', message: 'exhibition (asynchronous): deadlock at 3 s' });
    expect(workers.ended).toBe(1);
  });

  test.each([
    [{ over: [] }, 'over', 'a list of one axis or two'],
    [{ over: [{ path: 'boards', from: 5, to: 1, step: 1 }] }, 'over.0', 'leads from the first value to the last'],
    [{ over: [{ path: 'nothing', from: 1, to: 2 }] }, 'params.nothing', 'must be'],
    [{ over: [{ path: 'boards', from: 0, to: 5 }] }, 'params.boards', 'from 1 to 10000'],
    [{ workload: 'nobody' }, 'workload', 'one of exhibition, makerandom'],
    [{ over: [{ path: 'boards', from: 1, to: 9000 }], replications: 1000 }, 'over', 'at most 1,000,000 runs'],
    [
      { workload: 'makerandom', params: { thresholds: [10] }, over: [{ path: 'workers', from: 1, to: 2 }] },
      'params',
      'such that runs can end',
    ],
  ])('of bad input %j is refused with path, value and limit', async (wrong, path, limit) => {
    const { begin, told } = scene();
    await begin();
    const answer = await begin({ ...spec, ...wrong });
    expect(answer).toMatchObject({ ok: false });
    const [problem] = answer.ok ? [] : answer.problems;
    expect(problem!.path).toContain(path);
    expect(problem!.message).toContain(limit);
    // The one under way goes on.
    expect(told()).toEqual(['running 0/9 +0']);
  });

  test('opens the run of a point in the lanes: its parameters, its seed, the models beside each other', async () => {
    const { clock, page } = scene();
    const two = {
      ...spec,
      models: ['synchronous', 'asynchronous'],
      policies: ['fifo', 'lifo'],
      seed: 7,
      replications: 3,
    };
    const id = page.call('openPoint', { spec: two, point: 4, replication: 2, lane: 3 });
    clock.advance(500);
    expect(page.answers.get(id)).toMatchObject({ ok: true });
    const { lanes } = page.session!;
    expect(lanes.map(({ model }) => model)).toEqual(['synchronous', 'asynchronous']);
    expect(lanes[1]!.scenario).toMatchObject({ seed: '9', draws: 'keyed', params: { boards: 5, policy: 'lifo' } });
    const wrong = page.call('openPoint', { spec: two, point: 9, replication: 0, lane: 0 });
    clock.advance(500);
    expect(page.answers.get(wrong)).toMatchObject({ ok: false, problems: [{ path: 'point', value: 9 }] });
  });
});

test('units go from coarse to fine, each of them once', () => {
  for (const points of [1, 2, 3, 7, 8, 9, 48, 1000]) {
    const units = [...coarseFirst(points, 2)];
    expect(units.toSorted((a, b) => a - b)).toEqual(Array.from({ length: 2 * points }, (_, unit) => unit));
  }
  expect([...coarseFirst(9, 1)]).toEqual([0, 8, 4, 2, 6, 1, 3, 5, 7]);
  expect(ASKED_FROM_RUNS).toBe(100_000);
});
