/** What the picture of a queue shows at an instant: every producer and consumer, every item, and what is on its way between them. */
import { markOf, type MarkId, State } from '../../../shared/fold/marks.ts';
import type { ItemAt, QueueDoing, QueueStageFold } from '../../../shared/fold/queue-stage.ts';
import type { Playback } from '../kit/playback.ts';

/** A producer or a consumer. */
export interface PersonView {
  readonly task: number;
  /** Its number among its kind, from 0. */
  readonly number: number;
  readonly producer: boolean;
  readonly mark: MarkId | null;
  readonly doing: QueueDoing;
  /** Whole seconds that are left of a pause, or that something has lasted. */
  readonly seconds: number;
  /** Share of its pause that is over, 0..1. */
  readonly share: number;
  readonly count: number;
  /** What it holds and shows; an item that is still on its way to it is not there yet. */
  readonly hand: ItemAt | null;
}

/** An item in a slot. */
export interface ItemView {
  readonly item: ItemAt;
  /** Seconds since it was made, and the share of the longest wait so far, 0..1. */
  readonly waited: number;
  readonly share: number;
  /** How far it has come from its producer, 0..1; 1 when it lies in its slot. */
  readonly arrived: number;
}

/** An item on its way from the queue to a consumer. */
export interface FlightView {
  readonly item: ItemAt;
  readonly taker: number;
  readonly progress: number;
  /** Whether it left its producer only now, and so comes from there. */
  readonly straight: boolean;
}

export interface QueueView {
  readonly people: readonly PersonView[];
  readonly items: readonly ItemView[];
  readonly flights: readonly FlightView[];
  readonly made: number;
  readonly taken: number;
  readonly queued: number;
  readonly deepest: number;
  readonly held: number;
  readonly longest: number;
  readonly full: boolean;
  /** How far the queue has moved up since an item was taken, 0..1. */
  readonly moved: number;
  /** Whether the run is over. */
  readonly over: boolean;
}

/** Wall seconds of a way, and of moving up by one slot. */
const WAY = 0.34;
const MOVE_UP = 0.16;
/** Items a wall second above which nobody could follow them. */
const ITEMS_SEEN = 20;

/** The picture at the playback's instant; at most `shown` items of the queue. */
export function viewQueue(
  fold: QueueStageFold,
  capacity: number | null,
  shown: number,
  playback: Playback,
  over = false,
): QueueView {
  const { t } = playback;
  const way = wayAt(fold, playback);
  const longest = Math.max(0, fold.longestAt(t));
  const people = Array.from({ length: fold.size }, (_, index) => viewPerson(fold, index + 1, t, way(WAY)));
  const items = Array.from({ length: Math.min(shown, fold.queued) }, (_, index): ItemView => {
    const item = fold.item(index);
    const waited = Math.max(0, t - item.madeAt);
    return { item, waited, share: longest > 0 ? waited / longest : 0, arrived: way(WAY)(item.putAt) };
  });
  const flights = people.flatMap(({ task, producer }): FlightView[] => {
    const item = producer ? null : fold.hand(task);
    if (item === null) return [];
    const progress = way(WAY)(item.takenAt);
    return progress < 1 ? [{ item, taker: task, progress, straight: item.takenAt === item.putAt }] : [];
  });
  const { made, taken, queued, deepest, heldBack: held } = fold;
  const full = capacity !== null && queued >= capacity;
  return {
    people,
    items,
    flights,
    made,
    taken,
    queued,
    deepest,
    held,
    longest,
    full,
    moved: way(MOVE_UP)(fold.lastTakeAt),
    over,
  };
}

/** How far something has come that set out at an instant, given the wall seconds it takes; 1 where nothing moves. */
function wayAt(
  fold: QueueStageFold,
  { t, playing, speed, motion }: Playback,
): (wall: number) => (since: number) => number {
  const moves = playing && motion && speed !== null && t > 0 && (fold.made / t) * speed <= ITEMS_SEEN;
  if (!moves) return () => () => 1;
  return (wall) => (since) => {
    const share = Math.min(1, (t - since) / speed / wall);
    return Number.isFinite(share) ? share * share * (3 - 2 * share) : 1;
  };
}

function viewPerson(fold: QueueStageFold, task: number, t: number, way: (since: number) => number): PersonView {
  const producer = fold.isProducer(task);
  const { state, since, until } = fold.states.task(task);
  const doing = fold.doing(task);
  const item = fold.hand(task);
  const waitsFrom = producer && item !== null ? item.madeAt : since;
  const seconds = doing === 'pauses' ? Math.ceil(until - t - 1e-6) : Math.floor(t - waitsFrom + 1e-6);
  return {
    task,
    number: producer ? task - 1 : task - 1 - fold.producers,
    producer,
    mark: state === State.ABSENT ? null : (markOf(state)?.id ?? null),
    doing,
    seconds: Math.max(0, seconds),
    share: doing === 'pauses' && until > since ? Math.min(1, Math.max(0, (t - since) / (until - since))) : 0,
    count: fold.count(task),
    hand: item !== null && (producer || way(item.takenAt) >= 1) ? item : null,
  };
}
