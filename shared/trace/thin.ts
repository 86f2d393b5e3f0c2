/**
 * What remains of a stretch of events of which most are left out. Afterwards every fold is in a true state, as far as its
 * state follows from what is told: of each task its last steps as they were, and what it said last of each kind; of each lock who
 * took it and still has it; of each queue the items that are still in it. Of what is left out of a task, SKIP tells how many
 * events it were, or how many seconds of waits and work. What is thinned twice is what is thinned once.
 */
import { Bucket } from './bucket.ts';
import { Kind } from './kinds.ts';

/** Steps of a task that are kept at the end of a stretch: a board's move, its reply, the walk there and the wait for both. */
const STEPS_KEPT = 4;
/** Resource and task as one number. */
const TASKS = 2 ** 31;

/** What remains of a bucket. */
export interface Thinned {
  /** Which tasks did something, and how much of it was left out: LOST and SKIP, at the first instant. */
  readonly told: Bucket;
  readonly kept: Bucket;
  /** Events that are not kept, those left out of them before included. */
  readonly left: number;
}

/** Where what remains is put: taken anew each time it would leave much to be collected. */
export class ThinRoom {
  readonly told = new Bucket();
  readonly kept = new Bucket();
  #keeps = new Uint8Array(0);

  /** A number for each of so many events, 0 at first. */
  keeps(length: number): Uint8Array {
    if (this.#keeps.length < length) this.#keeps = new Uint8Array(length);
    return this.#keeps.fill(0, 0, length);
  }
}

/**
 * Thins a bucket that begins at instant `from`; `depths` are the items in each queue before it. What remains is in `room`
 * until the next one is thinned there.
 */
export function thin(
  bucket: Bucket,
  from: number,
  depths: ReadonlyMap<number, number>,
  room = new ThinRoom(),
): Thinned {
  const { length, at, kind, task, value, line } = bucket;
  const keeps = room.keeps(length);
  const tails = tailsOf(bucket, keeps);
  const goesOn = new Uint8Array(tails.length);
  const begins = new Int32Array(tails.length).fill(-1);
  const locks = new Locks();
  const queues = new Queues(depths);
  const [lost, born] = [new Uint8Array(tails.length), new Uint8Array(tails.length)];
  const skipped = new Sums(tails.length, bucket);
  let left = 0;
  for (let place = 0; place < length; place++) {
    const what = kind[place]!;
    const who = task[place]!;
    switch (what) {
      case Kind.SPAWN:
        born[who] = 1;
        keeps[place] = 1;
        break;
      case Kind.EDIT:
        keeps[place] = 1;
        break;
      case Kind.ACQUIRE:
      case Kind.RELEASE:
        locks.event(place, what, who, value[place]!, keeps);
        break;
      case Kind.PUT:
      case Kind.TAKE:
        queues.event(place, what, value[place]!);
        break;
      case Kind.SKIP:
        if (line[place] === Kind.PUT || line[place] === Kind.TAKE) queues.skip(line[place]!, who, value[place]!);
        else skipped.add(who, line[place]!, value[place]!);
        left--;
        break;
      case Kind.LOST:
        lost[who] = 1;
        left--;
        break;
      case Kind.FIELD:
        break;
      default:
        if (what === Kind.RUN && who >= 0) {
          goesOn[who] = 0;
          begins[who] = place;
        }
        if (place >= (tails[who] ?? 0) || keeps[place] === 1 || goesOn[who] === 1) {
          keeps[place] = 1;
          // What a task says belongs to its step.
          if (what >= Kind.OWN && who >= 0) {
            goesOn[who] = 1;
            if (begins[who]! >= 0) keeps[begins[who]!] = 1;
          }
        }
    }
  }
  const { told, kept } = room;
  told.length = kept.length = 0;
  queues.keep(keeps, kind, task, (queue, put, taken) => {
    if (put > 0) told.event(from, Kind.SKIP, queue, put, Kind.PUT);
    if (taken > 0) told.event(from, Kind.SKIP, queue, taken, Kind.TAKE);
  });
  for (let place = 0; place < length; place++) {
    const what = kind[place]!;
    const who = task[place]!;
    // The fields of an event follow it.
    if (what === Kind.FIELD && place > 0) keeps[place] = keeps[place - 1]!;
    if (keeps[place] === 1) {
      kept.event(at[place]!, what, who, value[place]!, line[place]!);
      continue;
    }
    left++;
    if (what === Kind.SKIP || what === Kind.LOST || what === Kind.FIELD || who < 0) continue;
    lost[who] = 1;
    if (what === Kind.SLEEP || what === Kind.BLOCK || what === Kind.WORK) {
      skipped.add(who, what, value[place]!);
    } else if (what >= Kind.OWN) skipped.add(who, what, 1);
  }
  lost.forEach((is, who) => {
    if (is === 1 && born[who] === 0) told.event(from, Kind.LOST, who, 0, 0);
  });
  skipped.each((who, what, sum) => told.event(from, Kind.SKIP, who, sum, what));
  return { told, kept, left };
}

/** A sum for each task and kind, in numbers side by side: there are tens of thousands of them, a few times a second. */
class Sums {
  readonly #places: Int16Array;
  readonly #kinds: readonly number[];
  readonly #sums: Float64Array;
  readonly #has: Uint8Array;

