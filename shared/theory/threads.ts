import { asynchronousFinish } from './asynchronous.ts';
import { finishAt, type ConstantExhibition, type Finish } from './exhibition.ts';

/**
 * k threads and one master: each thread plays one game at a time and takes the next board when it is over; the master is a lock
 * that threads get in the order they asked.
 *
 * Let N = q k + r. While q k games last the threads are k boards that go on for q M pairs of moves. The r games left are served as
 * r boards are. If k j >= j + o the lock is never free until then, and the rest is an exhibition of r boards that begins at
 * q k M j, when the lock is handed on (if r = 0, only the last reply is left). If not, every round takes j + o throughout, and the
 * last board lags by the number of threads at work in the last round. With k >= N it is the asynchronous exhibition, with k = 1
 * the synchronous one.
 *
 * `null` if there is a way to walk: which table she comes from then depends on the threads, and there is no closed form here.
 */
export function threadsFinish(e: ConstantExhibition, workers: number): Finish | null {
  if ((e.walk ?? 0) > 0 && e.boards > 1) return null;
  const threads = Math.min(workers, e.boards);
  const batches = Math.floor(e.boards / threads);
  const left = e.boards % threads;
  const round = e.master + e.opponent;
  const lockNeverFree = threads * e.master >= round;
  if (left === 0) return asynchronousFinish({ ...e, boards: threads, pairMoves: batches * e.pairMoves });
  if (!lockNeverFree) return finishAt((batches + 1) * e.pairMoves * round + (left - 1) * e.master, e);
  const rest = asynchronousFinish({ ...e, boards: left });
  return finishAt(batches * threads * e.pairMoves * e.master + rest.makespan, e);
}
