/**
 * Amdahl's law: what `workers` make of a job of which a share can be divided among them. G. Amdahl, "Validity of the
 * Single Processor Approach to Achieving Large Scale Computing Capabilities", AFIPS 30 (1967).
 *
 * It takes the serial part to be done while nothing else goes on. Threads that queue for a lock do go on beside it, up to
 * min(workers, 1 / serial): they may be faster than the law says.
 *
 * @param serial the share, 0..1, that one after the other must do: with threads under one lock, all that is work.
 * @param workers how many, at least 1; `Infinity` gives the limit, 1 / serial.
 */
export function amdahlSpeedUp(serial: number, workers: number): number {
  return 1 / (serial + (1 - serial) / workers);
}

/** The law read the other way: the serial share that explains a speed-up, between 1 and the number of workers (at least 2). */
export function serialShare(speedUp: number, workers: number): number {
  return (1 / speedUp - 1 / workers) / (1 - 1 / workers);
}
