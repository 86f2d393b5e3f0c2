import { Kind } from '../../shared/trace/kinds.ts';
import type { EventSink } from '../../shared/trace/trace.ts';

export type State = 'none' | 'ready' | 'running' | 'sleeping' | 'holding' | 'contending' | 'parked' | 'ended';

/** What each event needs its task to be, and what it makes of it. */
const transitions: Readonly<Record<number, readonly [from: readonly State[], to: State]>> = {
  [Kind.SPAWN]: [['none'], 'ready'],
  [Kind.READY]: [['sleeping', 'parked'], 'ready'],
  [Kind.RUN]: [['ready', 'holding'], 'running'],
  [Kind.SLEEP]: [['running'], 'sleeping'],
  [Kind.BLOCK]: [['running'], 'holding'],
  [Kind.WORK]: [['running', 'contending'], 'holding'],
  [Kind.CONTEND]: [['running'], 'contending'],
  [Kind.PARK]: [['running'], 'parked'],
  [Kind.YIELD]: [['running'], 'ready'],
  [Kind.DONE]: [['running'], 'ended'],
  [Kind.FAIL]: [['running'], 'ended'],
  [Kind.CANCELLED]: [['running'], 'ended'],
};
const ofTheRunningTask: readonly number[] = [Kind.PUT, Kind.TAKE, Kind.ACQUIRE, Kind.RELEASE];

/**
 * Folds a trace and notes whatever cannot be: a time that goes back, an event that its task's state does not allow,
 * a worker that two tasks have, two tasks with the shared processor. `attend` is not for it: a free processor that is
 * taken without being used leaves no event.
 */
export class States implements EventSink {
  readonly problems: string[] = [];
  readonly stateOf: State[] = [];
  readonly #workers: number;
  readonly #gives: (kind: number, state: State) => boolean;
  readonly #shared: boolean;
  readonly #workerOf: (number | undefined)[] = [];
  #processorOf = -1;
  #now = 0;

  constructor(workers: number, sleepHolds: boolean, sharedProcessor: boolean) {
    this.#workers = workers;
    this.#shared = sharedProcessor;
    this.#gives = (kind, state) => state === 'sleeping' || state === 'parked' || state === 'ended' ||
      (kind === Kind.YIELD && !sleepHolds); // prettier-ignore
  }

  event(at: number, kind: number, task: number, value: number): void {
    const problem = (what: string) => this.problems.push(`${at}: kind ${kind} of task ${task}: ${what}`);
    if (at < this.#now) problem(`time goes back from ${this.#now}`);
    this.#now = at;
    const state = this.stateOf[task] ?? 'none';
    if (kind === Kind.CANCEL && (state === 'none' || state === 'ended')) problem(`it is ${state}`);
    if (ofTheRunningTask.includes(kind) && state !== 'running') problem(`it is ${state}`);
    const transition = transitions[kind];
    if (transition === undefined) return;
    const [from, to] = transition;
    if (!from.includes(state)) problem(`it is ${state}`);
    this.stateOf[task] = to;
    if (kind === Kind.RUN) this.#run(task, value, problem);
    else if (this.#gives(kind, to)) this.#workerOf[task] = undefined;
    if (kind === Kind.WORK && this.#shared) {
      if (this.#processorOf >= 0 && this.#processorOf !== task) problem(`task ${this.#processorOf} has the processor`);
      this.#processorOf = task;
    } else if (this.#processorOf === task && kind !== Kind.RUN) {
      this.#processorOf = -1;
    }
  }

  #run(task: number, worker: number, problem: (what: string) => void): void {
    if (!(Number.isInteger(worker) && worker >= 0 && worker < this.#workers)) problem(`there is no worker ${worker}`);
    const kept = this.#workerOf[task];
    if (kept !== undefined && kept !== worker) problem(`it had worker ${kept} and goes on with ${worker}`);
    this.#workerOf.forEach((held, other) => {
      if (held === worker && other !== task) problem(`task ${other} has worker ${worker}`);
      if (this.stateOf[other] === 'running' && other !== task) problem(`task ${other} is running`);
    });
    this.#workerOf[task] = worker;
  }
}
