import { describe, expect, test } from 'vitest';
import { Kernel, Lock, model, Semaphore, type Task } from '../../electron/kernel/index.ts';
import { play, type Stage } from './scene.ts';

const newKernel = () => new Kernel({ model: model('asynchronous') });

/** A task that takes the lock at once and keeps it for so many seconds. */
function holder({ kernel, task, say }: Stage, name: string, lock: Lock | Semaphore, seconds: number): Task {
  return task(name, function* () {
    yield* lock.acquire();
    say('has it');
    try {
      yield kernel.sleep(seconds);
    } finally {
      lock.release();
    }
  });
}

describe('a lock', () => {
  test('goes to those who wait in the order in which they came', () => {
    const { log } = play((stage) => {
      const lock = new Lock(stage.kernel);
      for (const name of ['a', 'b', 'c']) holder(stage, name, lock, 2);
      stage.task('watcher', function* () {
        yield stage.kernel.sleep(1);
        stage.say(`locked ${lock.locked}, waiters ${lock.waiters}`);
        yield stage.kernel.sleep(6);
        stage.say(`locked ${lock.locked}, waiters ${lock.waiters}`);
      });
    });
    expect(log).toEqual([
      '0 a: has it',
      '1 watcher: locked true, waiters 2',
      '2 b: has it',
      '4 c: has it',
      '7 watcher: locked false, waiters 0',
    ]);
  });

  test('cannot be overtaken between the release and the step of the one who was woken', () => {
    const { log } = play((stage) => {
      const { kernel, task, say } = stage;
      const lock = new Lock(kernel);
      task('first', function* () {
        yield* lock.acquire();
        yield kernel.sleep(1);
        lock.release();
        say(`locked ${lock.locked}`);
        yield* lock.acquire();
        say('has it again');
        lock.release();
      });
      holder(stage, 'second', lock, 1);
    });
    expect(log).toEqual(['1 first: locked false', '1 second: has it', '2 first: has it again']);
  });

  test('with a cancelled one at its head wakes the next when that one runs', () => {
    const { log } = play((stage) => {
      const { kernel, task, say } = stage;
      const lock = new Lock(kernel);
      task('owner', function* () {
        yield* lock.acquire();
        yield kernel.sleep(1);
        head.cancel();
        lock.release();
        yield;
        say('gives way once');
        yield;
        say('gives way twice');
      });
      const head = holder(stage, 'head', lock, 1);
      holder(stage, 'next', lock, 1);
    });
    expect(log).toEqual([
      '1 head: is cancelled',
      '1 owner: gives way once',
      '1 next: has it',
      '1 owner: gives way twice',
    ]);
  });

  test('that was handed to one who is cancelled before it runs goes to the next', () => {
    const { log } = play((stage) => {
      const { kernel, task } = stage;
      const lock = new Lock(kernel);
      task('owner', function* () {
        yield* lock.acquire();
        yield kernel.sleep(1);
        lock.release();
        woken.cancel();
      });
      const woken = holder(stage, 'woken', lock, 1);
      holder(stage, 'next', lock, 1);
    });
    expect(log).toEqual(['1 woken: is cancelled', '1 next: has it']);
  });

  test('whose waiters were all cancelled can be taken at once', () => {
    const { log } = play((stage) => {
      const { kernel, task, say } = stage;
      const lock = new Lock(kernel);
      task('owner', function* () {
        yield* lock.acquire();
        yield kernel.sleep(1);
        waiter.cancel();
        lock.release();
        yield* lock.acquire();
        say('has it again');
      });
      const waiter = holder(stage, 'waiter', lock, 1);
    });
    expect(log).toEqual(['1 owner: has it again', '1 waiter: is cancelled']);
  });

  test('is not released by a wait that is broken off in its middle', () => {
    const { log } = play((stage) => {
      const lock = new Lock(stage.kernel);
      holder(stage, 'owner', lock, 3);
      const [first, middle] = ['first', 'middle', 'last'].map((name) => holder(stage, name, lock, 1));
      stage.task('boss', function* () {
        yield stage.kernel.sleep(1);
        middle!.cancel();
        yield stage.kernel.sleep(1);
        first!.cancel();
      });
    });
    expect(log).toEqual(['0 owner: has it', '1 middle: is cancelled', '2 first: is cancelled', '3 last: has it']);
  });

  test('that is free is not for newcomers while its head was cancelled and others wait', () => {
    const { log } = play((stage) => {
      const { kernel, task, say } = stage;
      const lock = new Lock(kernel);
      task('owner', function* () {
        yield* lock.acquire();
        yield kernel.sleep(1);
        head.cancel();
        lock.release();
        yield* lock.acquire();
        say('has it again');
      });
      const head = holder(stage, 'head', lock, 1);
      holder(stage, 'next', lock, 1);
    });
    expect(log).toEqual(['1 head: is cancelled', '1 next: has it', '2 owner: has it again']);
  });

  test('stays promised to the one who was woken when another one who was cancelled leaves', () => {
    const { log } = play((stage) => {
      const { kernel, task } = stage;
      const lock = new Lock(kernel);
      task('owner', function* () {
        yield* lock.acquire();
        yield kernel.sleep(1);
        cancelled.cancel();
        holder(stage, 'newcomer', lock, 1);
        lock.release();
      });
      holder(stage, 'woken', lock, 1);
      const cancelled = holder(stage, 'cancelled', lock, 1);
    });
    expect(log).toEqual(['1 cancelled: is cancelled', '1 woken: has it', '2 newcomer: has it']);
  });

  test('keeps its order through very many cancellations', () => {
    const { log } = play((stage) => {
      const lock = new Lock(stage.kernel);
      holder(stage, 'owner', lock, 2);
      const waiters = Array.from({ length: 100 }, (_, n) => holder(stage, `${n}`, lock, 0));
      stage.task('boss', function* () {
        yield stage.kernel.sleep(1);
        for (const [n, waiter] of waiters.entries()) if (n % 10 !== 3) waiter.cancel();
        stage.say(`waiters ${lock.waiters}`);
        yield stage.kernel.sleep(2);
        stage.say(`waiters ${lock.waiters}, locked ${lock.locked}`);
      });
    });
    expect(log.filter((line) => !line.endsWith('is cancelled'))).toEqual([
      '0 owner: has it',
      '1 boss: waiters 10',
      ...Array.from({ length: 10 }, (_, n) => `2 ${10 * n + 3}: has it`),
      '3 boss: waiters 0, locked false',
    ]);
  });

  test('that nobody holds cannot be released', () => {
    const lock = new Lock(newKernel(), 'door');
    expect(() => lock.release()).toThrow('door is released but nobody holds it');
  });
});

