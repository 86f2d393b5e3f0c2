import { fileURLToPath } from 'node:url';
import { pageWorkers } from '../../experiment/workers.ts';
import { SWEEP_WORKER } from '../sweep/conduct.ts';
import { Host, type HostOptions } from '../../host/host.ts';
import { readPageFiles, type PageFiles } from '../../host/page-files.ts';
import { firstScreen } from '../../host/start.ts';
import { wallClock } from '../../host/wall-clock.ts';
import { openBrowser } from '../../web/browser.ts';
import { keptToken } from '../../web/kept-token.ts';
import { FIRST_PORT } from '../../web/listen.ts';
import { serveWeb, type Web } from '../../web/server.ts';
import { workloads } from '../../workloads/registry.ts';
import { LANES_MAX, type CallArguments } from '../../../shared/protocol/calls.ts';
import { InputError, problem } from '../../../shared/scenario/problem.ts';
import { messageOf } from '../../../shared/message-of.ts';
import { Exit, Failure, report, say } from '../failure.ts';
import { readModels, underModels } from '../input/models.ts';
import { request, type ScenarioOptions } from '../input/scenario.ts';
import { wholeNumber } from '../input/values.ts';

/** Options of the command, as they are typed. */
export interface ServeOptions extends ScenarioOptions {
  readonly workload?: string;
  readonly models?: string;
  readonly port?: string;
  readonly open?: boolean;
  readonly app?: boolean;
}

/** `simul serve`: the app for a browser on this machine, until somebody ends it. Returns the exit code. */
export async function serve(id: string | undefined, options: ServeOptions): Promise<number> {
  const port = readPort(options.port);
  const start = firstLook(id ?? options.workload ?? String(firstScreen.scenario['workload']), options);
  return stay({ start }, port, options.app ? 'window' : options.open ? 'browser' : null);
}

/** What a host shows at first. */
export type FirstLook = Pick<HostOptions, 'start' | 'at' | 'experiment' | 'file'>;

/** Serves a host until somebody ends it, and with it the process. */
export async function stay(first: FirstLook, port: number, open: 'browser' | 'window' | null): Promise<never> {
  const workers = pageWorkers(SWEEP_WORKER);
  const host = new Host({ ...first, workloads, clock: wallClock, workers, onDefect: report });
  const web = await opened(host, port);
  const ended = endOfProcess();
  if (port !== 0 && web.port !== port) say(`port ${port} is taken; this is ${web.port}`);
  process.stdout.write(`Simul is at ${web.address}\nCtrl-C ends it.\n`);
  if (open !== null) openBrowser(web.address, open === 'window');
  await ended;
  await web.close();
  // Node takes its listeners away while it winds down, and a signal that comes then would be the end: so it ends at once.
  process.exit(Exit.ok);
}

/** `--port`: where the search for a free port begins. */
export function readPort(text: string | undefined): number {
  return text === undefined ? FIRST_PORT : wholeNumber('--port', text, 0, 65_535);
}

/** What is on screen at first: what was asked for, under at most as many models as fit beside each other. */
function firstLook(id: string, options: ServeOptions): CallArguments<'open'> {
  const asked = request(id, options);
  const onScreen = asked.workload.models.filter((model) => firstScreen.lanes.some((lane) => lane.model === model));
  const list = options.models ?? (onScreen.length === 0 ? asked.workload.models : onScreen).join(',');
  const models = readModels(list, asked);
  if (models.length > LANES_MAX) throw new InputError([problem('--models', list, `at most ${LANES_MAX} models`)]);
  const scenarios = underModels(asked, models);
  return {
    scenario: { ...scenarios[0]! },
    lanes: scenarios.map(({ model, workers }) => ({ model, workers })),
  };
}

async function opened(host: Host, port: number): Promise<Web> {
  // The build lies beside the page; parts that commands share lie as deep as the command line itself.
  const folder = fileURLToPath(new URL('../renderer/', import.meta.url));
  let files: PageFiles;
  try {
    files = readPageFiles(folder);
  } catch (error) {
    throw new Failure(`the page cannot be read: ${messageOf(error)}; npm run build makes it anew`);
  }
  try {
    // A port that anything may be given next time has no token to keep.
    const kept = port === 0 ? {} : { tokenOf: keptToken };
    return await serveWeb({ host, files, clock: wallClock, port, ...kept });
  } catch (error) {
    throw new Failure(`the page cannot be served: ${messageOf(error)}`);
  }
}

/**
 * Resolves at the first signal that ends the process. Ending this command is no interruption: nothing is cut short.
 * Further signals are the same one: a terminal and npm both pass it on.
 */
function endOfProcess(): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
      const others = process.listeners(signal);
      process.on(signal, () => resolve());
      // Only now: a signal that nobody listens to ends the process at once.
      for (const other of others) process.removeListener(signal, other);
    }
  });
}
