/**
 * The circle of a deadlock: tasks that each wait for what the next one holds. Found in the graph of waits, in which a
 * task points to the lock or semaphore it waits for, and that to those who hold it.
 */
import type { ResourceAt } from './resources.ts';

/** Task number `n` waits for resource number `n`, which the next task holds; the last one's is held by the first. */
export interface Circle {
  readonly tasks: readonly number[];
  readonly resources: readonly number[];
}

/** What is asked of a fold of resources. */
export interface Waits {
  on(task: number): number;
  resource(resource: number): Pick<ResourceAt, 'holders' | 'waiters' | 'signals'> | undefined;
  readonly used: readonly number[];
}

/**
 * The circle among the tasks that wait, the one with the smallest task where there are several; null for none.
 * `signals` says of which resources it is known that others than their holders give them back.
 */
export function circleOf(waits: Waits, signals: (resource: number) => boolean = () => false): Circle | null {
  const stuck = stuckTasks(waits, signals);
  const first = [...stuck].sort((a, b) => a - b);
  const seen = new Set<number>();
  for (const start of first) {
    const path: number[] = [];
    let task = start;
    while (!seen.has(task)) {
      seen.add(task);
      path.push(task);
      task = waits.resource(waits.on(task))!.holders[0]!.task;
    }
    const begin = path.indexOf(task);
    if (begin >= 0) return inOrder(path.slice(begin), waits);
  }
  return null;
}

/** The tasks that wait for something all of whose holders are such tasks: what is left when all others are taken out. */
function stuckTasks(waits: Waits, signals: (resource: number) => boolean): Set<number> {
  const locks = waits.used.filter((resource) => {
    const entry = waits.resource(resource);
    return entry !== undefined && entry.holders.length > 0 && !entry.signals && !signals(resource);
  });
  const stuck = new Set(locks.flatMap((resource) => [...waits.resource(resource)!.waiters.keys()]));
  // Where nobody else can move there is nothing to take out; each round takes out those who wait for one who can.
  for (let before = -1; before !== stuck.size;) {
    before = stuck.size;
    for (const resource of locks) {
      const { holders, waiters } = waits.resource(resource)!;
      if (holders.every(({ task }) => stuck.has(task))) continue;
      for (const task of waiters.keys()) stuck.delete(task);
    }
  }
  return stuck;
}

/** The same circle from its smallest task on. */
function inOrder(tasks: readonly number[], waits: Waits): Circle {
  const begin = tasks.indexOf(Math.min(...tasks));
  const turned = [...tasks.slice(begin), ...tasks.slice(0, begin)];
  return { tasks: turned, resources: turned.map((task) => waits.on(task)) };
}
