/**
 * What Little's law and the utilisation law relate, read off a run: each side is counted by itself. Those who wait are the
 * items in queues where items go through queues, else the tasks that wait for a worker or the processor.
 */
import { Kind } from '../trace/kinds.ts';
import type { EventColumns, EventSink } from '../trace/trace.ts';
import {
  littleOf,
  useOf,
  type LittleLaw,
  type UseLaw,
  type WaitTotals,
  type WorkTotals,
} from '../theory/operational.ts';
import { ItemWaits } from './item-waits.ts';
import { processorsOf } from './processors.ts';
import { SummaryFold, type SummaryInfo } from './summary.ts';

/** The totals of a run up to an instant. */
export interface LawTotals {
  /** Virtual seconds that they are about, and how many processors there are. */
  readonly seconds: number;
  readonly processors: number;
  readonly waiting: WaitTotals;
  readonly work: WorkTotals;
}

/** Both laws with the figures on either side. */
export interface Laws {
  readonly little: LittleLaw;
  readonly use: UseLaw;
  /** How many still wait, and how many works are under way: what makes the two sides differ. */
  readonly present: number;
  readonly underWay: number;
}

export class LawsFold implements EventSink {
  readonly #info: SummaryInfo;
  /** The run in figures. */
  #summary: SummaryFold;
  #items = new ItemWaits();

  constructor(info: SummaryInfo) {
    this.#info = info;
    this.#summary = new SummaryFold({ ...info, stage: '' });
  }

  event(at: number, kind: number, task: number, value: number, line = 0): void {
    this.#summary.event(at, kind, task, value, line);
    if (kind === Kind.PUT || kind === Kind.TAKE || kind === Kind.SKIP) this.#items.event(at, kind, task, value, line);
  }

  events({ at, kind, task, value, line }: EventColumns, from: number, to: number): void {
    for (let index = from; index < to; index++)
      this.event(at[index]!, kind[index]!, task[index]!, value[index]!, line[index]);
  }

  /** The run in figures, with nothing of its stage. */
  get summary(): SummaryFold {
    return this.#summary;
  }

  /** The waits of items in queues. */
  get items(): ItemWaits {
    return this.#items;
  }

  /** Whether those who wait are items in queues. */
  get ofItems(): boolean {
    return this.#info.stage === 'queue' || this.#items.used;
  }

  /** The totals up to `t`, which is not before the last event, or to the end of the main task. */
  totals(t: number): LawTotals {
    const seconds = this.#summary.lengthAt(t);
    return {
      seconds,
      processors: processorsOf(this.#info),
      waiting: this.ofItems ? this.#items.until(seconds) : this.#summary.waitingUntil(t),
      work: this.#summary.workUntil(t),
    };
  }

  copy(): LawsFold {
    const copy = new LawsFold(this.#info);
    copy.#summary = this.#summary.copy();
    copy.#items = this.#items.copy();
    return copy;
  }
}

const NOTHING: WaitTotals & WorkTotals = { area: 0, waited: 0, served: 0, present: 0, busy: 0, worked: 0, works: 0, underWay: 0 }; // prettier-ignore

/** The laws over a window of a run: from its beginning, or from an instant at which the totals were `before`. */
export function lawsOf({ seconds, processors, waiting, work }: LawTotals, before: LawTotals | null = null): Laws {
  const [waited, worked] = [before?.waiting ?? NOTHING, before?.work ?? NOTHING];
  const span = seconds - (before?.seconds ?? 0);
  const own = {
    ...{ area: waiting.area - waited.area, waited: waiting.waited - waited.waited },
    ...{ served: waiting.served - waited.served, present: waiting.present },
  };
  const done = {
    ...{ busy: work.busy - worked.busy, worked: work.worked - worked.worked },
    ...{ works: work.works - worked.works, underWay: work.underWay },
  };
  return {
    little: littleOf(own, span),
    use: useOf(done, span, processors),
    present: own.present,
    underWay: done.underWay,
  };
}

/** The laws as figures of a run: how many wait, and what either law says of that and of the use of the processors. */
export function lawFigures({ little, use }: Laws): Readonly<Record<'meanNumber' | 'littleNumber' | 'lawUse', number>> {
  return { meanNumber: little.number, littleNumber: little.product, lawUse: use.product };
}
