/**
 * Recordings of other programs in the format of Chrome's tracing: a documented subset of it, read as a stranger's data.
 * A track is a thread of a process. On it X and B/E are work, and the time within b/e, which are asynchronous, is waiting
 * where there is no work. Instants (i, I, R, n) and flows (s, t, f) are counted, names (M) are taken, all else is counted.
 * https://docs.google.com/document/d/1CvAClvFfyA5R-PhYUmn5OOQtYMH4h6I0nSsKchNAySU
 */
import { InputError, problem } from '../scenario/problem.ts';
import { united, without, type Interval } from './intervals.ts';

/** Most events, tracks and nested works that are read, and most letters of a name. */
export const EVENTS_MAX = 1_000_000;
export const TRACKS_MAX = 10_000;
export const NESTED_MAX = 1_000;
export const NAME_MAX = 200;

/** Microseconds in a second: the unit of a recording's instants. */
const MICRO = 1e6;

export interface RecordedTrack {
  readonly name: string;
  /** From the first thing that is known of it to the last, in seconds since the recording began. */
  readonly from: number;
  readonly to: number;
  readonly running: readonly Interval[];
  readonly waiting: readonly Interval[];
}

export interface Recording {
  readonly tracks: readonly RecordedTrack[];
  /** Events in the file. */
  readonly events: number;
  /** Those that are shown by nothing: flows, an end without its beginning, and whatever is not of the subset. */
  readonly ignored: number;
  readonly seconds: number;
}

/** Whether something looks like a recording that another program made: Simul's own have a part of their own. */
export function isForeign(given: unknown): boolean {
  if (Array.isArray(given)) return given.length > 0 && isRecord(given[0]) && typeof given[0]['ph'] === 'string';
  return isRecord(given) && Array.isArray(given['traceEvents']) && given['simul'] === undefined;
}

/** @throws InputError with path, value and limit where something is not as it must be. */
export function readRecording(given: unknown): Recording {
  const [path, list] = Array.isArray(given)
    ? ['events', given as unknown[]]
    : ['traceEvents', isRecord(given) ? given['traceEvents'] : undefined];
  if (!Array.isArray(list)) throw refused('traceEvents', list, 'a list of events');
  if (list.length > EVENTS_MAX) {
    throw refused(path, `${list.length} events`, `at most ${EVENTS_MAX} events`);
  }
  const reader = new Reader();
  const timed: Timed[] = [];
  list.forEach((event: unknown, index) => {
    const read = readEvent(event, `${path}.${index}`);
    if (read.phase === 'M') reader.name(read.event);
    else if (read.at === null) reader.ignored++;
    else timed.push(read as Timed);
  });
  if (timed.length === 0) throw refused(path, `${list.length} events`, 'a list with an event that has an instant');
  // As they happened; those of one instant in the order of the file.
  timed.sort((a, b) => a.at - b.at);
  for (const event of timed) reader.take(event);
  return reader.recording(list.length);
}

type Fields = Readonly<Record<string, unknown>>;

interface Read {
  readonly path: string;
  readonly phase: string;
  readonly event: Fields;
  /** Microseconds; null where the event is not of the subset. */
  readonly at: number | null;
  readonly length: number;
}

type Timed = Read & { readonly at: number };

const KNOWN = 'XBEbeniIR';

function readEvent(event: unknown, path: string): Read {
  if (!isRecord(event)) throw refused(path, event, 'an object');
  const phase = event['ph'];
  if (typeof phase !== 'string' || phase.length !== 1) throw refused(`${path}.ph`, phase, 'one letter');
  if (!KNOWN.includes(phase)) return { path, phase, event, at: null, length: 0 };
  for (const part of ['pid', 'tid']) {
    const number = event[part] ?? 0;
    if (typeof number === 'string' ? number.length > NAME_MAX : !Number.isFinite(number)) {
      throw refused(`${path}.${part}`, number, `a number, or a name of at most ${NAME_MAX} letters`);
    }
  }
  const { ts, dur = 0 } = event;
  if (!isInstant(ts)) throw refused(`${path}.ts`, ts, 'a number of microseconds');
  if (!isInstant(dur) || dur < 0) throw refused(`${path}.dur`, dur, 'a number of microseconds, at least 0');
  return { path, phase, event, at: ts, length: phase === 'X' ? dur : 0 };
}

interface Track {
  readonly process: string;
  readonly thread: string;
  readonly running: Interval[];
  readonly waiting: Interval[];
  /** Instants at which works began that are not over. */
  readonly open: number[];
  from: number;
  to: number;
}

class Reader {
  ignored = 0;
  readonly #tracks = new Map<string, Track>();
  readonly #names = new Map<string, string>();
  // By process, category and id: the track, and how many have begun since when.
  readonly #waits = new Map<string, { readonly track: Track; readonly since: number; depth: number }>();
  #last = -Infinity;

