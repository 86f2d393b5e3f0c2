import fc, { type Arbitrary } from 'fast-check';

/**
 * A random program is data, so that the kernel, the reference and CPython can run the same one. A number that names
 * a task is taken modulo the number of tasks there are by then; `spawn` starts one of the later bodies, which keeps
 * every program finite.
 */
export type Instruction =
  | readonly ['sleep' | 'work' | 'block', seconds: number]
  | readonly ['attend']
  | readonly ['put' | 'get' | 'put-now' | 'get-now' | 'task-done' | 'join-queue', queue: number]
  | readonly ['lock', lock: number, body: Body]
  | readonly ['slot', semaphore: number, body: Body]
  | readonly ['unlock', lock: number]
  | readonly ['release', semaphore: number]
  | readonly ['await' | 'resolve' | 'reject' | 'drop', future: number]
  | readonly ['spawn', body: number]
  | readonly ['join' | 'cancel', task: number]
  | readonly ['gather', tasks: readonly number[]]
  | readonly ['try', handler: 'swallow' | 'catch' | 'finally', body: Body, then: Body]
  | readonly ['repeat', times: number, body: Body]
  | readonly ['fail', error: number];

export type Body = readonly Instruction[];

export interface Program {
  /** Capacity of each queue; null is unbounded. */
  readonly queues: readonly (number | null)[];
  /** Slots of each semaphore. */
  readonly semaphores: readonly number[];
  readonly locks: number;
  readonly futures: number;
  /** What the tasks do; the main task does the first. */
  readonly bodies: readonly Body[];
}

/** Few durations, exact in binary: equal instants shall be the rule, and none be nearly equal. */
const seconds = fc.oneof(
  { weight: 12, arbitrary: fc.constantFrom(0, 1, 1, 2, 3, 0.5) },
  { weight: 1, arbitrary: fc.constant(-1) },
);
const one = fc.nat(1);
const task = fc.nat(7);

const { instruction } = fc.letrec<{ instruction: Instruction; body: Body }>((tie) => {
  const body = fc.array(tie('instruction'), { maxLength: 3, depthIdentifier: 'body' });
  const waits: [number, Arbitrary<Instruction>][] = [
    [8, fc.tuple(fc.constant('sleep' as const), seconds)],
    [3, fc.tuple(fc.constantFrom('work' as const, 'work' as const, 'block' as const), seconds)],
    [1, fc.tuple(fc.constant('attend' as const))],
    [9, fc.tuple(fc.constantFrom('put' as const, 'get' as const), one)],
    [1, fc.tuple(fc.constantFrom('put-now' as const, 'get-now' as const), one)],
    [3, fc.tuple(fc.constantFrom('task-done' as const, 'join-queue' as const), one)],
    [1, fc.tuple(fc.constantFrom('release' as const, 'unlock' as const), one)],
    [4, fc.tuple(fc.constantFrom('await' as const, 'await' as const, 'resolve' as const), one)],
    [1, fc.tuple(fc.constantFrom('reject' as const, 'drop' as const), one)],
    [4, fc.tuple(fc.constant('spawn' as const), fc.nat(3))],
    [7, fc.tuple(fc.constantFrom('cancel' as const, 'cancel' as const, 'join' as const), task)],
    [2, fc.tuple(fc.constant('gather' as const), fc.array(task, { maxLength: 4 }))],
    [1, fc.tuple(fc.constant('fail' as const), fc.nat(9))],
  ];
  const blocks: [number, Arbitrary<Instruction>][] = [
    [4, fc.tuple(fc.constant('lock' as const), one, body)],
    [3, fc.tuple(fc.constant('slot' as const), one, body)],
    [5, fc.tuple(fc.constant('try' as const), fc.constantFrom('swallow', 'catch', 'finally'), body, body)],
    [1, fc.tuple(fc.constant('repeat' as const), fc.integer({ min: 2, max: 3 }), body)],
  ];
  return {
    instruction: fc.oneof(
      { maxDepth: 2, depthIdentifier: 'body' },
      ...waits.map(([weight, arbitrary]) => ({ weight, arbitrary })),
      ...blocks.map(([weight, arbitrary]) => ({ weight, arbitrary })),
    ),
    body,
  };
});

/** How the main task ends: at once, after a while, or when the first tasks have. */
const closing = fc.constantFrom<Body>(
  [],
  [['sleep', 4]],
  [['try', 'catch', [['gather', [1, 2, 3, 4]]], [['sleep', 3]]]],
  [['try', 'swallow', [['join-queue', 0]], [['join', 1]]]],
);
const opening = fc.array(
  fc.nat(3).map((body): Instruction => ['spawn', body]),
  { minLength: 1, maxLength: 4 },
);
const body = fc.array(instruction, { maxLength: 6 });
const mainBody = fc.tuple(opening, body, closing).map((parts) => parts.flat());

export const anyProgram: Arbitrary<Program> = fc.record({
  queues: fc.tuple(fc.constantFrom(null, 1), fc.constantFrom(null, 1, 2)),
  semaphores: fc.tuple(fc.constantFrom(1, 2), fc.constantFrom(0, 1, 2)),
  locks: fc.constant(2),
  futures: fc.constant(2),
  bodies: fc
    .tuple(mainBody, fc.array(body, { minLength: 1, maxLength: 4 }))
    .map(([first, others]) => [first, ...others]),
});

/** The program without some of its instructions. */
export function without(program: Program, dropped: readonly Instruction[0][]): Program {
  const strip = (body: Body): Body =>
    body
      .filter(([name]) => !dropped.includes(name))
      .map((instruction) => instruction.map((part) => (isBody(part) ? strip(part) : part)) as unknown as Instruction);
  return { ...program, bodies: program.bodies.map(strip) };
}

function isBody(part: unknown): part is Body {
  return Array.isArray(part) && Array.isArray(part[0]);
}
