import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { Run } from '../../electron/session/run.ts';
import { requests } from '../../electron/workloads/requests.ts';
import { requestEvents } from '../../shared/fold/requests-stage.ts';
import { readScenario } from '../../shared/scenario/scenario.ts';

/** What `requests_threads.py` has measured with real threads and processes; instants in virtual seconds. */
interface Measured {
  readonly workload: string;
  readonly model: string;
  readonly workers: number;
  readonly params: { readonly parse: { readonly value: number } };
  readonly beats: readonly number[];
  readonly checked: readonly number[];
}

/** A tenth of a real second at the scale of the program. */
const TOLERANCE = 0.25;

const cases = JSON.parse(readFileSync(join(import.meta.dirname, 'requests-threads.json'), 'utf8')) as Measured[];

function instantsOf({ beats: _, checked: __, ...input }: Measured, kind: number): number[] {
  const run = new Run(readScenario(input, requests), requests);
  run.advance();
  const end = run.outcome.makespan!;
  return [...run.trace].filter((event) => event.kind === kind && event.at <= end).map(({ at }) => at);
}

test.each(cases)('a heart of its own beats every second beside $workers $model, as in Python', (measured) => {
  const beats = instantsOf(measured, requestEvents.kind.beat);
  expect(beats.length).toBeGreaterThan(1);
  beats.forEach((at, beat) => expect(Math.abs(at - measured.beats[beat]!)).toBeLessThan(TOLERANCE));
  const checked = instantsOf(measured, requestEvents.kind.checked);
  expect(checked.length).toBe(measured.checked.length);
  checked.forEach((at, page) => expect(Math.abs(at - measured.checked[page]!)).toBeLessThan(TOLERANCE));
});

test.each(['awaiting', 'blocking'])('a client that is %s leaves the heart alone in threads, and never lets it beat in one', (client) => {
  const measured = (model: string) => ({ workload: 'requests', model, workers: 12, params: { client } }) as never;
  const counts = ['threads', 'processes', 'synchronous'].map(
    (model) => instantsOf(measured(model), requestEvents.kind.beat).length,
  );
  expect(counts).toEqual([3, 3, 0]);
});
