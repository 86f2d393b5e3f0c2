/**
 * What is on screen: lanes of one workload under several models, on one clock. The session decides nothing about
 * sending: a publisher reads it. The wall clock is handed in with each call.
 */
import type { LaneChoice, Pace, SavedSession } from '../../shared/protocol/calls.ts';
import type { ClockState, SessionPush, Within } from '../../shared/protocol/pushes.ts';
import { InputError, problem } from '../../shared/scenario/problem.ts';
import { EDITS_MAX, withEdit, type Edit } from '../../shared/scenario/scenario.ts';
import type { SampledOptions } from '../../shared/trace/sampled-trace.ts';
import type { Workload } from '../workloads/workload.ts';
import { firstDifference, isStructural, paramsAt } from './edits.ts';
import { editChange, History, openChange, type Moment } from './history.ts';
import { Lane } from './lane.ts';
import { Pacer, type Horizon } from './pacer.ts';
import { read, type Asked, type Reading } from './reading.ts';
import { targetOf, type Step } from './step.ts';
import { trueInstant } from './true-instant.ts';

/** Steps that may wait for their decisions to be computed; a key held down asks for no more. */
const STEPS_WAITING_MAX = 100;

export class Session {
  readonly #workloads: readonly Workload<unknown>[];
  readonly #sampling: SampledOptions | undefined;
  readonly #pacer = new Pacer();
  readonly #history = new History();
  // The moment inside the clock's instant to which a step has led.
  #within: Within | null = null;
  // Steps whose decisions are not computed yet.
  #steps: Step[] = [];
  #lanes: Lane[] = [];
  // The parameters at the end of all edits.
  #params: unknown;
  #epoch = 0;
  #changes = 0;

  /** `sampling` says from where on the traces of its lanes are sampled. */
  constructor(workloads: readonly Workload<unknown>[], start: Asked, sampling?: SampledOptions) {
    this.#workloads = workloads;
    this.#sampling = sampling;
    this.#show(read(start, workloads));
  }

  get lanes(): readonly Lane[] {
    return this.#lanes;
  }

  /** Counts up when other lanes come on screen. */
  get epoch(): number {
    return this.#epoch;
  }

  /** Counts up when `info` has changed. */
  get changes(): number {
    return this.#changes;
  }

  get info(): Omit<SessionPush, 'type'> {
    const [first] = this.#lanes;
    return {
      epoch: this.#epoch,
      lanes: this.#lanes.map(({ scenario }, index) => ({ ...this.#choices[index]!, scenario })),
      params: this.#params as Record<string, unknown>,
      edits: first!.scenario.edits,
      canUndo: this.#history.undoes !== null,
      canRedo: this.#history.redoes !== null,
      undoes: this.#history.undoes,
      redoes: this.#history.redoes,
    };
  }

