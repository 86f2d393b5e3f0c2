import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { STEPS_MAX, Run } from '../../electron/session/run.ts';
import { exhibition } from '../../electron/workloads/exhibition.ts';
import { InputError } from '../../shared/scenario/problem.ts';
import { modelIds, readScenario, type ModelId } from '../../shared/scenario/scenario.ts';
import { decodeChrome, encodeChrome, type ChromeSource } from '../../shared/trace/chrome.ts';
import { readLog } from '../../shared/trace/log.ts';
import { CHUNK_EVENTS, Trace, type TraceEvent } from '../../shared/trace/trace.ts';

interface ViewerEvent {
  readonly ph: string;
  readonly ts?: number;
  readonly dur?: number;
  readonly pid: number;
  readonly tid?: number;
  readonly name: string;
  readonly args: Record<string, unknown>;
}

const states = ['running', 'ready', 'waiting', 'holding'];

const nobody = { vocabulary: [], scenario: null, title: 'nobody' };

function textOf(source: ChromeSource): string {
  return [...encodeChrome(source)].join('');
}

function viewerEvents(text: string): ViewerEvent[] {
  return (JSON.parse(text) as { traceEvents: ViewerEvent[] }).traceEvents;
}

const anyEvent: fc.Arbitrary<TraceEvent> = fc.record({
  at: fc.double(),
  kind: fc.integer({ min: 0, max: 255 }),
  task: fc.integer({ min: -1, max: 2 ** 31 - 1 }),
  value: fc.double(),
  line: fc.integer({ min: 0, max: 2 ** 16 - 1 }),
});

const anyNames = fc.array(fc.option(fc.string({ unit: 'binary' }), { nil: undefined }));

/** An exhibition small enough to look at in whole, with everything that is random. */
function played(model: ModelId, seed: number): Run {
  const uniform = { kind: 'uniform', low: 1, high: 9.5 };
  const params = { boards: 4, pairMoves: 3, master: uniform, opponent: uniform, walk: 0.25, workers: 2 };
  const run = new Run(readScenario({ workload: 'exhibition', model, seed, params }, exhibition), exhibition);
  run.advance(Infinity, STEPS_MAX);
  return run;
}

function sourceOf(run: Run): ChromeSource {
  return { trace: run.trace, vocabulary: run.workload.vocabulary, scenario: run.scenario, title: 'a run' };
}

