import { Grid } from '../../shared/experiment/grid.ts';
import { Results } from '../../shared/experiment/results.ts';
import type { ExperimentSpec } from '../../shared/experiment/spec.ts';
import type { CallArguments, CallName } from '../../shared/protocol/calls.ts';
import type { ExperimentPush, ExperimentState } from '../../shared/protocol/pushes.ts';
import type { Problem } from '../../shared/scenario/problem.ts';
import type { CallResult } from '../client/connection.ts';
import { session, type ExperimentListener } from '../stores/session.svelte.ts';
import { FIRST_LOOK, type Look } from './view.ts';

/** How the experiment of the page stands; `lost` has lost its host. */
export type Standing = ExperimentState | 'idle' | 'starting' | 'lost';

/** The part of a session that an experiment needs. */
export interface ExperimentHost {
  call<N extends CallName>(name: N, args?: CallArguments<N>): Promise<CallResult<N>>;
  followExperiments(listener: ExperimentListener): void;
}

/** Wall milliseconds between two drawings while results come in. */
const DRAWN_MS = 200;

/** The experiment of this page: what it is, what has come of it, how it is looked at. */
export class ExperimentStore implements ExperimentListener {
  readonly #host: ExperimentHost;
  readonly #delay: (ms: number, task: () => void) => void;
  #id = 0;
  #wanted = 0;
  #early: ExperimentPush[] = [];
  #drawing = false;
  #asked: ExperimentSpec | null = null;
  #spec = $state.raw<ExperimentSpec | null>(null);
  #results = $state.raw<Results | null>(null);
  #standing = $state.raw<Standing>('idle');
  #progress = $state.raw<Pick<ExperimentPush, 'done' | 'units' | 'leftMs' | 'message'>>({
    done: 0,
    units: 0,
    leftMs: null,
    message: null,
  });
  #started = $state.raw<{ readonly runs: number; readonly jobs: number }>({ runs: 0, jobs: 1 });
  #problems = $state.raw<readonly Problem[]>([]);
  #version = $state(0);
  #look = $state.raw<Look>(FIRST_LOOK);

  constructor(host: ExperimentHost, delay = (ms: number, task: () => void) => void setTimeout(task, ms)) {
    this.#host = host;
    this.#delay = delay;
    host.followExperiments(this);
  }

  /** The experiment whose results these are; null before the first one. */
  get spec(): ExperimentSpec | null {
    return this.#spec;
  }

  /** The one that was asked for last and not refused, also before the host has taken it. */
  get asked(): ExperimentSpec | null {
    return this.#asked;
  }

  get results(): Results | null {
    return this.#results;
  }

  /** Counts up when results have come in, a few times a second at most. */
  get version(): number {
    return this.#version;
  }

  get standing(): Standing {
    return this.#standing;
  }

  get progress(): Pick<ExperimentPush, 'done' | 'units' | 'leftMs' | 'message'> {
    return this.#progress;
  }

  /** How many runs it has, and how many are done at once. */
  get started(): { readonly runs: number; readonly jobs: number } {
    return this.#started;
  }

  /** Why the last one was not begun. */
  get problems(): readonly Problem[] {
    return this.#problems;
  }

  set problems(problems: readonly Problem[]) {
    this.#problems = problems;
  }

  get look(): Look {
    return this.#look;
  }

  set look(look: Look) {
    this.#look = look;
  }

  /** Begins an experiment; the one before it stays on screen until the host has taken this one. */
  async run(spec: ExperimentSpec, models: ConstructorParameters<typeof Grid>[1], sure = false): Promise<boolean> {
    const mine = ++this.#wanted;
    const before = this.#standing;
    this.#standing = 'starting';
    this.#asked = spec;
    this.#problems = [];
    const answer = await this.#host.call('experiment', { spec: { ...spec }, sure });
    if (mine !== this.#wanted) return false;
    if (!answer.ok) {
      this.#problems = answer.problems;
      this.#asked = this.#spec;
      this.#standing = before === 'starting' ? 'idle' : before;
      return false;
    }
    this.#id = answer.value.id;
    this.#spec = spec;
    this.#results = new Results(new Grid(spec, models));
    this.#started = answer.value;
    this.#progress = { done: 0, units: this.#results.grid.units, leftMs: null, message: null };
    this.#standing = 'running';
    this.#version++;
    for (const push of this.#early.splice(0)) this.push(push);
    return true;
  }

  cancel(): void {
    void this.#host.call('cancelExperiment');
  }

  /** Leaves an experiment that was asked about where it is. */
  leave(): void {
    if (this.#standing === 'asking') this.#standing = 'cancelled';
  }

  /** Opens a run in the lanes; what is wrong with it where that cannot be. */
  async open(point: number, replication: number, lane: number): Promise<boolean> {
    if (this.#spec === null) return false;
    const answer = await this.#host.call('openPoint', { spec: { ...this.#spec }, point, replication, lane });
    this.#problems = answer.ok ? [] : answer.problems;
    return answer.ok;
  }

  push(push: ExperimentPush): void {
    if (push.id > this.#id) {
      // Its own answer is still on its way.
      this.#early.push(push);
      return;
    }
    if (push.id !== this.#id || this.#results === null || this.#standing === 'lost') return;
    for (const record of push.records) this.#results.add(record);
    const { state, done, units, leftMs, message } = push;
    this.#progress = { done, units, leftMs, message };
    this.#standing = state;
    if (state !== 'running') this.#version++;
    else this.#drawSoon();
  }

  lost(): void {
    // Another host counts from the beginning.
    this.#id = 0;
    this.#early = [];
    if (this.#standing === 'running' || this.#standing === 'starting') this.#standing = 'lost';
  }

  #drawSoon(): void {
    if (this.#drawing) return;
    this.#drawing = true;
    this.#version++;
    this.#delay(DRAWN_MS, () => {
      this.#drawing = false;
      this.#version++;
    });
  }
}

export const experiment = new ExperimentStore(session);
