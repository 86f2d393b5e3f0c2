/** The recording of another program that is on screen, over the session: nothing of the session changes for it. */
import { readRecording, type Recording } from '../../shared/recording/recording.ts';
import { recordingTrace } from '../../shared/recording/as-trace.ts';
import type { LaneInfo } from '../../shared/protocol/pushes.ts';
import type { Theory } from '../../shared/theory/theory.ts';
import type { KeptLane } from './kept-lane.ts';

/** A recording as a lane: it has a trace, and nothing that could be changed. */
export interface RecordedLane extends KeptLane {
  readonly version: 0;
}

/** No program made it: there is nothing to run again. */
const NOTHING: LaneInfo = {
  model: 'threads',
  scenario: {
    ...{ version: 1, workload: '', variant: null, model: 'threads', workers: 1, seed: '0', draws: 'keyed' },
    ...{ params: {}, edits: [] },
  },
};
const NO_THEORY: Theory = { prediction: null, why: null, total: null, knee: null };

export interface ShownRecording {
  readonly name: string;
  readonly recording: Recording;
  readonly lane: RecordedLane;
}

class RecordingStore {
  #now = $state.raw<ShownRecording | null>(null);

  /** The one on screen; null for none. */
  get now(): ShownRecording | null {
    return this.#now;
  }

  /** Shows what a file holds. @throws InputError when it is none that is read; then nothing has changed. */
  open(name: string, given: unknown): void {
    const recording = readRecording(given);
    this.#now = { name, recording, lane: laneOf(name, recording) };
  }

  close(): void {
    this.#now = null;
  }
}

function laneOf(name: string, recording: Recording): RecordedLane {
  const { seconds } = recording;
  return {
    ...{ index: 0, title: name, info: NOTHING, trace: recordingTrace(recording), reached: seconds, theory: NO_THEORY },
    ...{ end: seconds, makespan: null, deadlock: null, rewrites: 0, rewrittenFrom: Infinity, version: 0 },
  };
}

export const recordings = new RecordingStore();