describe('a trace written for Chrome', () => {
  test('is read back bit for bit, with its names and its scenario', () => {
    const property = fc.property(
      fc.array(anyEvent, { maxLength: 200 }),
      anyNames,
      anyNames,
      fc.jsonValue(),
      (events, tasks, resources, scenario) => {
        const trace = new Trace();
        for (const { at, kind, task, value, line } of events) trace.event(at, kind, task, value, line);
        for (const [i, name] of tasks.entries()) if (name !== undefined) trace.name('task', i, name);
        for (const [i, name] of resources.entries()) if (name !== undefined) trace.name('resource', i, name);
        const text = textOf({ ...nobody, trace, scenario });
        const back = decodeChrome(text);
        expect([...back.trace]).toStrictEqual([...trace]);
        expect(back.trace.names).toEqual(trace.names);
        expect(JSON.stringify(back.scenario)).toBe(JSON.stringify(scenario));
        expect(textOf({ ...nobody, ...back })).toBe(text);
      },
    );
    fc.assert(property);
  });

  test('is read back when it is longer than a chunk', () => {
    const trace = new Trace();
    for (let i = 0; i < 2 * CHUNK_EVENTS + 3; i++) trace.event(i / 3, i % 32, i % 7, -i / 7, i % 100);
    const back = decodeChrome(textOf({ ...nobody, trace }));
    expect([...back.trace]).toStrictEqual([...trace]);
  });

  test.each(modelIds)('shows each task of a %s run in one state at a time, with its notes', (model) => {
    for (let seed = 0; seed < 5; seed++) {
      const run = played(model, seed);
      const events = viewerEvents(textOf(sourceOf(run)));
      const slices = events.filter(({ ph }) => ph === 'X');
      expect(slices.filter(({ name }) => !states.includes(name))).toEqual([]);
      const ends = new Map<number, number>();
      for (const { tid = 0, ts = 0, dur = 0 } of slices) {
        expect(Number.isSafeInteger(ts) && Number.isSafeInteger(dur) && dur > 0).toBe(true);
        expect(ts).toBeGreaterThanOrEqual(ends.get(tid) ?? 0);
        ends.set(tid, ts + dur);
      }
      const threads = new Map(events.filter(({ name }) => name === 'thread_name').map((e) => [e.tid, e.args['name']]));
      const log = readLog(run.trace, run.workload.vocabulary);
      const words = new Set(log.map(({ event }) => event));
      const notes = events.filter(({ ph, name }) => ph === 'i' && words.has(name));
      expect(notes.map(({ tid, name }) => [threads.get(tid), name])).toEqual(
        log.map(({ task, event }) => [task, event]),
      );
    }
  });

  test('shows what a wait costs: waiting where it gives the loop away, holding where it does not', () => {
    const seconds = (model: ModelId, name: string) =>
      viewerEvents(textOf(sourceOf(played(model, 1))))
        .filter((event) => event.ph === 'X' && event.name === name && event.tid !== 1)
        .reduce((sum, { dur = 0 }) => sum + dur / 1e6, 0);
    const shown = (model: ModelId) => states.map((name) => seconds(model, name) > 0);
    expect(shown('asynchronous')).toEqual([true, true, true, false]);
    expect(shown('synchronous')).toEqual([true, true, false, true]);
    expect(seconds('asynchronous', 'waiting')).toBeCloseTo(seconds('synchronous', 'holding'), 4);
  });

  test('ends open slices where the run was stopped', () => {
    const run = new Run(readScenario({ workload: 'exhibition', params: { boards: 2 } }, exhibition), exhibition);
    run.advance(12.5);
    const slices = viewerEvents(textOf({ ...sourceOf(run as Run), until: run.now })).filter(({ ph }) => ph === 'X');
    expect(Math.max(...slices.map(({ ts = 0, dur = 0 }) => ts + dur))).toBe(12.5e6);
  });

  test('gives the time before any text, and the exact part after everything a viewer reads', () => {
    const text = textOf(sourceOf(played('asynchronous', 0)));
    const lines = text.split('\n').filter((line) => line.startsWith('{"ph":"X"') || line.startsWith('{"ph":"i"'));
    expect(lines.every((line) => /^\{"ph":".","ts":\d/.test(line))).toBe(true);
    expect(Object.keys(JSON.parse(text) as object)).toEqual(['displayTimeUnit', 'traceEvents', 'simul']);
  });
});

describe('a file that is no such trace is refused', () => {
  const exact = { version: 1, scenario: null, tasks: [], resources: [], events: [] };
  const check = (file: unknown) => {
    try {
      decodeChrome(typeof file === 'string' ? file : JSON.stringify(file));
      return null;
    } catch (error) {
      if (!(error instanceof InputError)) throw error;
      return error.problems[0]?.path;
    }
  };

  test.each([
    ['{', 'trace'],
    [[], 'input'],
    [{ traceEvents: [] }, 'simul'],
    [{ simul: { ...exact, version: 2 } }, 'simul.version'],
    [{ simul: { ...exact, tasks: [1] } }, 'simul.tasks.0'],
    [{ simul: { ...exact, events: {} } }, 'simul.events'],
    [
      {
        simul: {
          ...exact,
          events: [
            [0, 0, 0, 0, 0],
            [0, 256, 0, 0, 0],
          ],
        },
      },
      'simul.events.1',
    ],
    [{ simul: { ...exact, events: [['soon', 0, 0, 0, 0]] } }, 'simul.events.0'],
    [{ simul: { ...exact, events: [[0, 0, 0, 0]] } }, 'simul.events.0'],
    [{ simul: exact }, null],
  ])('%j', (file, path) => {
    expect(check(file)).toBe(path);
  });
});
