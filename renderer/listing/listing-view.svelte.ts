import { cursorOf, cursorsOf, tasksOn } from '../../shared/fold/cursors.ts';
import type { MarkId } from '../../shared/fold/marks.ts';
import { StateFold } from '../../shared/fold/state.ts';
import { Texts } from '../../shared/listing/texts.ts';
import { foldAt } from '../stores/folds.ts';
import type { LaneStore } from '../stores/lane.svelte.ts';
import { selection } from '../stores/selection.svelte.ts';
import { session } from '../stores/session.svelte.ts';
import { editsUntil, paramsAt } from '../../shared/scenario/edits.ts';
import { tokensOf } from './tokens.ts';

/** A lane that was asked for, for as long as the selection stays where it was then. */
interface Asked {
  readonly lane: LaneStore;
  readonly task: number | null;
  readonly from: number | null;
}

/** The lane whose listing is shown: that of the task that is picked out, or the one that was asked for since. */
export class ListedLane {
  #asked = $state.raw<Asked | null>(null);
  #lane = $derived.by(() => {
    const { lanes } = session;
    const asked = this.#asked;
    const stays = asked !== null && asked.from === selection.lane && asked.task === selection.task;
    if (stays && lanes.includes(asked.lane)) return asked.lane;
    return lanes[selection.lane ?? 0] ?? lanes[0] ?? null;
  });

  /** Null where there is none yet. */
  get lane(): LaneStore | null {
    return this.#lane;
  }

  /** Shows another lane's listing, until a task is picked out. */
  ask(lane: LaneStore): void {
    this.#asked = { lane, task: selection.task, from: selection.lane };
  }
}

/** The listing of one lane, and where its tasks stand in it at the clock's instant. */
export class ListingView {
  readonly #laneOf: () => LaneStore | null;
  #lane = $derived.by(() => this.#laneOf());
  #texts = $derived(session.entry === null ? null : new Texts(session.entry.texts));
  // Edits are few: only where one is passed is the text another.
  #edits = $derived(this.#lane === null ? 0 : editsUntil(this.#lane.info.scenario, session.clock.at));
  #params = $derived.by(() => {
    const edits = this.#lane?.info.scenario.edits ?? [];
    const at = edits.length === 0 || this.#edits === 0 ? -1 : Math.max(...edits.slice(0, this.#edits).map((e) => e.at));
    return this.#lane === null ? {} : paramsAt(this.#lane.info.scenario, at);
  });
  #lines = $derived.by(() => {
    const scenario = this.#lane?.info.scenario;
    return scenario === undefined || this.#texts === null ? [] : this.#texts.lines(scenario, this.#params);
  });
  #tokens = $derived(tokensOf(this.#lines.map(({ text }) => text), 'python')); // prettier-ignore
  #cursors = $derived.by(() => cursorsOf(this.#states(), this.#lines.length));
  #picked = $derived.by(() => {
    const lane = this.#lane;
    if (lane === null || selection.task === null || selection.lane !== lane.index) return null;
    return cursorOf(this.#states(), this.#lines.length, selection.task);
  });

  constructor(laneOf: () => LaneStore | null) {
    this.#laneOf = laneOf;
  }

  get lines(): ReturnType<Texts['lines']> {
    return this.#lines;
  }

  get tokens(): ReturnType<typeof tokensOf> {
    return this.#tokens;
  }

  get params(): object {
    return this.#params;
  }

  get cursors(): ReturnType<typeof cursorsOf> {
    return this.#cursors;
  }

  /** Where the task stands that is picked out; null where none of this lane is, or where it has ended. */
  get picked(): ReturnType<typeof cursorOf> {
    return this.#picked;
  }

  /** Who stands on a line with a mark. */
  tasksOn(line: number, mark: MarkId): readonly number[] {
    return tasksOn(this.#states(), this.#lines.length, line, mark);
  }

  /** Picks out a task of this lane. */
  pick(task: number): void {
    const lane = this.#lane;
    if (lane === null) return;
    // The program itself is no board that could lie open.
    if (task === 0) selection.close();
    selection.pick(lane.index, task);
  }

  #states(): StateFold {
    const lane = this.#lane;
    if (lane === null) return new StateFold();
    void lane.version;
    return foldAt(lane, 'listing', session.clock.at, () => new StateFold());
  }
}
