import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { model } from '../../electron/kernel/index.ts';
import '../support/runs.ts';
import { perform, type Machine, type Outcome } from './interpreter.ts';
import { OnKernel } from './on-kernel.ts';
import type { Program } from './program.ts';
import { Reference } from './reference.ts';

interface Case extends Omit<Outcome, 'waiting'> {
  readonly program: Program;
}

/** VECTORS=FILE tries other programs; see vectors.py, which makes them. */
const file = process.env['VECTORS'] ?? resolve(import.meta.dirname, 'asyncio.json');
const cases = JSON.parse(readFileSync(file, 'utf8')) as Case[];

function agree(machine: () => Machine): void {
  for (const { program, ...expected } of cases) {
    const { end, endings, log } = perform(program, machine());
    expect({ end, endings, log }, JSON.stringify(program)).toEqual(expected);
  }
}

describe('programs that CPython 3.11 ran on asyncio', () => {
  test('are enough', () => {
    expect(cases.length).toBeGreaterThan(200);
  });

  test('leave the same log on the kernel, entry for entry', () => {
    agree(() => new OnKernel({ model: model('asynchronous') }));
  });

  test('leave the same log on the reference', () => {
    agree(() => new Reference(null));
  });
});
