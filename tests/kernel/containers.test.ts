import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Deque } from '../../electron/kernel/deque.ts';
import { IntRing } from '../../electron/kernel/ring.ts';
import { runs } from '../support/runs.ts';

const acts = fc.array(fc.constantFrom('push', 'push', 'push', 'unshift', 'shift', 'pop'), {
  maxLength: 200,
  size: 'max',
});

describe('the containers act as a plain array does', () => {
  test('IntRing', () => {
    fc.assert(
      fc.property(acts, fc.nat(40), (acts, capacity) => {
        const ring = new IntRing(capacity);
        const array: number[] = [];
        for (const [number, act] of acts.entries()) {
          if (act === 'push') ring.push(number);
          else if (act === 'unshift') ring.unshift(number);
          else if (array.length > 0) expect(ring[act]()).toBe(array[act]());
          if (act === 'push' || act === 'unshift') array[act](number);
          if (array.length > 0 && number % 7 === 0) {
            ring.set(array.length - 1, -1 - number);
            array[array.length - 1] = -1 - number;
          }
          expect(Array.from({ length: ring.size }, (_, index) => ring.at(index))).toEqual(array);
          expect(ring.indexOf(number - 3)).toBe(array.indexOf(number - 3));
          expect(ring.count((item) => item % 2 === 0)).toBe(array.filter((item) => item % 2 === 0).length);
        }
      }),
      runs(100),
    );
  });

  test('Deque', () => {
    fc.assert(
      fc.property(acts, (acts) => {
        const deque = new Deque<string>();
        const array: string[] = [];
        for (const [number, act] of acts.entries()) {
          if (act === 'push') {
            deque.push(`${number}`);
            array.push(`${number}`);
          } else if (array.length > 0) {
            expect(deque.shift()).toBe(array.shift());
          }
          expect([deque.size, [...deque]]).toEqual([array.length, array]);
        }
      }),
      runs(100),
    );
  });
});
