import { changeText } from '../params/edit-text.ts';
import { fieldsOf } from '../params/fields.ts';
import { SlowClock } from '../stores/slow-clock.svelte.ts';
import { en } from '../words/en.ts';
import { fill } from '../words/fill.ts';
import { kindOf } from '../stage/kinds.ts';
import { sentenceAt, type Telling } from '../words/sentence.ts';
import { foldOf } from '../stores/folds.ts';
import type { SessionStore } from '../stores/session.svelte.ts';
import { LogFold, type LogDetail } from './log-fold.ts';
import { countRows, rowsFrom, type LaneLog, type Row } from './rows.ts';
import { scrollView } from './scroll.ts';

/** What a log shows of a session: a few lines up to the clock's instant, or up to where somebody has scrolled. */
export class LogView {
  /** Whether every step of the event loop is told too. */
  every = $state(false);
  /** Height of the window and of a line, in pixels. */
  height = $state(0);
  rowHeight = $state(28);
  readonly #session: SessionStore;
  readonly #clock: SlowClock;
  #scrollTop = $state(0);
  // Who has scrolled down reads, and wants the lines to stay where they are.
  #readingAt = $state.raw<number | null>(null);
  #detail = $derived<LogDetail>(this.every ? 'every' : 'own');
  #fields = $derived.by(() => (this.#session.entry === null ? [] : fieldsOf(this.#session.entry.schema)));
  #logs = $derived.by(() => this.#session.lanes.map((lane) => this.#logOf(lane)));
  #tellings = $derived.by(() => this.#session.lanes.map((lane) => this.#tellingOf(lane)));
  #at = $derived.by(() => Math.min(this.#readingAt ?? Infinity, this.#clock.at));
  #total = $derived(countRows(this.#logs, this.#at));
  #view = $derived(scrollView(this.#total, this.rowHeight, this.#scrollTop, this.height));
  #rows = $derived(rowsFrom(this.#logs, this.#at, this.#view.first, this.#view.count));

  constructor(session: SessionStore) {
    this.#session = session;
    this.#clock = new SlowClock(() => session.clock.at);
  }

  /** The lines that are seen. */
  get rows(): readonly Row[] {
    return this.#rows;
  }

  /** Height of the whole list, and where the first line that is seen lies in it; in pixels. */
  get whole(): number {
    return this.#view.height;
  }

  get offset(): number {
    return this.#view.offset;
  }

  /** Whether it stands still because somebody reads. */
  get reading(): boolean {
    return this.#readingAt !== null;
  }

  scrolledTo(top: number): void {
    this.#scrollTop = top;
    this.#readingAt = top > this.rowHeight / 2 ? (this.#readingAt ?? this.#session.clock.at) : null;
  }

  /** A line in a sentence, with the name of its lane in front where there are several. */
  textOf({ lane, index }: Row): string {
    const sentence = sentenceAt(this.#tellings[lane]!, index);
    const { lanes } = this.#session;
    return lanes.length === 1 ? sentence : fill(en.events.inLane, { lane: lanes[lane]!.title, sentence });
  }

  #logOf(lane: SessionStore['lanes'][number]): LaneLog {
    // The trace grows in place; its version says that it has.
    void lane.version;
    const detail = this.#detail;
    const lines = foldOf(lane, `log-${detail}`, () => new LogFold(detail));
    return { trace: lane.trace, lines, countUntil: (at) => lane.countUntil(at) };
  }

  #tellingOf({ trace, info }: SessionStore['lanes'][number]): Telling {
    const { entry } = this.#session;
    const { manner } = kindOf(entry);
    const { vocabulary = [] } = entry ?? {};
    return { trace, vocabulary, manner, scenario: info.scenario, change: (edit) => changeText(edit, this.#fields) };
  }
}
