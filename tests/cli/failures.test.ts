import { CommanderError } from 'commander';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { Failure, report } from '../../electron/cli/failure.ts';
import { runAndAdd } from '../../electron/cli/figures/account.ts';
import { sayUnretrieved } from '../../electron/cli/output/unretrieved.ts';
import { Queue, type Coroutine, type Kernel } from '../../electron/kernel/index.ts';
import type { Workload } from '../../electron/workloads/workload.ts';
import { parameters } from '../../shared/scenario/fields.ts';
import { InputError, problem } from '../../shared/scenario/problem.ts';
import { Texts } from '../../shared/listing/texts.ts';
import { readScenario } from '../../shared/scenario/scenario.ts';

let said = '';
beforeEach(() => {
  said = '';
  vi.spyOn(process.stderr, 'write').mockImplementation((text) => {
    said += String(text);
    return true;
  });
});
afterEach(() => {
  vi.restoreAllMocks();
  vi.unstubAllEnvs();
});

/** A workload that consists of a main coroutine. */
function workloadOf(main: (kernel: Kernel) => Coroutine<unknown>): Workload<unknown> {
  return {
    id: 'play',
    title: 'A play',
    description: '',
    schema: parameters({}),
    defaults: {},
    models: ['asynchronous'],
    draws: 'shared',
    stage: 'none',
    speed: 1,
    presets: [],
    vocabulary: [],
    texts: new Texts({ asynchronous: { source: 'pass' } }),
    program: () => ({ main }),
  };
}

async function perform(main: (kernel: Kernel) => Coroutine<unknown>, steps = 1000) {
  const workload = workloadOf(main);
  const scenario = readScenario({ workload: 'play' }, workload);
  return runAndAdd(scenario, workload, { limits: { until: Infinity, steps } });
}

describe('a run that fails says so in a sentence', () => {
  const check = async (main: (kernel: Kernel) => Coroutine<unknown>, steps?: number) => {
    const { account } = await perform(main, steps);
    return account.failure?.message ?? null;
  };

  test('a deadlock names the tasks that wait, and for what', async () => {
    const message = await check(function* (kernel) {
      const queue = new Queue<string>(kernel, { name: 'dishes' });
      const wait = function* (): Coroutine {
        yield kernel.sleep(2);
        yield* queue.get();
      };
      yield* kernel.gather(Array.from({ length: 9 }, (_, i) => kernel.spawn(wait(), { name: `waiter-${i}` })));
    });
    expect(message).toMatch(
      /^play \(asynchronous\): deadlock at 0:00:02 of virtual time: main waits for .*; waiter-0 waits for /,
    );
    expect(message).toMatch(/dishes.*; and 4 more$/);
  });

  test('an error names what was thrown', async () => {
    const message = await check(function* (kernel) {
      yield kernel.sleep(3661);
      throw new RangeError('out of pawns');
    });
    expect(message).toBe('play (asynchronous) failed at 1:01:01 of virtual time: out of pawns');
  });

  test('a run without end names its steps', async () => {
    const message = await check(function* (kernel) {
      for (;;) yield kernel.sleep(1);
    }, 100);
    expect(message).toMatch(
      /^play \(asynchronous\) is not over after 100 steps, at 0:01:\d\d of virtual time; --steps /,
    );
  });

  test('a run that can have no end says why', async () => {
    const workload = workloadOf(function* (kernel) {
      for (;;) yield kernel.sleep(1);
    });
    const sisyphus = { ...workload, endless: () => 'the stone rolls back' };
    const scenario = readScenario({ workload: 'play' }, sisyphus);
    const { account } = await runAndAdd(scenario, sisyphus, { limits: { until: Infinity, steps: 3 } });
    expect(account.failure?.message).toMatch(
      /^play \(asynchronous\) is not over after 3 steps, .*; the stone rolls back$/,
    );
  });

  test('a run that ends as it should says nothing', async () => {
    const { run, account } = await perform(function* (kernel) {
      yield kernel.sleep(1);
      return ['a', 1];
    });
    sayUnretrieved(run);
    expect([account.failure, account.makespan, account.result, said]).toEqual([null, 1, ['a', 1], '']);
  });

  test('a task that fails without anybody asking is told', async () => {
    const { run, account } = await perform(function* (kernel) {
      kernel.spawn(
        (function* (): Coroutine {
          throw new Error('no\nclock');
        })(),
        { name: 'arbiter' },
      );
      yield kernel.sleep(1);
    });
    sayUnretrieved(run);
    expect([account.failure, said]).toEqual([
      null,
      'simul: arbiter failed and nobody asked for its result: no\\nclock\n',
    ]);
  });
});

describe('whatever is thrown becomes one line and an exit code', () => {
  test.each([
    [new InputError([problem('a', 1, 'b')]), 2, 'a: 1 was given; it must be b'],
    [new InputError([problem('a', 1, 'b'), problem('version', 9, '1')]), 2, 'version: 9 was given; it must be 1'],
    [
      new InputError([problem('a', 1, 'b'), problem('c', 2, 'd')]),
      2,
      'a: 1 was given; it must be b (and 1 more problem)',
    ],
    [new Failure('it did not work'), 1, 'it did not work'],
    [new CommanderError(1, 'x', "error: unknown option '--x'"), 2, "unknown option '--x'; see simul help"],
    [new TypeError('x is not a function'), 1, 'internal error: x is not a function (SIMUL_DEBUG=1 shows where)'],
    ['a string', 1, 'internal error: a string (SIMUL_DEBUG=1 shows where)'],
    [new Failure('two\nlines, \u001b[31mred\u2028'), 1, 'two\\nlines, \\u001b[31mred\\u2028'],
  ])('%s', (error, code, line) => {
    const given = report(error);
    expect({ given, said }).toEqual({ given: code, said: `simul: ${line}\n` });
  });

  test('a line is not endless', () => {
    report(new Failure('x'.repeat(1e6)));
    expect(said.length).toBeLessThan(700);
  });

  test('the stack is shown to whoever asks for it', () => {
    vi.stubEnv('SIMUL_DEBUG', '1');
    report(new TypeError('x is not a function'));
    expect(said).toMatch(/^TypeError: x is not a function\n {4}at [^]*\nsimul: internal error: /);
  });
});
