/**
 * The contract between a page and its host. A page calls and is answered; the host pushes. Everything is plain
 * JSON but for packets, which are bytes (see packet.ts).
 */
import { z } from 'zod';
import type { Problem } from '../scenario/problem.ts';
import type { ModelId, Scenario } from '../scenario/scenario.ts';
import type { Checkpoint } from './checkpoint.ts';
import { LANES_MAX, PROTOCOL_VERSION, SPEED_MAX, SPEED_MIN } from './limits.ts';

export { LANES_MAX, PROTOCOL_VERSION, SPEED_MAX, SPEED_MIN };

/** How fast the clock goes: at a speed, as fast as the runs can be computed, or the whole in so many wall seconds. */
export type Pace =
  | { readonly kind: 'speed'; readonly speed: number }
  | { readonly kind: 'fastest' }
  | { readonly kind: 'whole'; readonly seconds: number; readonly eased?: boolean | undefined };

/** What a lane runs under. */
export interface LaneChoice {
  readonly model: ModelId;
  readonly workers?: number | undefined;
  /** A variant of the program; the scenario's own where it is left out. */
  readonly variant?: string | null | undefined;
}

const speedLimit = `a number from ${SPEED_MIN} to ${SPEED_MAX}`;
const secondsLimit = 'a number of seconds from 1 to 86400';
const instantLimit = 'a number of virtual seconds, at least 0';
const instant = z.number({ error: instantLimit }).min(0, { error: instantLimit });

const place = (limit: string) => z.number({ error: limit }).int({ error: limit }).min(0, { error: limit });

/** An object with these fields and no others. */
function fields<S extends z.ZodRawShape>(shape: S): z.ZodObject<S, z.core.$strict> {
  return z.strictObject(shape, { error: `an object with ${Object.keys(shape).join(', ')}` });
}

const pace = z.discriminatedUnion(
  'kind',
  [
    fields({
      kind: z.literal('speed'),
      speed: z
        .number({ error: speedLimit })
        .min(SPEED_MIN, { error: speedLimit })
        .max(SPEED_MAX, { error: speedLimit }),
    }),
    fields({ kind: z.literal('fastest') }),
    fields({
      kind: z.literal('whole'),
      seconds: z.number({ error: secondsLimit }).min(1, { error: secondsLimit }).max(86_400, { error: secondsLimit }),
      // Slow at the start and around the finishes, quick in between.
      eased: z.boolean({ error: 'true or false' }).optional(),
    }),
  ],
  { error: 'a pace: speed, fastest or whole' },
);

const lanesLimit = `1 to ${LANES_MAX} lanes`;
const lanes = z
  .array(
    fields({
      model: z.string({ error: 'the name of a model' }),
      workers: z.unknown().optional(),
      variant: z.unknown().optional(),
    }),
    { error: lanesLimit },
  )
  .min(1, { error: lanesLimit })
  .max(LANES_MAX, { error: lanesLimit });

const nothing = z.strictObject({}, { error: 'no arguments' }).optional();
const text = z.string({ error: 'text' });
const duration = z.number({ error: 'milliseconds, at least 0' }).min(0, { error: 'milliseconds, at least 0' });
const laneNumber = place('the number of a lane, from 0');
const something = (limit: string) => z.custom<unknown>((value) => value !== undefined, { error: limit });

/** The arguments of each call. What is in a scenario is checked by the workload's own schema. */
export const callSchemas = {
  /** Introduces the page. The host answers with the version and pushes catalogue, session and packets from then on. */
  hello: fields({ version: something('the version of the protocol') }),
  /** Starts afresh with this scenario under these models. Parameters left out are the defaults. */
  open: fields({ scenario: z.record(text, z.unknown(), { error: 'a scenario' }), lanes }),
  play: nothing,
  pause: nothing,
  /** Sets the clock back to zero, and plays on if it was playing. */
  restart: nothing,
  setPace: fields({ pace }),
  /** Puts the clock at a virtual instant; where the run is shorter, at its end. */
  seek: fields({ at: instant }),
  /** Goes on to the next scheduling decision, in any lane or in one, and pauses there. */
  step: fields({ lane: laneNumber.optional() }).optional(),
  /** Goes back to the scheduling decision before. */
  stepBack: fields({ lane: laneNumber.optional() }).optional(),
  /** Changes a parameter from the clock's instant on, or, where it is a structural one, starts afresh with it. */
  edit: fields({ path: text.min(1, { error: 'the path of a parameter' }), value: something('a value') }),
  /** Takes the last `open` or `edit` back. */
  undo: nothing,
  /** Makes the change again that was taken back last. */
  redo: nothing,
  /** The scenario on screen, for a file. */
  save: nothing,
  /** What has been told up to now, as a hash: null while something is still to be told. */
  check: nothing,
  /**
   * Begins an experiment in place of the one under way. What comes of it follows as pushes. One that would take long waits
   * to be begun again with `sure`.
   */
  experiment: fields({
    spec: z.record(text, z.unknown(), { error: 'an experiment' }),
    sure: z.boolean({ error: 'true or false' }).optional(),
  }),
  /** Ends the experiment under way; what is there stays. */
  cancelExperiment: nothing,
  /** Shows a run of an experiment: its lanes at that point, with the seed of that replication. */
  openPoint: fields({
    spec: z.record(text, z.unknown(), { error: 'an experiment' }),
    point: place('the number of a point, from 0'),
    replication: place('the number of a replication, from 0'),
    lane: place('the number of a lane, from 0'),
  }),
  /** Packet number `packet` is on screen; the page was busy with that frame for so many wall milliseconds. */
  ack: fields({ packet: place('the number of a packet, at least 0'), tookMs: duration.optional() }),
} as const;

export type CallName = keyof typeof callSchemas;
export type CallArguments<N extends CallName> = z.infer<(typeof callSchemas)[N]>;

/** A call as it travels. `id` is the caller's own; the answer carries it back. */
export interface CallMessage {
  readonly type: 'call';
  readonly id: number;
  readonly call: string;
  readonly args?: unknown;
}

/** An experiment that has begun. */
export interface ExperimentStarted {
  /** Tells what is pushed of it from what is pushed of another one. */
  readonly id: number;
  /** Runs, at most where an interval decides. */
  readonly runs: number;
  /** Workers at once. */
  readonly jobs: number;
}

/** The host that answers a hello. */
export interface Welcome {
  readonly version: number;
  /** Tells this host from every other one, also from one that was started again at the same place. */
  readonly host: string;
  /** Whether it still shows what it began with. */
  readonly untouched: boolean;
  /** The experiment that it began with, if it did with one. */
  readonly experiment?: Readonly<Record<string, unknown>>;
}

/** What the calls answer; those that are not named here answer null. */
export interface CallAnswers {
  hello: Welcome;
  experiment: ExperimentStarted;
  save: SavedSession;
  check: Checkpoint | null;
}

export type Answer<N extends CallName> = N extends keyof CallAnswers ? CallAnswers[N] : null;

/** The answer to a call: a value, or what was wrong with it. A call that was refused has changed nothing. */
export type AnswerMessage =
  | { readonly type: 'answer'; readonly id: number; readonly ok: true; readonly value: unknown }
  | { readonly type: 'answer'; readonly id: number; readonly ok: false; readonly problems: readonly Problem[] };

/** A session as it is saved: one scenario, and the models it is shown under. */
export interface SavedSession {
  readonly scenario: Scenario;
  readonly lanes: readonly LaneChoice[];
}
