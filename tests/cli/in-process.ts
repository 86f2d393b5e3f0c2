import { main } from '../../electron/cli/program.ts';

/** What a command line left. */
export interface Left {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** What a terminal says of itself, taken away, and a language that every machine has: the look of a pipe. */
const PIPE = { NO_COLOR: undefined, COLUMNS: undefined, LC_ALL: undefined, LANG: 'C.UTF-8' };

/** The streams are the process's own, so one command line is run after the other. */
let last: Promise<unknown> = Promise.resolve();

/** Runs a command line in this process, from its sources, and catches what it writes. */
export function runHere(args: readonly string[], env: NodeJS.ProcessEnv = {}): Promise<Left> {
  const left = last.then(() => run(args, { ...PIPE, ...env }));
  last = left.catch(() => {});
  return left;
}

async function run(args: readonly string[], env: NodeJS.ProcessEnv): Promise<Left> {
  const left = { stdout: '', stderr: '' };
  const streams = (['stdout', 'stderr'] as const).map((name) => {
    const stream = process[name];
    const write = stream.write.bind(stream);
    stream.write = (text: string | Uint8Array) => {
      left[name] += String(text);
      return true;
    };
    return () => (stream.write = write);
  });
  const before = Object.fromEntries(Object.keys(env).map((name) => [name, process.env[name]]));
  setVariables(env);
  try {
    return { code: await main(args), ...left };
  } finally {
    setVariables(before);
    for (const restore of streams) restore();
  }
}

function setVariables(env: NodeJS.ProcessEnv): void {
  for (const [name, value] of Object.entries(env)) {
    if (value === undefined) delete process.env[name];
    else process.env[name] = value;
  }
}
