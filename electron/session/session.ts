/**
 * What is on screen: lanes of one workload under several models, on one clock. The session decides nothing about
 * sending: a publisher reads it. The wall clock is handed in with each call.
 */
import type { CallArguments, LaneChoice, Pace, SavedSession } from '../../shared/protocol/calls.ts';
import type { ClockState, SessionPush } from '../../shared/protocol/pushes.ts';
import { InputError, problem } from '../../shared/scenario/problem.ts';
import { readScenario, withEdit, type Edit, type Scenario } from '../../shared/scenario/scenario.ts';
import type { Workload } from '../workloads/workload.ts';
import { Lane } from './lane.ts';
import { Pacer, type Horizon } from './pacer.ts';

/** How many `open`s and `edit`s can be taken back. */
const UNDO_MAX = 100;

export class Session {
  readonly #workloads: readonly Workload<unknown>[];
  readonly #pacer = new Pacer();
  readonly #past: SavedSession[] = [];
  #lanes: Lane[] = [];
  #choices: readonly LaneChoice[] = [];
  #epoch = 0;
  #changes = 0;

  constructor(workloads: readonly Workload<unknown>[], start: SavedSession | CallArguments<'open'>) {
    this.#workloads = workloads;
    this.#show(this.#read(start.scenario, start.lanes), start.lanes as readonly LaneChoice[]);
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
      lanes: this.#lanes.map((lane, index) => ({ ...this.#choices[index]!, scenario: lane.scenario })),
      params: first!.params as Record<string, unknown>,
      edits: first!.scenario.edits,
      canUndo: this.#past.length > 0,
    };
  }

  get clock(): ClockState {
    const horizon = this.#horizon;
    return {
      at: Math.min(this.#pacer.at, horizon.endsAt ?? Infinity),
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
    this.#pacer.tick(nowMs, this.#horizon);
  }

  play(nowMs: number): void {
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
    this.#pacer.moveTo(0, nowMs);
  }

  setPace(pace: Pace, nowMs: number): void {
    this.tick(nowMs);
    this.#pacer.setPace(pace, nowMs);
  }

  seek(at: number, nowMs: number): void {
    const { endsAt } = this.#horizon;
    this.#pacer.moveTo(endsAt === null ? at : Math.min(at, endsAt), nowMs);
  }

  /** Goes on to the next scheduling decision and pauses there; at the end it stays. */
  step(nowMs: number, lane?: number): void {
    this.pause(nowMs);
    const at = this.#nearest(lane, (each) => each.decisionAfter(this.#pacer.at), Math.min);
    if (at !== null) this.#pacer.moveTo(at, nowMs);
  }

  /** Goes back to the scheduling decision before and pauses there. */
  stepBack(nowMs: number, lane?: number): void {
    this.pause(nowMs);
    const at = this.#nearest(lane, (each) => each.decisionBefore(this.#pacer.at), Math.max);
    this.#pacer.moveTo(at ?? 0, nowMs);
  }

  /** @throws InputError when the scenario or a lane cannot be run; nothing has changed then. */
  open({ scenario, lanes }: CallArguments<'open'>, nowMs: number): void {
    const read = this.#read(scenario, lanes);
    this.#remember();
    this.#pacer.pause();
    this.#pacer.moveTo(0, nowMs);
    this.#show(read, lanes as readonly LaneChoice[]);
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
    const structural = isStructural(workload, path);
    const current = structural ? lane.params : paramsAt(scenario, workload, this.#pacer.at);
    const params = withEdit(current, { path, value }, workload);
    this.#remember();
    if (structural) {
      this.#pacer.moveTo(0, nowMs);
      this.#show({ ...scenario, params, edits: [] }, this.#choices);
      return;
    }
    const at = this.#pacer.at;
    const edits: Edit[] = [...scenario.edits.filter((edit) => edit.at <= at), { at, path, value }];
    for (const each of this.#lanes) each.replace(edits, at);
    this.#changes++;
  }

  /** Takes the last `open` or `edit` back; the clock stays where it is, if the run reaches that far. */
  undo(nowMs: number): void {
    const saved = this.#past.pop();
    if (saved === undefined) throw new InputError([problem('undo', 0, 'a change that can be taken back')]);
    this.tick(nowMs);
    this.#show(saved.scenario, saved.lanes);
  }

  get saved(): SavedSession {
    return { scenario: this.#lanes[0]!.scenario, lanes: this.#choices };
  }

  get #horizon(): Horizon {
    let [reached, endsAt]: [number, number | null] = [Infinity, 0];
    for (const lane of this.#lanes) {
      reached = Math.min(reached, lane.reached);
      endsAt = endsAt === null || lane.endsAt === null ? null : Math.max(endsAt, lane.endsAt);
    }
    return { reached, endsAt };
  }

  #nearest(
    lane: number | undefined,
    decision: (lane: Lane) => number | null,
    choose: (...instants: number[]) => number,
  ): number | null {
    const lanes = lane === undefined ? this.#lanes : [this.#lanes[lane]];
    if (lanes[0] === undefined) throw new InputError([problem('lane', lane, `0 to ${this.#lanes.length - 1}`)]);
    const instants = lanes.map((each) => decision(each!)).filter((at) => at !== null);
    return instants.length === 0 ? null : choose(...instants);
  }

  #remember(): void {
    this.#past.push(this.saved);
    if (this.#past.length > UNDO_MAX) this.#past.shift();
  }

  #read(
    given: Readonly<Record<string, unknown>> | Scenario,
    lanes: CallArguments<'open'>['lanes'] | readonly LaneChoice[],
  ): Scenario {
    const workload = this.#workload((given as { workload?: unknown }).workload);
    const { model, workers } = lanes[0]!;
    const base = readScenario({ ...given, workload: workload.id, model, workers }, workload);
    for (const [index, choice] of lanes.entries()) {
      try {
        readScenario({ ...base, model: choice.model, workers: choice.workers ?? base.workers }, workload);
      } catch (error) {
        if (!(error instanceof InputError)) throw error;
        throw new InputError(error.problems.map((p) => problem(`lanes.${index}.${p.path}`, p.value, p.limit)));
      }
    }
    return base;
  }

  #workload(id: unknown): Workload<unknown> {
    const workload = this.#workloads.find((each) => each.id === id);
    if (workload !== undefined) return workload;
    throw new InputError([problem('workload', id, `one of ${this.#workloads.map((each) => each.id).join(', ')}`)]);
  }

  #show(scenario: Scenario, choices: readonly LaneChoice[]): void {
    const workload = this.#workload(scenario.workload);
    this.#choices = choices;
    this.#lanes = choices.map(({ model, workers }) => {
      const own = readScenario({ ...scenario, model, workers: workers ?? scenario.workers }, workload);
      return new Lane(own, workload);
    });
    this.#epoch++;
    this.#changes++;
  }
}

/** Whether a change of this parameter alters what there is rather than how long something takes. */
export function isStructural(workload: Workload<unknown>, path: string): boolean {
  const [name = ''] = path.split('.');
  const { shape } = workload.schema as unknown as {
    shape?: Record<string, { meta(): { structural?: boolean } | undefined }>;
  };
  return shape?.[name]?.meta()?.structural ?? false;
}

function paramsAt(scenario: Scenario, workload: Workload<unknown>, at: number): unknown {
  const past = scenario.edits.filter((edit) => edit.at <= at);
  return past.reduce((params, edit) => withEdit(params, edit, workload), scenario.params);
}
