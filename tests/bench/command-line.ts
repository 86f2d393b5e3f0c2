import { Command, CommanderError, Option } from 'commander';
import { InputError, problem } from '../../shared/scenario/problem.ts';
import { workloads } from './workloads.ts';

/** How the kernel is measured. */
export interface KernelOptions {
  readonly only: readonly string[];
  readonly without: readonly string[];
  readonly rounds: number;
  readonly seconds: number;
  readonly slow: boolean;
  readonly json?: string;
  readonly keep?: string;
  readonly compare: boolean;
  /** The name or the commit of a kept benchmark; empty for the last one. */
  readonly with: string;
  /** Set in the processes that are started for it: the one workload that is run there. */
  readonly one?: string;
  readonly trace: boolean;
}

/** How the page is measured. */
export interface PageOptions {
  readonly only: string;
  readonly json?: string;
}

/** What the commands do. */
export interface Benchmarks {
  readonly kernel: (options: KernelOptions) => Promise<void> | void;
  readonly page: (options: PageOptions) => Promise<void> | void;
  readonly folds: () => Promise<void> | void;
}

/** Does what a command line asks for, and returns the exit code: 2 for one that asks for nothing that there is. */
export async function main(args: readonly string[], benchmarks: Benchmarks): Promise<number> {
  try {
    await commandLine(benchmarks).parseAsync(args, { from: 'user' });
    return 0;
  } catch (error) {
    // Help has been printed when it is thrown.
    if (error instanceof CommanderError && error.exitCode === 0) return 0;
    const message = error instanceof Error ? error.message : String(error);
    const line = message
      .replace(/^error: /, '')
      .replace(/\n\((.*)\)$/, (_, hint: string) => ` (${hint.toLowerCase()})`);
    process.stderr.write(`bench: ${line}${error instanceof CommanderError ? '; --help shows what there is' : ''}\n`);
    return error instanceof CommanderError || error instanceof InputError ? 2 : 1;
  }
}

function commandLine({ kernel, page, folds }: Benchmarks): Command {
  const program = new Command('bench')
    // What stands behind a command is the command's.
    .enablePositionalOptions()
    .description('Measures the kernel against everybody on this machine who does the same work.')
    .option('--only <list>', `workloads with commas between them: ${names.join(',')}`, workloadNames, names)
    .option('--without <list>', 'contenders to leave out, with commas between them', list, [])
    .option('--rounds <n>', 'rounds at most', whole, 7)
    .option('--seconds <s>', 'how long rounds go on', positive, 240)
    .option('--slow', 'the Python contenders on every workload', false)
    .option('--json <file>', 'write the medians to a file')
    .option('--keep <name>', 'add the medians to history.jsonl under a name')
    .option('--compare', 'compare with the last benchmark that was kept', false)
    .option('--with <name>', 'compare with the one of that name or commit', '')
    .addOption(new Option('--one <workload>').hideHelp())
    .addOption(new Option('--trace').default(false).hideHelp())
    .action((options: KernelOptions) => kernel(options));
  program
    .command('page')
    .description('Measures the page in a real Chromium against its goals.')
    .option('--only <text>', 'scenes whose name holds this', '')
    .option('--json <file>', 'write the figures to a file')
    .action((options: PageOptions) => page(options));
  program
    .command('folds')
    .description('Measures the folds, a line of JSON for each.')
    .action(() => folds());
  for (const command of [program, ...program.commands]) {
    command
      .helpOption('-h, --help', 'print help')
      .helpCommand(false)
      .configureOutput({ writeErr: () => {} })
      .exitOverride();
  }
  return program;
}

const names = Object.keys(workloads);

function list(text: string): string[] {
  return text.split(',');
}

function workloadNames(text: string): string[] {
  const unknown = list(text).find((name) => workloads[name] === undefined);
  if (unknown === undefined) return list(text);
  throw new InputError([problem('--only', unknown, `one of ${names.join(', ')}`)]);
}

function whole(text: string): number {
  if (/^[1-9]\d{0,6}$/.test(text)) return Number(text);
  throw new InputError([problem('--rounds', text, 'a whole number, at least 1')]);
}

function positive(text: string): number {
  if (Number(text) > 0) return Number(text);
  throw new InputError([problem('--seconds', text, 'a number of seconds, more than 0')]);
}
