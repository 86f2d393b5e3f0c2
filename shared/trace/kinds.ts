/**
 * What an entry of a trace can say.
 *
 * An event is (at, kind, task, value, line): an instant in virtual seconds, one of the kinds below, the task it
 * is about, one number whose meaning the kind gives, and the line of the listing the task stood on (0: unknown).
 * Kinds below OWN are written by the kernel; OWN + n is event number n of the workload's own (events.ts).
 */
export const Kind = {
  /** A task was created. value: the task that created it, -1 for the first. */
  SPAWN: 0,
  /** A task can run and waits for a worker. */
  READY: 1,
  /** A step of the task begins. value: the worker that runs it, from 0. */
  RUN: 2,
  /** The task gave its worker away for value seconds. */
  SLEEP: 3,
  /** The task waits value seconds and keeps its worker: nobody else can use it. */
  BLOCK: 4,
  /** The task keeps a processor busy for value seconds. */
  WORK: 5,
  /** The task keeps its worker and queues for the shared processor. */
  CONTEND: 6,
  /** The task waits for another one. value: the resource it waits on. */
  PARK: 7,
  /** The task gave way for one trip through the ready queue. */
  YIELD: 8,
  /** The task was asked to stop. value: the task that asked, -1 for the kernel. */
  CANCEL: 9,
  /** The task returned. */
  DONE: 10,
  /** The task ended by an error. */
  FAIL: 11,
  /** The task ended by its cancellation. */
  CANCELLED: 12,
  /** An item went into a queue. value: the resource. */
  PUT: 13,
  /** An item came out of a queue. value: the resource. */
  TAKE: 14,
  /** A lock or a slot of a semaphore was taken. value: the resource. */
  ACQUIRE: 15,
  /** A lock or a slot of a semaphore was given back. value: the resource. */
  RELEASE: 16,
  /** A parameter changed under way. task: -1, value: the number of the edit in the scenario. */
  EDIT: 17,
  /** From here on events were left out (sampled-trace.ts). value: how many events sum them up, this one and RESUME included. */
  GAP: 18,
  /** The task did something in the gap: its state is unknown until its next event. */
  LOST: 19,
  /** What was left out of a task's events of kind number `line`. value: how many, or, of timed waits and work, seconds. */
  SKIP: 20,
  /** The end of a gap: from here on every event is there again. value: how many were left out. */
  RESUME: 21,
  /** One more field of the workload's event before it, in the order of its declaration. value: the field. */
  FIELD: 31,
  /** The first of the workload's own events. */
  OWN: 32,
} as const;

export type Kind = (typeof Kind)[keyof typeof Kind];

/** The largest number of events that a workload can have: kinds are one byte. */
export const OWN_MAX = 256 - Kind.OWN;
