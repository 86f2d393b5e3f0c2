/**
 * A run as pictures, links and files carry it: the session on screen and the instant. What comes back may be from a
 * stranger: it is read as data, within limits, and what is in its scenario is judged by whoever opens it.
 */
import type { CallArguments, SavedSession } from '../protocol/calls.ts';
import { LANES_MAX } from '../protocol/limits.ts';
import { excessOf } from '../scenario/bounds.ts';
import { CHROME_VERSION } from '../trace/chrome.ts';
import { InputError, problem } from '../scenario/problem.ts';
import { SCENARIO_VERSION } from '../scenario/scenario.ts';

/** The version of what is written here, and the newest that is read. */
export const SAVED_VERSION = 1;
/** Most characters of a run: a host reads no longer call. */
export const SAVED_LENGTH_MAX = 1_000_000;

export interface SavedRun extends SavedSession {
  /** The instant on screen, virtual seconds. */
  readonly at: number;
  /** The experiment that a picture is of. */
  readonly experiment?: object;
}

/** What opens a run that was saved, and the instant to go to. */
export interface Opening {
  readonly open: CallArguments<'open'>;
  readonly at: number;
  /** An experiment to open beside it; judged by the host that runs it. */
  readonly experiment?: Readonly<Record<string, unknown>>;
}

/** A run as text: JSON in plain ASCII, without any sign that XML reads something into. */
export function savedText({ scenario, lanes, at, experiment }: SavedRun): string {
  const text = JSON.stringify({ simul: SAVED_VERSION, scenario, lanes, at, experiment });
  return text.replace(/[<>&\u007f-\uffff]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);
}

/**
 * Reads a run, the file of a session, a scenario alone, which is shown under its own model, or a Chrome trace that Simul
 * wrote: the scenario in it is run again, to the same trace.
 *
 * @throws InputError when the text is none of these, is too large, or comes from a newer version.
 */
export function readSaved(text: string): Opening {
  let given: unknown;
  try {
    given = JSON.parse(text);
  } catch {
    throw refused('file', text.slice(0, 40), 'a scenario as JSON');
  }
  if (isRecord(given) && Array.isArray(given['traceEvents'])) return ofChromeTrace(given);
  const excess = excessOf(given);
  if (excess !== null) throw new InputError([excess]);
  if (!isRecord(given)) throw refused('file', given, CONTENT);
  // What was found in an experiment stands in its file as data: it is found again by running it.
  const { simul = SAVED_VERSION, at = 0, experiment, data: _, ...rest } = given;
  checkVersion('simul', simul, SAVED_VERSION);
  const open = openingOf(rest);
  checkVersion('scenario.version', open.scenario['version'] ?? SCENARIO_VERSION, SCENARIO_VERSION);
  if (!(typeof at === 'number' && Number.isFinite(at) && at >= 0)) {
    throw refused('at', at, 'a number of virtual seconds, at least 0');
  }
  const { length } = JSON.stringify(open);
  if (length > SAVED_LENGTH_MAX) {
    throw refused('file', `a scenario of ${length} characters`, `at most ${SAVED_LENGTH_MAX} characters`);
  }
  if (experiment === undefined) return { open, at };
  if (!isRecord(experiment)) throw refused('experiment', experiment, 'an experiment');
  return { open, at, experiment };
}

/** The run of a trace. Its events are not read: the scenario makes them, and a stranger's events would be taken for a run. */
function ofChromeTrace({ simul }: Record<string, unknown>): Opening {
  if (!isRecord(simul)) {
    throw refused('file', 'a Chrome trace without the part "simul"', 'a trace that simul run --format trace wrote');
  }
  checkVersion('simul.version', simul['version'], CHROME_VERSION);
  const { scenario } = simul;
  if (!isRecord(scenario)) throw refused('simul.scenario', scenario, 'the scenario of the run');
  return readSaved(JSON.stringify(scenario));
}

const CONTENT = 'a scenario, or an object with scenario and lanes';

/** What an error says of a run, in its place: `path: ...`. */
export function refused(path: string, value: unknown, limit: string): InputError {
  return new InputError([problem(path, value, limit)]);
}

function openingOf(given: Record<string, unknown>): CallArguments<'open'> {
  if (typeof given['workload'] === 'string') {
    const { model = 'asynchronous', workers } = given;
    return { scenario: given, lanes: [{ model: String(model), workers }] };
  }
  const { scenario, lanes, ...others } = given;
  if (!isRecord(scenario) || !Array.isArray(lanes)) throw refused('file', given, CONTENT);
  const [other] = Object.keys(others);
  if (other !== undefined) throw refused(other, others[other], 'left out: a saved run has simul, scenario, lanes, at');
  if (lanes.length < 1 || lanes.length > LANES_MAX) {
    throw refused('lanes', `${lanes.length} lanes`, `1 to ${LANES_MAX} lanes`);
  }
  lanes.forEach((lane: unknown, index) => {
    if (!isRecord(lane) || typeof lane['model'] !== 'string') {
      throw refused(`lanes.${index}`, lane, 'an object with the name of a model');
    }
  });
  return { scenario, lanes: lanes as CallArguments<'open'>['lanes'] };
}

function checkVersion(path: string, version: unknown, newest: number): void {
  if (version === newest) return;
  const isNewer = typeof version === 'number' && version > newest;
  if (!isNewer) throw refused(path, version, `${newest}, the version that this program reads`);
  const limit = `at most ${newest}`;
  const message = `${path}: this was saved by a newer Simul (version ${version}); this one reads version ${newest}`;
  throw new InputError([{ path, value: version, limit, message }]);
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