  /** Takes the name of a process or of a thread. */
  name(event: Fields): void {
    const args = event['args'];
    const name = isRecord(args) ? args['name'] : undefined;
    if (typeof name !== 'string') return;
    const short = name.slice(0, NAME_MAX);
    if (event['name'] === 'process_name') this.#names.set(`process ${idOf(event, 'pid')}`, short);
    if (event['name'] === 'thread_name') this.#names.set(`thread ${idOf(event, 'pid')} ${idOf(event, 'tid')}`, short);
  }

  take({ phase, event, at, length, path }: Timed): void {
    const track = this.#track(event, at, path);
    track.to = Math.max(track.to, at + length);
    this.#last = Math.max(this.#last, at + length);
    switch (phase) {
      case 'X':
        track.running.push({ from: at, to: at + length });
        break;
      case 'B':
        if (track.open.length >= NESTED_MAX)
          throw refused(path, 'one more work within others', `at most ${NESTED_MAX}`);
        track.open.push(at);
        break;
      case 'E': {
        const from = track.open.pop();
        if (from === undefined) this.ignored++;
        else track.running.push({ from, to: at });
        break;
      }
      case 'b':
      case 'e':
        this.#wait(phase, event, track, at);
        break;
    }
  }

  recording(events: number): Recording {
    // What has not ended goes on to the end.
    for (const { track, since, depth } of this.#waits.values()) {
      if (depth > 0) track.waiting.push({ from: since, to: this.#last });
    }
    const begins = Math.min(...this.#all().map(({ from }) => from));
    const seconds = (at: number) => (at - begins) / MICRO;
    const inSeconds = ({ from, to }: Interval) => ({ from: seconds(from), to: seconds(to) });
    const processes = new Set(this.#all().map(({ process }) => process));
    const tracks = this.#all().map((track): RecordedTrack => {
      const open = track.open.map((from) => ({ from, to: this.#last }));
      const running = united([...track.running, ...open]);
      const waiting = without(united(track.waiting), running);
      const to = Math.max(track.to, running.at(-1)?.to ?? track.to, waiting.at(-1)?.to ?? track.to);
      return {
        name: this.#nameOf(track, processes.size > 1),
        ...inSeconds({ from: track.from, to }),
        running: running.map(inSeconds),
        waiting: waiting.map(inSeconds),
      };
    });
    return { tracks, events, ignored: this.ignored, seconds: seconds(this.#last) };
  }

  #all(): Track[] {
    return [...this.#tracks.values()];
  }

  #track(event: Fields, at: number, path: string): Track {
    const [process, thread] = [idOf(event, 'pid'), idOf(event, 'tid')];
    const key = `${process} ${thread}`;
    let track = this.#tracks.get(key);
    if (track === undefined) {
      if (this.#tracks.size >= TRACKS_MAX) throw refused(path, 'one more track', `of at most ${TRACKS_MAX} tracks`);
      track = { process, thread, running: [], waiting: [], open: [], from: at, to: at };
      this.#tracks.set(key, track);
    }
    return track;
  }

  #wait(phase: string, event: Fields, track: Track, at: number): void {
    const key = `${idOf(event, 'pid')} ${idOf(event, 'cat')} ${idOf(event, 'id')} ${scopedId(event['id2'])}`;
    const wait = this.#waits.get(key);
    if (phase === 'b') {
      if (wait === undefined || wait.depth === 0) this.#waits.set(key, { track, since: at, depth: 1 });
      else wait.depth++;
    } else if (wait === undefined || wait.depth === 0) this.ignored++;
    else if (--wait.depth === 0) wait.track.waiting.push({ from: wait.since, to: at });
  }

  #nameOf({ process, thread }: Track, several: boolean): string {
    const own = this.#names.get(`thread ${process} ${thread}`) ?? `thread ${thread}`;
    return several ? `${this.#names.get(`process ${process}`) ?? `process ${process}`}, ${own}` : own;
  }
}

/** A number or a name that tells things apart; whatever else stands there does not. */
function idOf(event: Fields, part: string): string {
  const id = event[part] ?? 0;
  return typeof id === 'string' || typeof id === 'number' ? String(id) : '';
}

/** An id that holds within its process, or everywhere. */
function scopedId(id: unknown): string {
  return isRecord(id) ? `${idOf(id, 'local')} ${idOf(id, 'global')}` : '';
}

function isInstant(value: unknown): value is number {
  return typeof value === 'number' && Number.isFinite(value);
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function refused(path: string, value: unknown, limit: string): InputError {
  return new InputError([problem(path, value, limit)]);
}
