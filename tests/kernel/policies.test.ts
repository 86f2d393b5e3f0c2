import { describe, expect, test } from 'vitest';
import {
  Fifo,
  FirstCome,
  Future,
  Kernel,
  Lifo,
  model,
  Priority,
  Random,
  RoundRobin,
  type ReadyQueue,
} from '../../electron/kernel/index.ts';
import { NOBODY } from '../../electron/kernel/policies.ts';
import { play } from './scene.ts';

/** Puts the entries in and takes as many out. */
function through(queue: ReadyQueue, entries: readonly number[], take = entries.length): number[] {
  for (const entry of entries) queue.push(entry);
  return Array.from({ length: take }, () => queue.take());
}

const entries = [4, 2, 9, 7, 1];

describe('a ready queue', () => {
  test.each<[string, () => ReadyQueue, number[]]>([
    ['Fifo', () => new Fifo(), [4, 2, 9, 7, 1]],
    ['FirstCome', () => new FirstCome(), [4, 2, 9, 7, 1]],
    ['Lifo', () => new Lifo(), [1, 7, 9, 2, 4]],
    ['Priority', () => new Priority((task) => task % 3), [9, 4, 7, 1, 2]],
    ['Random', () => new Random(() => 0), [4, 2, 9, 7, 1]],
    ['RoundRobin outside the rotation', () => new RoundRobin(), [4, 2, 9, 7, 1]],
  ])('%s gives out what was put in, each once, in its order', (_, make, order) => {
    const queue = make();
    expect(through(queue, entries)).toEqual(order);
    expect(queue.size).toBe(0);
    // Emptied and filled again, and far beyond its first size, nothing is lost.
    const many = Array.from({ length: 1000 }, (_, n) => n);
    expect(through(queue, many).sort((a, b) => a - b)).toEqual(many);
  });

  test.each([FirstCome, Lifo, RoundRobin])('says that there is nobody', (Policy) => {
    expect(new Policy().take()).toBe(NOBODY);
    expect(new Priority(() => 0).take()).toBe(NOBODY);
    expect(new Random(() => 0).take()).toBe(NOBODY);
  });

  test('Random reaches each of those that are ready by one of the draws', () => {
    const reached = entries.map((_, index) => through(new Random(() => index), entries, 1)[0]);
    expect([...reached].sort()).toEqual([...entries].sort());
  });
});

describe('round robin', () => {
  /** Tasks that take turns, and say so; each sleeps between its turns for as long as given. */
  function turns(sleeps: Record<string, readonly number[]>, leaves: string | null = null): readonly string[] {
    return play(
      ({ kernel, task, say }) => {
        for (const [name, seconds] of Object.entries(sleeps)) {
          task(
            name,
            function* () {
              for (const [turn, each] of seconds.entries()) {
                if (name === leaves && turn === 1) kernel.leaveRotation();
                say(`turn ${turn}`);
                yield kernel.sleep(each);
              }
            },
            { rotates: true },
          );
        }
      },
      { policy: new RoundRobin() },
    ).log;
  }

  test('waits for the one whose turn it is, though others are ready', () => {
    expect(turns({ a: [5, 1], b: [1, 1], c: [1, 1] })).toEqual([
      '0 a: turn 0',
      '0 b: turn 0',
      '0 c: turn 0',
      '5 a: turn 1',
      '5 b: turn 1',
      '5 c: turn 1',
    ]);
  });

  test('passes over who has left, and who has ended', () => {
    expect(turns({ a: [1, 9, 1], b: [1, 1, 1], c: [1] }, 'a')).toEqual([
      '0 a: turn 0',
      '0 b: turn 0',
      '0 c: turn 0',
      '1 a: turn 1',
      '1 b: turn 1',
      '2 b: turn 2',
      '10 a: turn 2',
    ]);
  });

  test('passes over who is cancelled: it goes without a turn', () => {
    const { log } = play(
      ({ kernel, task, say }) => {
        const tasks = ['a', 'b', 'c'].map((name) =>
          task(
            name,
            function* () {
              for (let turn = 0; turn < 2; turn++) {
                say(`turn ${turn}`);
                yield kernel.sleep({ a: 5, b: 9 }[name] ?? 1);
              }
            },
            { rotates: true },
          ),
        );
        task('boss', function* () {
          yield kernel.sleep(2);
          tasks[1]!.cancel();
        });
      },
      { policy: new RoundRobin() },
    );
    expect(log).toEqual([
      '0 a: turn 0',
      '0 b: turn 0',
      '0 c: turn 0',
      '2 b: is cancelled',
      '5 a: turn 1',
      '5 c: turn 1',
    ]);
  });

  test('lets go at once who leaves while it is ready, and goes on at the same place when most have left', () => {
    const policy = new RoundRobin();
    for (let task = 0; task < 200; task++) {
      policy.enter(task);
      policy.push(task);
    }
    const first = Array.from({ length: 100 }, () => policy.take());
    policy.leave(150);
    const left = policy.take();
    // Those behind and before the turn, until the gaps are closed.
    for (let task = 0; task < 200; task++) if (task % 10 !== 7) policy.leave(task);
    for (const task of first) policy.push(task);
    const others = new Set<number>();
    for (let taken = 0; taken < 200 && policy.size > 20; taken++) others.add(policy.take());
    const last = Array.from({ length: policy.size }, () => policy.take());
    expect([first.at(-1), left, policy.awaited()]).toEqual([99, 150, 107]);
    expect([...others].some((task) => task % 10 === 7)).toBe(false);
    expect(last).toEqual([107, 117, 127, 137, 147, 157, 167, 177, 187, 197, 7, 17, 27, 37, 47, 57, 67, 77, 87, 97]);
  });

  test('in a deadlock says for whom everybody waits', () => {
    const kernel = new Kernel({ model: model('asynchronous'), policy: new RoundRobin() });
    const never = new Future<void>(kernel, 'never');
    function* main() {
      yield* kernel.gather(['a', 'b'].map((name) => kernel.spawn(task(name), { name, rotates: true })));
    }
    function* task(name: string) {
      yield;
      if (name === 'a') yield* never.wait();
      yield;
    }
    kernel.spawn(main());
    expect([kernel.advance(), kernel.waiting()]).toEqual([
      'deadlock',
      [
        { task: 'main', on: 'gather of 2' },
        { task: 'a', on: 'never' },
        { task: 'the rotation', on: 'a' },
      ],
    ]);
  });
});
