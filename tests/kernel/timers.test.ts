import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Timers } from '../../electron/kernel/timers.ts';
import { runs } from '../support/runs.ts';

interface Timer {
  readonly deadline: number;
  readonly sequence: number;
  readonly task: number;
}

/** Timers in a plain list, beside the real ones; both must say the same at every step. */
class Beside {
  readonly #timers = new Timers();
  readonly #tickets = new Float64Array(20_000);
  #list: Timer[] = [];
  #sequence = 0;
  now = 0;

  get count(): number {
    return this.#list.length;
  }

  set(deadline: number): void {
    const timer = { deadline, sequence: ++this.#sequence, task: this.#sequence };
    this.#tickets[timer.task] = timer.sequence;
    this.#timers.push(timer.deadline, timer.sequence, timer.task);
    this.#list.push(timer);
  }

  /** Cancels all those whose deadline is such. */
  cancelWhere(such: (deadline: number) => boolean): void {
    for (let index = 0; index < this.count;) {
      if (such(this.#list[index]!.deadline)) this.cancel(index);
      else index++;
    }
  }

  cancel(index: number): void {
    const [timer] = this.#list.splice(index, 1);
    this.#tickets[timer!.task] = 0;
    this.#timers.forget(this.#tickets);
    expect(this.#timers.live).toBe(this.#list.length);
  }

  /** Lets so many go off; what went off, by both accounts. */
  goOff(count: number): void {
    const timers = this.#timers;
    this.#list.sort((a, b) => a.deadline - b.deadline || a.sequence - b.sequence);
    const seen: Timer[] = [];
    while (seen.length < count) {
      while (!timers.empty && this.#tickets[timers.task] !== timers.sequence) timers.drop();
      if (timers.empty) break;
      seen.push({ deadline: timers.deadline, sequence: timers.sequence, task: timers.task });
      timers.pop();
    }
    expect(seen).toEqual(this.#list.splice(0, count));
    expect(timers.live).toBe(this.#list.length);
    this.now = seen.at(-1)?.deadline ?? this.now;
  }
}

/** From a number in [0, 1): how long a timer runs. */
const spans = {
  equal: () => 3,
  few: (x: number) => Math.floor(x * 5),
  even: (x: number) => x,
  'of all sizes': (x: number) => Math.exp(40 * (x - 0.5)),
  'near and far': (x: number) => (x < 0.9 ? x : x * 1e9),
  'nearly equal': (x: number) => 1 + x * Number.EPSILON * 8,
} as const;

describe('timers', () => {
  test.each(Object.entries(spans))('go off in order, however many, with spans that are %s', (_, span) => {
    const part = fc.record({
      set: fc.oneof(fc.nat(20), fc.nat(3000)),
      cancelled: fc.double({ min: 0, max: 1, noNaN: true }),
      wentOff: fc.double({ min: 0, max: 1, noNaN: true }),
    });
    fc.assert(
      fc.property(
        fc.array(part, { minLength: 1, maxLength: 5 }),
        fc.integer({ min: 1, max: 2 ** 31 - 2 }),
        (parts, seed) => {
          const beside = new Beside();
          let state = seed;
          const next = () => (state = (state * 48271) % 2147483647) / 2147483647;
          for (const { set, cancelled, wentOff } of parts) {
            for (let count = 0; count < set; count++) {
              beside.set(beside.now + span(next()));
              if (beside.count > 0 && next() < cancelled) beside.cancel(Math.floor(next() * beside.count));
            }
            beside.goOff(Math.floor(wentOff * beside.count));
          }
          beside.goOff(beside.count + 1);
        },
      ),
      runs(10),
    );
  });

  // Four thousand within ten seconds, and then as many within the ten seconds after.
  test.each<[string, (deadline: number) => boolean]>([
    ['the first', (deadline) => deadline < 3],
    ['all but the last', (deadline) => deadline < 19.9],
    ['the later half', (deadline) => deadline >= 10],
    ['some of all', (deadline) => Math.floor(deadline * 1000) % 4 > 0],
    ['all', () => true],
  ])('of which %s are cancelled go off as if those had never been', (_, such) => {
    const beside = new Beside();
    for (let n = 0; n < 4000; n++) beside.set(((n * 7919) % 4000) / 400);
    beside.goOff(100);
    for (let n = 0; n < 4000; n++) beside.set(10 + ((n * 7919) % 4000) / 400);
    beside.cancelWhere(such);
    beside.goOff(5);
    for (let n = 0; n < 100; n++) beside.set(beside.now + n);
    for (let part = 0; part < 10; part++) beside.goOff(900);
    expect(beside.count).toBe(0);
  });
});
