import { expect, test } from 'vitest';
import { Run } from '../../electron/session/run.ts';
import { count } from '../../electron/workloads/count.ts';
import { readScenario } from '../../shared/scenario/scenario.ts';
import { readLog } from '../../shared/trace/log.ts';

/** What a run of `tasks` speakers says, and when it is over. */
function told(model: string, tasks: number, workers = 1): { log: string[]; makespan: number | null } {
  const run = new Run(readScenario({ workload: 'count', model, workers, params: { tasks } }, count), count);
  run.advance();
  const log = readLog(run.trace, count.vocabulary).map(({ t, task, event }) => `${t} ${task} ${event}`);
  return { log, makespan: run.outcome.makespan };
}

test('speakers on one loop say one together and two a second later', () => {
  expect(told('asynchronous', 2)).toEqual({
    log: ['0 count-0 one', '0 count-1 one', '1 count-0 two', '1 count-1 two'],
    makespan: 1,
  });
});

test('one worker has them speak one after the other', () => {
  expect(told('synchronous', 2)).toEqual({
    log: ['0 count-0 one', '1 count-0 two', '1 count-1 one', '2 count-1 two'],
    makespan: 2,
  });
});

test('k workers need as many seconds as there are rounds', () => {
  const makespans = [1, 2, 3, 4, 5].map((workers) => told('threads', 5, workers).makespan);
  expect(makespans).toEqual([5, 3, 2, 2, 1]);
});
