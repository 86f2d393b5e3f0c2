import { describe, expect, test } from 'vitest';
import { Kernel, KernelError, model, type Coroutine } from '../../electron/kernel/index.ts';
import { play } from './scene.ts';

const newKernel = () => new Kernel({ model: model('asynchronous') });

function* sleeps(kernel: Kernel, ...seconds: number[]): Coroutine {
  for (const each of seconds) yield kernel.sleep(each);
}

describe('misuse is refused:', () => {
  const waits = ['sleep', 'block', 'work'] as const;

  test.each(waits.flatMap((wait) => [NaN, Infinity].map((seconds) => [wait, seconds] as const)))(
    '%s(%d), in the task that asks for it',
    (wait, seconds) => {
      const { log } = play(({ kernel, task, say }) => {
        task('careless', function* () {
          try {
            yield kernel[wait](seconds);
          } catch (error) {
            say(String(error));
          }
          yield kernel.sleep(1);
          say('goes on');
        });
      });
      expect(log).toEqual([
        `0 careless: KernelError: ${wait}(${seconds}): a finite number of seconds is needed`,
        '1 careless: goes on',
      ]);
    },
  );

  test.each([...waits, 'attend'] as const)('%s outside a task, before, between and after the steps', (wait) => {
    const kernel = newKernel();
    const refused = `${wait}: called outside a task`;
    expect(() => kernel[wait](1)).toThrow(refused);
    kernel.spawn(sleeps(kernel, 1));
    kernel.advance(0);
    expect(() => kernel[wait](1)).toThrow(refused);
    kernel.advance();
    expect(() => kernel[wait](1)).toThrow(refused);
    expect(kernel.statistics()).toMatchObject({ timers: 0, live: 0, steps: 2 });
  });

  /** What each wait without its yield makes of the task. */
  const forgotten = [
    ['sleep(5)', (kernel: Kernel) => kernel.sleep(5), 'sleeping', 0],
    ['sleep(0)', (kernel: Kernel) => kernel.sleep(0), 'ready', 0],
    ['block(5)', (kernel: Kernel) => kernel.block(5), 'holding', 5],
    ['block(0)', (kernel: Kernel) => kernel.block(0), 'ready', 0],
    ['work(5)', (kernel: Kernel) => kernel.work(5), 'holding', 5],
  ] as const;

  test.each(forgotten)('a yield forgotten after %s, found at the next wait', (_, wait, state, at) => {
    const { log, kernel } = play(({ kernel, task, say }) => {
      task('careless', function* () {
        wait(kernel);
        yield kernel.sleep(1);
      });
      task('other', function* () {
        yield kernel.sleep(10);
        say('goes on');
      });
    });
    expect(log).toEqual([
      `0 careless: throws KernelError: sleep: careless is ${state} already; a yield is missing after its last wait`,
      `${at + 10} other: goes on`,
    ]);
    expect([kernel.endingOf(1), kernel.statistics()]).toMatchObject([
      'failed',
      { live: 0, timers: 0, ready: 0, idleWorkers: 1 },
    ]);
  });

  test.each(forgotten)('a yield forgotten after %s, found at the end', (_, wait, state, at) => {
    const { log, kernel } = play(({ kernel, task, say }) => {
      const careless = kernel.spawn(
        (function* (): Coroutine<number> {
          wait(kernel);
          return 7;
        })(),
        { name: 'careless' },
      );
      task('joiner', function* () {
        try {
          yield* careless.join();
        } catch (error) {
          say(String(error));
        }
        yield kernel.sleep(20);
      });
    });
    expect(log).toEqual([
      `${at} joiner: KernelError: careless ended but is ${state}; a yield is missing after its last wait`,
    ]);
    expect(kernel.statistics()).toMatchObject({ live: 0, timers: 0, ready: 0, idleWorkers: 1, now: at + 20 });
  });

  test('a yield forgotten under threads gives worker and processor back', () => {
    const { log, kernel } = play(
      ({ kernel, task, say }) => {
        task('careless', function* () {
          yield kernel.work(1);
          kernel.work(2);
          throw new RangeError('mistake');
        });
        task('other', function* () {
          yield kernel.work(1);
          say('worked');
        });
      },
      { model: model('threads', 2) },
    );
    expect(log).toEqual(['1 careless: throws RangeError: mistake', '4 other: worked']);
    expect(kernel.statistics()).toMatchObject({ live: 0, timers: 0, idleWorkers: 2 });
    expect(kernel.contentOf(1)).toEqual(new RangeError('mistake'));
  });

  test('the error is one of the kernel', () => {
    expect(() => newKernel().sleep(1)).toThrow(KernelError);
  });
});
