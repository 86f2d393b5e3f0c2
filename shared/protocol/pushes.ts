import type { ExperimentSpec } from '../experiment/spec.ts';
import type { UnitRecord } from '../experiment/record.ts';
import type { WholeRun } from '../fold/comparison.ts';
import type { Problem } from '../scenario/problem.ts';
import type { Draws, Edit, ModelId, Scenario } from '../scenario/scenario.ts';
import type { Mistake } from '../listing/mistake.ts';
import type { WrittenTexts } from '../listing/texts.ts';
import type { Vocabulary } from '../trace/events.ts';
import type { Deadlock } from '../trace/deadlock.ts';
import type { TheoryId } from '../theory/theory.ts';
import type { LaneChoice, Pace } from './calls.ts';
import type { Change } from './change.ts';

/** A set of parameters with a name. */
export interface CataloguePreset {
  readonly id: string;
  readonly title: string;
  readonly help: string;
  readonly params: Readonly<Record<string, unknown>>;
  /** The seed that it is about, if it is about one. */
  readonly seed?: string;
}

/** A workload as a page knows it. */
export interface CatalogueEntry {
  readonly id: string;
  readonly title: string;
  readonly description: string;
  /** JSON schema of the parameters, with the metadata of scenario/fields.ts: title, help, unit, kind, structural. */
  readonly schema: Readonly<Record<string, unknown>>;
  readonly defaults: Readonly<Record<string, unknown>>;
  readonly presets: readonly CataloguePreset[];
  readonly models: readonly ModelId[];
  readonly draws: Draws;
  /** Whether the page may choose how random numbers are handed out. */
  readonly drawsFixed: boolean;
  /** The closed forms that foretell its runs, for `theoryOf`; null where there are none. */
  readonly theory: TheoryId | null;
  /** The experiment that opens first: its axes, what is compared, and the figure that is drawn. */
  readonly experiment: Pick<ExperimentSpec, 'over' | 'models' | 'replications'> & {
    readonly figure?: string;
    readonly logY?: boolean;
  };
  /** The kind of picture that shows it; a page knows stage kinds, never a workload by name. */
  readonly stage: string;
  readonly vocabulary: Vocabulary;
  /** Workers that the program has beside those of the model. */
  readonly ownWorkers: number;
  /** The program in Python under each of its models, for `Texts`. */
  readonly texts: WrittenTexts;
  /** The program as the kernel runs it. */
  readonly source: string;
  readonly mistakes: readonly Mistake[];
}

/** The first push: what there is. */
export interface CataloguePush {
  readonly type: 'catalogue';
  readonly version: number;
  readonly workloads: readonly CatalogueEntry[];
}

/** A lane of the session. Its place in the list is its number. */
export interface LaneInfo extends LaneChoice {
  readonly scenario: Scenario;
}

/** What is on screen; pushed when it changes. Packets of another epoch are about something else. */
export interface SessionPush {
  readonly type: 'session';
  readonly epoch: number;
  readonly lanes: readonly LaneInfo[];
  /** The parameters as they are at the end of all edits. */
  readonly params: Readonly<Record<string, unknown>>;
  readonly edits: readonly Edit[];
  readonly canUndo: boolean;
  readonly canRedo: boolean;
  /** The changes that `undo` and `redo` would take back and make again. */
  readonly undoes: Change | null;
  readonly redoes: Change | null;
}

/**
 * A moment inside an instant, while one steps through what happens there: of lane number `lane` the first `index` events
 * have happened, of lanes before it everything up to the clock's instant, of lanes behind it nothing at that instant.
 */
export interface Within {
  readonly lane: number;
  readonly index: number;
}

/** The session's clock at the moment a packet was made. */
export interface ClockState {
  /** Virtual seconds. */
  readonly at: number;
  /** How much of what happens at that instant has happened; null is all of it. */
  readonly within: Within | null;
  readonly playing: boolean;
  readonly pace: Pace;
  /** Virtual seconds per wall second that the pace comes to; null while that is not known, and for "fastest". */
  readonly speed: number | null;
  /** What the last half second of playing has come to; null when paused. */
  readonly achieved: number | null;
  /** When the last lane ends; null while one is still being computed. */
  readonly endsAt: number | null;
}

/** How a lane's run stands. */
export type LaneStatus = 'computing' | 'finished' | 'failed' | 'deadlock' | 'stopped';

/** What a packet adds to a lane. */
export interface LanePacket {
  /** Index of the first event in this packet; whatever the page holds from there on is void. */
  readonly from: number;
  /** How many events it has. */
  readonly count: number;
  /** How many events have happened, whether the trace holds them or not. */
  readonly seen: number;
  /** Virtual seconds up to which the trace is complete once this packet is in; at that instant more may follow. */
  readonly reached: number;
  readonly status: LaneStatus;
  /** When the main task ended; null while it lives. */
  readonly makespan: number | null;
  /** Why a run that did not finish stopped, in a sentence. */
  readonly message: string | null;
  /** The tasks that wait for ever, where the run has ended in a deadlock; null in every other status. */
  readonly deadlock: Deadlock | null;
  /** The whole run in figures, where it is over and its trace holds only some of its events: told once. */
  readonly whole?: WholeRun;
  /** Names of tasks from number `tasksFrom` on, and of resources. */
  readonly tasksFrom: number;
  readonly tasks: readonly string[];
  readonly resourcesFrom: number;
  readonly resources: readonly string[];
}

/** The part of a packet that is JSON. */
export interface PacketHeader {
  readonly type: 'packet';
  readonly epoch: number;
  readonly packet: number;
  readonly clock: ClockState;
  readonly lanes: readonly LanePacket[];
}

/** Something the audience should know that answers no call. */
export interface NoticePush {
  readonly type: 'notice';
  readonly message: string;
  readonly problems: readonly Problem[];
}

/** A file that somebody wants to see: its name without folders, and what is in it. */
export interface GivenFile {
  readonly name: string;
  readonly text: string;
}

/** What a host was started with and a page has to open; told to the first page. */
export interface FilePush extends GivenFile {
  readonly type: 'file';
}

/** How an experiment stands. `asking` waits for a word: it would take long. */
export type ExperimentState = 'running' | 'asking' | 'done' | 'cancelled' | 'failed';

/** What has come of an experiment since the last push. */
export interface ExperimentPush {
  readonly type: 'experiment';
  readonly id: number;
  readonly state: ExperimentState;
  /** Units that are done, of so many. */
  readonly done: number;
  readonly units: number;
  /** Wall milliseconds until all are done; null while nobody can tell. */
  readonly leftMs: number | null;
  readonly records: readonly UnitRecord[];
  /** Why it failed, in a sentence; null else. */
  readonly message: string | null;
}

export type Push = CataloguePush | SessionPush | NoticePush | ExperimentPush | FilePush;
