export { type Coroutine, type Operation } from './coroutine.ts';
export { CANCELLED, Cancellation, KernelError, QueueError } from './errors.ts';
export { Future } from './future.ts';
export {
  Kernel,
  RESOLUTION,
  type Ending,
  type KernelOptions,
  type Pause,
  type SpawnOptions,
  type Statistics,
  type TaskState,
} from './kernel.ts';
export { Lock, Semaphore } from './lock.ts';
export { model, modelIds, type Model, type ModelId } from './models.ts';
export { type Observer } from './observer.ts';
export { Fifo, FirstCome, Lifo, Priority, Random, RoundRobin, type ReadyQueue } from './policies.ts';
export { Queue } from './queue.ts';
export { Task } from './task.ts';
