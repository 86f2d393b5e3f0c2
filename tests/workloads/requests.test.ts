import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Run } from '../../electron/session/run.ts';
import { requests } from '../../electron/workloads/requests.ts';
import { readScenario, type ScenarioInput } from '../../shared/scenario/scenario.ts';
import { requestsMakespan } from '../../shared/theory/requests.ts';
import { readLog } from '../../shared/trace/log.ts';
import { runs } from '../support/runs.ts';

function run(input: Omit<ScenarioInput, 'workload'>): Run {
  const run = new Run(readScenario({ workload: 'requests', ...input }, requests), requests);
  run.advance();
  return run;
}

/** What is told, a line an entry. */
function told(input: Omit<ScenarioInput, 'workload'>): string[] {
  const { trace, outcome } = run(input);
  const log = readLog(trace, requests.vocabulary).map(({ t, task, event, ...fields }) =>
    [t, task, event, ...Object.values(fields)].join(' '),
  );
  return [...log, `over at ${outcome.makespan}`];
}

const two = { requests: 2, every: 0, latency: 1, parse: 0.5 };

describe('two pages of one second, parsed in half a second', () => {
  test('overlap on a loop with a client that awaits; the second is parsed when the first one is done', () => {
    expect(told({ params: { ...two, client: 'awaiting' } })).toEqual([
      '0 page-0 sent',
      '0 page-1 sent',
      '1 heartbeat beat 0',
      '1 page-0 answered 1',
      '1.5 page-0 checked 1.5',
      '1.5 page-1 answered 1.5',
      '2 page-1 checked 2',
      'over at 2',
    ]);
  });

  test('stop the heart with a client that blocks: it beats two seconds late', () => {
    expect(told({ params: { ...two, client: 'blocking' } })).toEqual([
      '0 page-0 sent',
      '1 page-0 answered 1',
      '1.5 page-0 checked 1.5',
      '1.5 page-1 sent',
      '2.5 page-1 answered 1',
      '3 page-1 checked 1.5',
      '3 heartbeat beat 2',
      'over at 3',
    ]);
  });

  test.each(['awaiting', 'blocking'])('come one after the other where a wait holds the only worker, %s', (client) => {
    expect(told({ model: 'synchronous', params: { ...two, client } })).toEqual([
      '0 page-0 sent',
      '1 page-0 answered 1',
      '1.5 page-0 checked 1.5',
      '1.5 page-1 sent',
      '2.5 page-1 answered 1',
      '3 page-1 checked 1.5',
      'over at 3',
    ]);
  });
});

test('equal requests take as long as the closed form says, under every model', () => {
  fc.assert(
    fc.property(
      fc.record({
        requests: fc.integer({ min: 1, max: 40 }),
        latency: fc.integer({ min: 1, max: 8 }).map((quarters) => quarters / 4),
        parse: fc.integer({ min: 0, max: 8 }).map((quarters) => quarters / 4),
        client: fc.constantFrom('awaiting' as const, 'blocking' as const),
      }),
      fc.constantFrom(...requests.models),
      fc.integer({ min: 1, max: 6 }),
      (params, model, workers) => {
        const { scenario, outcome } = run({ model, workers, params: { ...params, every: 0 } });
        const expected = requestsMakespan(params, scenario.model, scenario.workers);
        if (expected !== null) expect(outcome.makespan).toBe(expected);
      },
    ),
    runs(200),
  );
});

test('spread requests without work end with the last answer', () => {
  expect(run({ params: { requests: 8, every: 0.5, latency: 2, parse: 0 } }).outcome.makespan).toBe(7 * 0.5 + 2);
});

describe('what goes wrong', () => {
  const params = { requests: 12, every: 0, latency: 1, parse: 0.1 };
  const sent = (variant: string | null) => told({ variant, params }).filter((line) => line.endsWith('sent')).length;

  test('a lock around the request makes them queue: 12 (1 + 0.1) s instead of 1 + 12 x 0.1', () => {
    expect(run({ variant: 'lock-across-await', params }).outcome.makespan).toBeCloseTo(13.2, 9);
    expect(run({ variant: 'locked', params }).outcome.makespan).toBeCloseTo(2.2, 9);
    expect(run({ params }).outcome.makespan).toBeCloseTo(2.2, 9);
  });

  test('a check with an await before the count lets everybody pass, a count at once lets four', () => {
    expect([sent('check-then-act'), sent('quota'), sent(null)]).toEqual([12, 4, 12]);
    expect(told({ variant: 'quota', params }).filter((line) => line.endsWith('skipped'))).toHaveLength(8);
  });

  test('a client that blocks is the variant, whatever the parameter says', () => {
    const blocking = told({ params: { ...params, client: 'blocking' } });
    expect(told({ variant: 'blocking-client', params })).toEqual(blocking);
  });
});
