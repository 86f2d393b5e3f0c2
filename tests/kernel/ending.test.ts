import { describe, expect, test } from 'vitest';
import { CANCELLED, FirstCome, Kernel, model } from '../../electron/kernel/index.ts';

describe('the end of the main task', () => {
  test('cancels the others, in order of creation, after the pass in which it is known', () => {
    const kernel = new Kernel({ model: model('asynchronous') });
    const log: string[] = [];
    const say = (what: string) => log.push(`${kernel.nameOf(kernel.current)}: ${what}`);
    function* other() {
      try {
        say('begins');
        yield;
        say('goes on');
        yield;
      } finally {
        say(`ends at ${kernel.now}`);
      }
    }
    function* main() {
      kernel.spawn(other());
      yield;
      kernel.spawn(other());
      say('ends');
    }
    kernel.spawn(main());
    expect(kernel.advance()).toBe('finished');
    expect(log).toEqual([
      'task-1: begins',
      'main: ends',
      'task-1: goes on',
      'task-2: begins',
      'task-1: ends at 0',
      'task-2: ends at 0',
    ]);
  });

  test.each(['synchronous', 'threads', 'processes'] as const)('cancels them at once under %s', (id) => {
    const kernel = new Kernel({ model: model(id) });
    const log: string[] = [];
    function* main() {
      kernel.spawn(
        (function* () {
          log.push('begins');
        })(),
      );
    }
    kernel.spawn(main());
    expect([kernel.advance(), log, kernel.endingOf(1)]).toEqual(['finished', [], 'cancelled']);
  });

  test('cancels them at once where there are no passes', () => {
    const kernel = new Kernel({ model: model('asynchronous'), policy: new FirstCome() });
    const log: string[] = [];
    function* main() {
      kernel.spawn(
        (function* () {
          log.push('begins');
        })(),
      );
    }
    kernel.spawn(main());
    expect([kernel.advance(), log, kernel.endingOf(1)]).toEqual(['finished', [], 'cancelled']);
  });

  test('is not the end of the run while others clean up', () => {
    const kernel = new Kernel({ model: model('asynchronous') });
    function* slow() {
      try {
        yield kernel.sleep(100);
      } finally {
        yield kernel.sleep(3);
      }
    }
    function* main() {
      kernel.spawn(slow());
      yield kernel.sleep(2);
    }
    kernel.spawn(main());
    expect([kernel.mainEndedAt, kernel.advance(2), kernel.mainEndedAt, kernel.now]).toEqual([null, 'until', 2, 2]);
    expect([kernel.advance(), kernel.mainEndedAt, kernel.now]).toEqual(['finished', 2, 5]);
  });

  test.each([
    ['failed', new Error('broken'), 'failed'],
    ['failed', CANCELLED, 'cancelled'],
  ] as const)('by an error makes the run %s: %s', (pause, error, ending) => {
    const kernel = new Kernel({ model: model('asynchronous') });
    function* main() {
      yield kernel.sleep(1);
      throw error;
    }
    const task = kernel.spawn(main());
    expect([kernel.advance(), task.ending]).toEqual([pause, ending]);
    expect(() => task.result).toThrow(error);
    expect(kernel.contentOf(0)).toBe(error);
  });
});