  get clock(): ClockState {
    const horizon = this.#horizon;
    return {
      at: Math.min(this.#pacer.at, horizon.endsAt ?? Infinity),
      within: this.#within,
      playing: this.#pacer.playing,
      pace: this.#pacer.pace,
      speed: this.#pacer.speed(horizon),
      achieved: this.#pacer.playing ? this.#pacer.achieved : null,
      endsAt: horizon.endsAt,
    };
  }

  /** Whether some lane is still being computed. */
  get computing(): boolean {
    return this.#lanes.some((lane) => lane.computing);
  }

  /** Computes the lane that is furthest behind for a moment. False when all are done. */
  compute(): boolean {
    let behind: Lane | null = null;
    for (const lane of this.#lanes) {
      if (lane.computing && (behind === null || lane.reached < behind.reached)) behind = lane;
    }
    behind?.compute();
    return behind !== null;
  }

  /** Lets the clock go on to wall instant `nowMs`. */
  tick(nowMs: number): void {
    this.#takeSteps(nowMs);
    if (this.#pacer.playing) this.#within = null;
    this.#pacer.tick(nowMs, this.#horizon);
  }

  /** The wall time that has passed until `nowMs` does not count: nobody was looking. */
  skip(nowMs: number): void {
    this.#pacer.moveTo(this.#pacer.at, nowMs);
  }

  play(nowMs: number): void {
    this.#steps = [];
    this.#within = null;
    // At the end there is nothing left to play but the whole of it.
    const { endsAt } = this.#horizon;
    if (endsAt !== null && this.#pacer.at >= endsAt) this.#pacer.moveTo(0, nowMs);
    this.#pacer.play(nowMs);
  }

  pause(nowMs: number): void {
    this.tick(nowMs);
    this.#pacer.pause();
  }

  restart(nowMs: number): void {
    this.#moveTo(0, nowMs);
  }

  setPace(pace: Pace, nowMs: number): void {
    this.tick(nowMs);
    this.#pacer.setPace(pace, nowMs);
  }

  seek(at: number, nowMs: number): void {
    const { endsAt } = this.#horizon;
    this.#moveTo(trueInstant(this.#lanes, endsAt === null ? at : Math.min(at, endsAt)), nowMs);
  }

  /**
   * Goes on to the next scheduling decision and pauses right after it, as soon as it has been computed; at the end it
   * stays. Several decisions may be made at one instant: the clock then stands inside it.
   *
   * @throws InputError when there is no such lane; nothing has changed then.
   */
  step(nowMs: number, lane?: number): void {
    this.#ask({ forward: true, lane: this.#laneNumber(lane) }, nowMs);
  }

  /** Goes back to the scheduling decision before and pauses right after it; before the first there is none. */
  stepBack(nowMs: number, lane?: number): void {
    this.#ask({ forward: false, lane: this.#laneNumber(lane) }, nowMs);
  }

  /** @throws InputError when the scenario or a lane cannot be run; nothing has changed then. */
  open(asked: Asked, nowMs: number): void {
    const reading = read(asked, this.#workloads);
    const before = this.#moment;
    this.#pacer.pause();
    this.#moveTo(0, nowMs);
    this.#show(reading);
    this.#history.remember(before, openChange(before.saved, this.saved));
  }

  /**
   * Changes a parameter from the clock's instant on. Edits that lie after it are dropped: the run from here on is
   * another one. A structural parameter starts afresh, with what had been edited so far as it stands.
   *
   * @throws InputError when there is no such parameter or the value cannot stand there; nothing has changed then.
   */
  edit(path: string, value: unknown, nowMs: number): void {
    this.tick(nowMs);
    const lane = this.#lanes[0]!;
    const { workload, scenario } = lane;
    const { at } = this.clock;
    const structural = isStructural(workload, path);
    const past = scenario.edits.filter((edit) => edit.at <= at);
    // Only where edits are dropped do the parameters have to be made anew from the first one on.
    const current =
      structural || past.length === scenario.edits.length ? this.#params : paramsAt(scenario, workload, at);
    const last = past.at(-1);
    // A slider that is dragged while the clock stands leaves one edit, not hundreds.
    if (last?.at === at && last.path === path) past.pop();
    if (!structural && past.length >= EDITS_MAX) {
      throw new InputError([problem('edits', `${past.length + 1} edits`, `at most ${EDITS_MAX} edits`)]);
    }
    const params = withEdit(current, { path, value }, workload);
    this.#history.remember(this.#moment, editChange(path, current, params));
    if (structural) {
      this.#moveTo(0, nowMs);
      const scenarios = this.#lanes.map((each) => ({ ...each.scenario, params, edits: [] }));
      this.#show({ workload, scenarios, params });
      return;
    }
    this.#steps = [];
    this.#replace([...past, { at, path, value }], at, params);
  }

  /** Takes the last `open` or `edit` back; the clock stays where it is, if the run reaches that far. */
  undo(nowMs: number): void {
    const before = this.#history.undo(this.#moment);
    if (before === null) throw new InputError([problem('undo', 0, 'a change that can be taken back')]);
    this.#change(before, nowMs);
  }

  /** Makes the change again that was taken back last. */
  redo(nowMs: number): void {
    const after = this.#history.redo(this.#moment);
    if (after === null) throw new InputError([problem('redo', 0, 'a change that was taken back')]);
    this.#change(after, nowMs);
  }

  get #moment(): Moment {
    return { saved: this.saved, params: this.#params };
  }

  #change({ saved, params }: Moment, nowMs: number): void {
    this.tick(nowMs);
    this.#steps = [];
    const now = this.saved;
    const unedited = ({ scenario, lanes }: SavedSession) => JSON.stringify([{ ...scenario, edits: [] }, lanes]);
    if (unedited(saved) === unedited(now)) {
      this.#replace(saved.scenario.edits, firstDifference(saved.scenario.edits, now.scenario.edits), params);
    } else {
      this.#show(read(saved, this.#workloads));
    }
  }

  get saved(): SavedSession {
    return { scenario: this.#lanes[0]!.scenario, lanes: this.#choices };
  }

  /** What each lane was chosen to run. Where one of them is a variant, each says which it is. */
  get #choices(): LaneChoice[] {
    const some = this.#lanes.some(({ scenario }) => scenario.variant !== null);
    return this.#lanes.map(({ scenario: { model, workers, variant } }) => {
      return { model, workers, ...(some ? { variant } : {}) };
    });
  }

  get #horizon(): Horizon {
    let [reached, endsAt]: [number, number | null] = [Infinity, 0];
    const finishes: number[] = [];
    for (const lane of this.#lanes) {
      reached = Math.min(reached, lane.reached);
      if (lane.endsAt !== null) finishes.push(lane.endsAt);
      endsAt = endsAt === null || lane.endsAt === null ? null : Math.max(endsAt, lane.endsAt);
    }
    return { reached, endsAt, finishes };
  }

  #moveTo(at: number, nowMs: number): void {
    this.#steps = [];
    this.#within = null;
    this.#pacer.moveTo(at, nowMs);
  }

  #laneNumber(number: number | undefined): Lane | null {
    if (number === undefined) return null;
    const lane = this.#lanes[number];
    if (lane === undefined) throw new InputError([problem('lane', number, `0 to ${this.#lanes.length - 1}`)]);
    return lane;
  }

  #ask(step: Step, nowMs: number): void {
    this.pause(nowMs);
    if (this.#steps.length < STEPS_WAITING_MAX) this.#steps.push(step);
    this.#takeSteps(nowMs);
  }

  /** Takes the steps that have been asked for, as far as it is known where they lead. */
  #takeSteps(nowMs: number): void {
    for (let step = this.#steps[0]; step !== undefined; step = this.#steps[0]) {
      const place = targetOf(step, this.#lanes, { at: this.#pacer.at, within: this.#within });
      if (place === undefined) return;
      this.#steps.shift();
      if (place === null) continue;
      this.#pacer.moveTo(place.at, nowMs);
      this.#within = place.within;
    }
  }

  #replace(edits: readonly Edit[], at: number, params: unknown): void {
    this.#within = null;
    this.#params = params;
    if (at < Infinity) for (const each of this.#lanes) each.replace(edits, at);
    this.#changes++;
  }

  #show({ workload, scenarios, params }: Reading): void {
    // Another program is followed at another speed.
    if (workload !== this.#lanes[0]?.workload) this.#pacer.suit(workload.speed);
    this.#within = null;
    this.#params = params;
    this.#lanes = scenarios.map((scenario) => new Lane(scenario, workload, this.#sampling));
    this.#epoch++;
    this.#changes++;
  }
}
