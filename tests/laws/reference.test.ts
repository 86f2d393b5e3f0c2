import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { model, type Model } from '../../electron/kernel/index.ts';
import { runs } from '../support/runs.ts';
import { perform } from './interpreter.ts';
import { OnKernel } from './on-kernel.ts';
import { anyProgram } from './program.ts';
import { Reference } from './reference.ts';

function agree(runtime: Model): void {
  fc.assert(
    fc.property(anyProgram, (program) => {
      const workers = runtime.sleepHolds ? runtime.workers : null;
      const expected = perform(program, new Reference(workers, runtime.sharedProcessor));
      expect(perform(program, new OnKernel({ model: runtime }))).toEqual(expected);
    }),
    runs(2500),
  );
}

describe('random programs run as on the reference', () => {
  test.each([
    [model('synchronous')],
    [model('asynchronous')],
    [model('threads', 1)],
    [model('threads', 2)],
    [model('threads', 3)],
    [model('processes', 2)],
    [model('processes', 4)],
  ])('under $id with $workers workers', agree);
});
