import { Snapshots } from '../../../shared/fold/snapshots.ts';
import { processorsOf } from '../../../shared/fold/processors.ts';
import { utilisation } from '../../../shared/theory/utilisation.ts';
import type { LaneStore } from '../../stores/lane.svelte.ts';
import { HallFold } from './fold.ts';

/** Events folded ahead of the clock in one display frame, so that going anywhere is quick later. */
const AHEAD = 1 << 15;

/** What is known of a run once all of it is here. */
export interface Whole {
  readonly pairs: number;
  /** Seconds in which some master worked or walked; null where her thinking is awaited: nobody is busy like that. */
  readonly busy: number | null;
  readonly end: number;
}

/** A lane's figures at an instant. */
export interface Figures {
  /** The lane's own clock: it stops where the lane ends. */
  readonly at: number;
  readonly over: boolean;
  readonly pairs: number;
  readonly games: number;
  /** Share of her time that she works, 0..1; null where her thinking is awaited. */
  readonly use: number | null;
}

/** A lane of boards at any instant: the folds over its trace, kept ready for going back and forth. */
export class HallScene {
  readonly lane: LaneStore;
  #snapshots: Snapshots<HallFold>;
  #rewrites: number;
  #folded = 0;
  #whole = $state.raw<Whole | null>(null);

  constructor(lane: LaneStore) {
    this.lane = lane;
    const { model } = lane.info.scenario;
    this.#rewrites = lane.rewrites;
    this.#snapshots = new Snapshots(lane.trace, () => new HallFold(model));
  }

  /** How many boards there are. They are known before the first event. */
  get boards(): number {
    const { boards } = this.lane.info.scenario.params as { boards?: unknown };
    return typeof boards === 'number' ? boards : 0;
  }

  /** The fold at instant `t`. It is handed out again, changed, at the next question. */
  at(t: number): HallFold {
    this.#follow();
    return this.#snapshots.atIndex(this.lane.countUntil(Math.min(t, this.lane.reached)));
  }

  /** The lane's figures at instant `t`; asked again, they follow what has come in since. */
  figures(t: number): Figures {
    void this.lane.version;
    const fold = this.at(t);
    const { end } = this.lane;
    const over = end !== null && t >= end;
    const at = over ? end : t;
    const { scenario } = this.lane.info;
    const use = utilisation(fold.occupancy.busyUntil(at), processorsOf(scenario) * at);
    return { at, over, pairs: fold.pairs, games: fold.games, use: fold.boards.everywhere ? null : use };
  }

  /** The run as a whole; null while it is not all here. */
  get whole(): Whole | null {
    return this.#whole;
  }

  /** Folds on a little beyond what has been asked for; once a display frame. Returns whether there is more to do. */
  prepare(): boolean {
    this.#follow();
    const { length } = this.lane.trace;
    if (this.#folded < length) {
      this.#folded = Math.min(length, this.#folded + AHEAD);
      this.#snapshots.atIndex(this.#folded);
    }
    const { end } = this.lane;
    if (this.#folded < length) {
      this.#whole = null;
      return true;
    }
    if (end === null || this.#whole?.end === end) return false;
    const fold = this.#snapshots.atIndex(length);
    const busy = fold.boards.everywhere ? null : fold.occupancy.busyUntil(end);
    this.#whole = { pairs: fold.pairs, busy, end };
    return false;
  }

  /** Forgets what a rewrite of the trace has made untrue. */
  #follow(): void {
    const { lane } = this;
    if (lane.rewrites === this.#rewrites) return;
    this.#rewrites = lane.rewrites;
    this.#snapshots.truncate(lane.rewrittenFrom);
    this.#folded = Math.min(this.#folded, lane.rewrittenFrom);
  }
}

const scenes = new WeakMap<LaneStore, HallScene>();

/** The scene of a lane, which all views of it share. */
export function hallScene(lane: LaneStore): HallScene {
  let scene = scenes.get(lane);
  if (scene === undefined) {
    scene = new HallScene(lane);
    scenes.set(lane, scene);
  }
  return scene;
}
