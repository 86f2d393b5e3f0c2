/** How a packet's room is shared out between lanes, and the events of a lane as one piece. */
import type { EventColumns, Trace } from '../../shared/trace/trace.ts';

/** Halvings of the span of virtual time in which the common instant is looked for: finer than any two events. */
const HALVINGS = 48;

/** A trace, and how many of its events have been sent. */
export interface Unsent {
  readonly trace: Trace;
  readonly sent: number;
}

/**
 * How many events of each lane go into a packet that has room for so many. A page shows no instant that one of its lanes
 * has not reached, so all of them are brought to the same instant; lanes may differ widely in how many events that takes.
 * What is left over is shared out evenly.
 */
export function sharesOf(lanes: readonly Unsent[], room: number): number[] {
  const unsent = lanes.map(({ trace, sent }) => trace.length - sent);
  if (sum(unsent) <= room) return unsent;
  const upTo = (at: number) => lanes.map(({ trace, sent }) => Math.max(0, trace.countUntil(at) - sent));
  let low = -1;
  let high = Math.max(...lanes.map(({ trace }) => trace.endsAt));
  for (let halving = 0; halving < HALVINGS; halving++) {
    const middle = (low + high) / 2;
    if (sum(upTo(middle)) <= room) low = middle;
    else high = middle;
  }
  const shares = upTo(low);
  let rest = room - sum(shares);
  shares.forEach((share, index) => {
    const more = Math.min(unsent[index]! - share, Math.ceil(rest / (lanes.length - index)));
    shares[index] = share + more;
    rest -= more;
  });
  return shares;
}

/** How many events a page lacks of what has happened up to instant `at`. */
export function dueBy(lanes: readonly Unsent[], at: number): number {
  return sum(lanes.map(({ trace, sent }) => Math.max(0, trace.countUntil(at) - sent)));
}

/** Events `from` <= index < `to` of a trace as one piece; a copy where they lie in several chunks. */
export function piece(trace: Trace, from: number, to: number): EventColumns {
  const first = trace.columns(from, to);
  const count = to - from;
  if (first.at.length === count) return first;
  const whole = {
    at: new Float64Array(count),
    value: new Float64Array(count),
    task: new Int32Array(count),
    line: new Uint16Array(count),
    kind: new Uint8Array(count),
  };
  for (let index = 0; index < count;) {
    const part = trace.columns(from + index, to);
    whole.at.set(part.at, index);
    whole.value.set(part.value, index);
    whole.task.set(part.task, index);
    whole.line.set(part.line, index);
    whole.kind.set(part.kind, index);
    index += part.at.length;
  }
  return whole;
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((all, each) => all + each, 0);
}
