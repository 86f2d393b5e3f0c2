/** What the picture of a call stack shows at an instant: a card for each frame, and what goes from one to another. */
import {
  MAIN,
  type StackFrameAt,
  type StackFrameState,
  type StackFramesFold,
  type Message,
} from '../../../shared/fold/stack-frames.ts';
import type { Functions } from '../../../shared/listing/functions.ts';
import type { Playback } from '../kit/playback.ts';

/** A program's frames by name, and its text. */
export interface Code {
  readonly functions: Functions;
  readonly nameOf: (frame: number) => string;
}

export interface CardView {
  readonly frame: number;
  readonly name: string;
  /** A function that is called and is no generator is about to run. */
  readonly state: StackFrameState | 'called';
  /** The name of the frame for which it waits; '' for none. */
  readonly inner: string;
  /** The text of the line on which it stands; '' where it stands on none. */
  readonly code: string;
  /** What it has returned; null for nothing. */
  readonly returned: number | null;
}

/** What is on its way, from the card in one row to that in another. */
export interface TokenView {
  readonly kind: Message['kind'];
  readonly from: number;
  readonly to: number;
  /** null where something is said and no value is handed over. */
  readonly value: number | null;
  /** How far it has come, 0..1. */
  readonly share: number;
}

export interface CallStackView {
  readonly cards: readonly CardView[];
  /** The row of the frame that runs; -1 for none. */
  readonly lit: number;
  readonly parked: number;
  readonly token: TokenView | null;
  /** The last values that the outermost frame has got, and how many there were. */
  readonly values: readonly number[];
  readonly got: number;
  /** How many values are in memory; after the end the most there were. */
  readonly kept: number;
  readonly over: boolean;
}

/** Wall seconds of a way, the share of its step that it takes at most, and the shortest step in which it can be seen. */
const WAY = 0.42;
const PART = 0.6;
const SHORTEST = 0.14;

/** The picture at the playback's instant; `rows` are the frames that ever are, the outermost first. */
export function viewCallStack(
  fold: StackFramesFold,
  rows: readonly number[],
  code: Code,
  playback: Playback,
): CallStackView {
  const frames = fold.frames;
  const known = new Map(frames.map((each) => [each.frame, each]));
  const cards = rows.map((frame) => cardOf(frame, known.get(frame), frames, code));
  return {
    cards,
    lit: cards.findIndex(({ state }) => state === 'runs'),
    parked: cards.filter(({ state }) => state === 'parked' || state === 'made').length,
    token: tokenOf(fold.message, rows, playback),
    values: fold.values,
    got: fold.got,
    kept: fold.over ? fold.most : fold.kept,
    over: fold.over,
  };
}

function cardOf(frame: number, at: StackFrameAt | undefined, frames: readonly StackFrameAt[], code: Code): CardView {
  const name = code.nameOf(frame);
  const absent = { frame, name, state: 'absent', inner: '', code: '', returned: null } as const;
  if (at === undefined || at.state === 'absent') return absent;
  const state = at.state === 'made' && !code.functions.isGenerator(name) ? 'called' : at.state;
  const returned = state === 'gone' && !Number.isNaN(at.returned) ? at.returned : null;
  const next = frames.slice(frames.indexOf(at) + 1).find((each) => each.state !== 'gone');
  const inner = state === 'waits' && next !== undefined ? code.nameOf(next.frame) : '';
  const line = state === 'gone' ? 0 : lineOf(name, at, next, code);
  return { ...absent, state, inner, returned, code: code.functions.text(line) };
}

function lineOf(name: string, at: StackFrameAt, inner: StackFrameAt | undefined, { functions, nameOf }: Code): number {
  const waitsAt = inner === undefined ? 0 : functions.waitsAt(name, nameOf(inner.frame), inner.from);
  if (at.state === 'waits') return waitsAt || at.line;
  if (at.state === 'parked') return at.line || waitsAt;
  return at.line || functions.head(name);
}

function tokenOf(message: Message | null, rows: readonly number[], playback: Playback): TokenView | null {
  if (message === null) return null;
  const { kind, value } = message;
  const [from, to] = [rows.indexOf(message.from), rows.indexOf(message.to)];
  const valueless = kind === 'called' || kind === 'ended';
  if (from < 0 || to < 0 || (Number.isNaN(value) && !valueless)) return null;
  return { kind, from, to, value: valueless ? null : value, share: from === to ? 1 : shareOf(message, playback) };
}

/** Paused, and where nobody could follow it, what was sent has come to where it goes. */
function shareOf({ at, until }: Message, { t, playing, speed, motion }: Playback): number {
  if (!playing || !motion || speed === null) return 1;
  const step = (until - at) / speed;
  if (!(step >= SHORTEST)) return 1;
  const share = Math.max(0, Math.min(1, (t - at) / speed / Math.min(WAY, PART * step)));
  return share * share * (3 - 2 * share);
}

/** The name of a frame: that of its resource, or of the main task. */
export function namesOf(main: string, resources: readonly string[]): (frame: number) => string {
  return (frame) => (frame === MAIN ? main : (resources[frame] ?? String(frame)));
}