  constructor(tasks: number, bucket: Bucket) {
    const { places, kinds } = kindsOf(bucket);
    this.#places = places;
    this.#kinds = kinds;
    this.#sums = new Float64Array(tasks * kinds.length);
    this.#has = new Uint8Array(tasks * kinds.length);
  }

  add(task: number, kind: number, more: number): void {
    const place = task * this.#kinds.length + this.#places[kind]!;
    this.#sums[place]! += more;
    this.#has[place] = 1;
  }

  each(tell: (task: number, kind: number, sum: number) => void): void {
    const { length } = this.#kinds;
    this.#has.forEach((has, place) => {
      if (has === 1) tell(Math.floor(place / length), this.#kinds[place % length]!, this.#sums[place]!);
    });
  }
}

/** The kinds of events in a bucket, those that its SKIPs sum up included, and the place of each among them. */
function kindsOf({ length, kind, line }: Bucket): { places: Int16Array; kinds: number[] } {
  const places = new Int16Array(256).fill(-1);
  const kinds: number[] = [];
  const note = (what: number) => {
    if (places[what]! >= 0) return;
    places[what] = kinds.length;
    kinds.push(what);
  };
  for (let place = 0; place < length; place++) note(kind[place] === Kind.SKIP ? line[place]! : kind[place]!);
  return { places, kinds };
}

/**
 * For each task the place from which on its last steps are; 0 where all of them are. The last of each kind of its own
 * events is kept in any case.
 */
function tailsOf(bucket: Bucket, keeps: Uint8Array): Int32Array {
  const { length, kind, task } = bucket;
  let size = 0;
  for (let place = 0; place < length; place++) if (task[place]! >= size) size = task[place]! + 1;
  const tails = new Int32Array(size);
  const steps = new Uint8Array(size);
  const { places, kinds } = kindsOf(bucket);
  const said = new Uint8Array(size * kinds.length);
  for (let place = length - 1; place >= 0; place--) {
    const who = task[place]!;
    if (who < 0) continue;
    const own = who * kinds.length + places[kind[place]!]!;
    if (kind[place]! >= Kind.OWN && said[own] === 0) {
      said[own] = 1;
      keeps[place] = 1;
    }
    if (kind[place] === Kind.RUN && steps[who]! < STEPS_KEPT && ++steps[who]! === STEPS_KEPT) tails[who] = place;
  }
  return tails;
}

/** Takings and givings back that cancel each other out are left out, but for the last of each lock. */
class Locks {
  readonly #last = new Map<number, readonly [took: number, gave: number]>();
  // By resource and task: the places of takings that were not given back.
  readonly #taken = new Map<number, number[]>();

  event(place: number, kind: number, task: number, resource: number, keeps: Uint8Array): void {
    const key = resource * TASKS + task;
    let taken = this.#taken.get(key);
    if (taken === undefined) this.#taken.set(key, (taken = []));
    keeps[place] = 1;
    if (kind === Kind.ACQUIRE) {
      taken.push(place);
      return;
    }
    const matching = taken.pop();
    if (matching === undefined) return;
    // The last use of a lock stays: it may be the only one.
    const [took, gave] = this.#last.get(resource) ?? [];
    if (took !== undefined && gave !== undefined) keeps[took] = keeps[gave] = 0;
    this.#last.set(resource, [matching, place]);
  }
}

/** Of what went through a queue only the items remain that are still in it: queues are first in, first out. */
class Queues {
  readonly #depths: ReadonlyMap<number, number>;
  readonly #queues = new Map<number, { puts: number[]; before: number; taken: number }>();

  constructor(depths: ReadonlyMap<number, number>) {
    this.#depths = depths;
  }

  event(place: number, kind: number, resource: number): void {
    const queue = this.#queue(resource);
    if (kind === Kind.PUT) queue.puts.push(place);
    else queue.taken++;
  }

  /** Items were put, or taken, before all others in the bucket. */
  skip(kind: number, resource: number, count: number): void {
    const queue = this.#queue(resource);
    if (kind === Kind.PUT) queue.before += count;
    else queue.taken += count;
  }

  /** Says which places to keep, with the program's own event that names the item, and what is left out of each queue. */
  keep(
    keeps: Uint8Array,
    kinds: Uint8Array,
    tasks: Int32Array,
    tell: (queue: number, put: number, taken: number) => void,
  ): void {
    for (const [resource, { puts, before, taken }] of this.#queues) {
      const depth = (this.#depths.get(resource) ?? 0) + before + puts.length - taken;
      const kept = Math.min(puts.length, Math.max(0, depth));
      for (const place of puts.slice(puts.length - kept)) {
        keeps[place] = 1;
        const named = place + 1;
        if ((kinds[named] ?? 0) >= Kind.OWN && tasks[named] === tasks[place]) keeps[named] = 1;
      }
      tell(resource, before + puts.length - kept, taken);
    }
  }

  #queue(resource: number) {
    let queue = this.#queues.get(resource);
    if (queue === undefined) this.#queues.set(resource, (queue = { puts: [], before: 0, taken: 0 }));
    return queue;
  }
}