describe('a semaphore', () => {
  test('has as many holders as slots, in the order in which they came', () => {
    const { log } = play((stage) => {
      const semaphore = new Semaphore(stage.kernel, 2);
      for (const [name, seconds] of [['a', 2], ['b', 1], ['c', 2], ['d', 1]] as const) holder(stage, name, semaphore, seconds); // prettier-ignore
      stage.task('watcher', function* () {
        yield stage.kernel.sleep(0.5);
        stage.say(`locked ${semaphore.locked}, waiters ${semaphore.waiters}`);
      });
    });
    expect(log).toEqual([
      '0 a: has it',
      '0 b: has it',
      '0.5 watcher: locked true, waiters 2',
      '1 c: has it',
      '2 d: has it',
    ]);
  });

  test('hands a slot to who waits longest, and nobody overtakes', () => {
    const { log } = play((stage) => {
      const { kernel, task, say } = stage;
      const semaphore = new Semaphore(kernel, 1);
      task('first', function* () {
        yield* semaphore.acquire();
        yield kernel.sleep(1);
        semaphore.release();
        say(`locked ${semaphore.locked}`);
        yield* semaphore.acquire();
        say('has it again');
      });
      holder(stage, 'second', semaphore, 1);
    });
    expect(log).toEqual(['1 first: locked true', '1 second: has it', '2 first: has it again']);
  });

  test('keeps a free slot from newcomers until the one who was woken has run', () => {
    const { log } = play((stage) => {
      const { kernel, task, say } = stage;
      const semaphore = new Semaphore(kernel, 0);
      holder(stage, 'waiter', semaphore, 5);
      task('boss', function* () {
        yield kernel.sleep(1);
        semaphore.release();
        semaphore.release();
        say(`locked ${semaphore.locked}`);
        yield* semaphore.acquire();
        say('has it');
      });
    });
    expect(log).toEqual(['1 boss: locked true', '1 waiter: has it', '1 boss: has it']);
  });

  test('lets several slots that come at once all be used', () => {
    const { log } = play((stage) => {
      const semaphore = new Semaphore(stage.kernel, 0);
      for (const name of ['a', 'b', 'c']) holder(stage, name, semaphore, 9);
      stage.task('boss', function* () {
        yield stage.kernel.sleep(1);
        for (let slot = 0; slot < 3; slot++) semaphore.release();
      });
    });
    expect(log).toEqual(['1 a: has it', '1 b: has it', '1 c: has it']);
  });

  test('whose slot was handed to one who is cancelled before it runs hands it on', () => {
    const { log } = play((stage) => {
      const { kernel, task } = stage;
      const semaphore = new Semaphore(kernel, 1);
      task('owner', function* () {
        yield* semaphore.acquire();
        yield kernel.sleep(1);
        semaphore.release();
        woken.cancel();
      });
      const woken = holder(stage, 'woken', semaphore, 1);
      holder(stage, 'next', semaphore, 1);
    });
    expect(log).toEqual(['1 woken: is cancelled', '1 next: has it']);
  });

  test('forgets a waiter that is cancelled', () => {
    const { log } = play((stage) => {
      const { kernel, task, say } = stage;
      const semaphore = new Semaphore(kernel, 1);
      task('owner', function* () {
        yield* semaphore.acquire();
        yield kernel.sleep(1);
        waiter.cancel();
        say(`waiters ${semaphore.waiters}`);
        semaphore.release();
        say(`locked ${semaphore.locked}`);
      });
      const waiter = holder(stage, 'waiter', semaphore, 1);
    });
    expect(log).toEqual(['1 owner: waiters 0', '1 owner: locked false', '1 waiter: is cancelled']);
  });

  test('can be released beyond its first slots, as in asyncio', () => {
    const semaphore = new Semaphore(newKernel(), 0);
    semaphore.release();
    expect(semaphore.locked).toBe(false);
  });

  test.each([-1, 0.5, NaN, Infinity])('refuses %d slots', (slots) => {
    expect(() => new Semaphore(newKernel(), slots, 'gate')).toThrow(
      `gate: ${slots} slots; it must be a whole number of at least 0`,
    );
  });
});

test('a deadlock names the lock and the semaphore', () => {
  const { log, kernel } = play((stage) => {
    const lock = new Lock(stage.kernel, 'door');
    stage.task('forgetful', () => lock.acquire());
    stage.task('waits', () => lock.acquire());
    stage.task('also waits', () => new Semaphore(stage.kernel, 0, 'gate').acquire());
  });
  expect([log, kernel.waiting()]).toEqual([
    ['deadlock'],
    [
      { task: 'main', on: 'waits' },
      { task: 'waits', on: 'door' },
      { task: 'also waits', on: 'gate' },
    ],
  ]);
});
