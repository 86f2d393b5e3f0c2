import { readFileSync } from 'node:fs';
import { Command, CommanderError } from 'commander';
import type { ComparedOptions, RunOptions, SweepOptions } from './commands/options.ts';
import type { MergeOptions } from './commands/merge.ts';
import type { GalleryOptions } from './commands/gallery.ts';
import type { OpenOptions } from './commands/open.ts';
import type { ServeOptions } from './commands/serve.ts';
import { cleanUp } from './guard.ts';
import { Exit, report } from './failure.ts';
import * as examples from './examples.ts';

/** Runs the command line with these arguments, and returns the exit code. */
export async function main(args: readonly string[]): Promise<number> {
  let code: number = Exit.ok;
  const program = commandLine((result) => {
    code = result;
  });
  try {
    await program.parseAsync(args.length === 0 ? ['help'] : [...args], { from: 'user' });
    return code;
  } catch (error) {
    // Help and the version have been printed when they are thrown.
    if (error instanceof CommanderError && error.exitCode === 0) return Exit.ok;
    return report(error);
  } finally {
    // A command that failed leaves no draft behind, also where the process goes on.
    cleanUp();
  }
}

/** What is built here is small; what a command needs is loaded when it is called. */
function commandLine(done: (code: number) => void): Command {
  const program = new Command('simul')
    .description('One program, many runtimes, one clock: what async/await does, in virtual time.')
    .version(version(), '-V, --version', 'print the version')
    .helpOption('-h, --help', 'print help')
    .helpCommand(false)
    .showHelpAfterError(false)
    // What goes wrong is said in one line, by `report`.
    .configureOutput({ writeErr: () => {} })
    .exitOverride();

  scenarioOptions(program.command('run <workload>'))
    .summary('run a program once')
    .description('Runs a program once, under one model.')
    .option('-m, --model <model>', 'synchronous, asynchronous, threads or processes')
    .option('-f, --format <format>', 'table, json, jsonl, csv, trace (Chrome Trace Event) or python', 'table')
    .addHelpText('after', examples.run)
    .action(async (workload: string, options: RunOptions) => {
      done(await (await import('./commands/run.ts')).run(workload, options));
    });

  scenarioOptions(program.command('compare <workload>'))
    .summary('run a program under all models, side by side')
    .description('Runs a program under several models with the same numbers, and shows them side by side.')
    .option('--models <list>', 'models with commas between them (default: all that make sense)')
    .option('-f, --format <format>', 'table, json or csv', 'table')
    .addHelpText('after', examples.compare)
    .action(async (workload: string, options: ComparedOptions) => {
      done(await (await import('./commands/compare.ts')).compare(workload, options));
    });

  scenarioOptions(program.command('sweep <what>'))
    .summary('compare for each value of one parameter or two')
    .description(
      'Runs the comparison for each value of a parameter, or of two, and shows the makespans. WHAT is a program, or a file (.json) that holds an experiment.',
    )
    .option(
      '--over <range>',
      'path=from..to[:step], :log7 for 7 values in ratio, or path=a,b,c; at most twice',
      collect,
      [],
    )
    .option('--models <list>', 'models with commas between them (default: all that make sense)')
    .option('--policies <list>', 'policies with commas between them: a row for each under every model')
    .option('--seeds <n>', 'seeds for each value, counted up from --seed (default: 1)')
    .option(
      '--until-width <share>',
      'as many seeds as it takes until the interval (95 %) is within this of the mean: 1%',
    )
    .option('--metrics <list>', 'figures that decide on --until-width (default: makespan)')
    .option('--warm-up <t>', 'leave out this virtual time in means and the use of the processor')
    .option('--jobs <n>', 'worker threads (default: one a processor, where that is worth it)')
    .option('--shard <i/n>', 'only every n-th comparison, written to --out for simul merge')
    .option('--yes', 'begin also what takes very long')
    .option('-f, --format <format>', 'table, json or csv', 'table')
    .addHelpText('after', examples.sweep)
    .action(async (what: string, options: SweepOptions) => {
      done(await (await import('./commands/sweep.ts')).sweep(what, options));
    });

  program
    .command('merge <file...>')
    .summary('put the shards of a sweep together')
    .description('Puts the shards of a sweep together: the same bytes as if one process had done it all.')
    .option('-f, --format <format>', 'table, json or csv (default: what the shards were asked for)')
    .option('-o, --out <file>', 'write to a file, which appears when it is whole')
    .addHelpText('after', examples.merge)
    .action(async (files: string[], options: MergeOptions) => {
      done(await (await import('./commands/merge.ts')).merge(files, options));
    });

  program
    .command('verify <file...>')
    .summary('run the cases of truth files again')
    .description('Runs the cases of truth files again and reports every difference. Exit code 1 when there is any.')
    .addHelpText('after', examples.verify)
    .action(async (files: string[]) => {
      done(await (await import('./commands/verify.ts')).verify(files));
    });

  program
    .command('gallery [mistake]')
    .summary('show what people do wrong, and what it costs')
    .description(
      'Runs each mistake, or one of them, beside the program as it should be: where they part, what it costs.',
    )
    .option('-s, --seed <n>', 'any whole number (default: 0)')
    .option('-f, --format <format>', 'table or json', 'table')
    .option('-o, --out <file>', 'write to a file, which appears when it is whole')
    .addHelpText('after', examples.gallery)
    .action(async (mistake: string | undefined, options: GalleryOptions) => {
      done(await (await import('./commands/gallery.ts')).gallery(mistake, options));
    });

  shownOptions(program.command('serve [workload]'))
    .summary('open the app in a browser')
    .description('Serves the app to browsers on this machine and prints its address. Ctrl-C ends it.')
    .option('--workload <workload>', 'the same as naming it: the program on screen at first (default: exhibition)')
    .option('--models <list>', 'models with commas between them (default: synchronous,asynchronous)')
    .option('--port <n>', 'where the search for a free port begins; 0 takes any (default: 4700)')
    .option('--open', 'open the default browser, if there is one')
    .option('--app', "the same in a window of its own, where a browser of Chromium's family is installed")
    .addHelpText('after', examples.serve)
    .action(async (workload: string | undefined, options: ServeOptions) => {
      done(await (await import('./commands/serve.ts')).serve(workload, options));
    });

  program
    .command('open <file>')
    .summary('open a run from a picture, a scenario or a link, or a recording')
    .description(
      'Serves the app with the run that a PNG or SVG from Simul, a scenario file or a link holds, at its instant, or with a recording of another program.',
    )
    .option('--port <n>', 'where the search for a free port begins; 0 takes any (default: 4700)')
    .option('--no-browser', 'print the address, and open no browser')
    .addHelpText('after', examples.open)
    .action(async (what: string, options: OpenOptions) => {
      done(await (await import('./commands/open.ts')).open(what, options));
    });

  program
    .command('list [workload]')
    .summary('show programs, parameters, presets and models')
    .description('Shows what can be run: programs with their parameters, ranges and presets, and the models.')
    .option('-f, --format <format>', 'table or json', 'table')
    .addHelpText('after', examples.list)
    .action(async (workload: string | undefined, options: { format: string }) => {
      done(await (await import('./commands/list.ts')).list(workload, options));
    });

  program
    .command('help [command]')
    .summary('print help')
    .action((name: string | undefined) => {
      const command = name === undefined ? program : program.commands.find((each) => each.name() === name);
      if (command === undefined) program.parse([name!], { from: 'user' });
      else command.help();
    });
  return program.addHelpText('after', examples.all);
}

/** The options that say what to run and how far, shared by the commands that run something. */
function scenarioOptions(command: Command): Command {
  return shownOptions(command)
    .option('-u, --until <t>', 'stop at this virtual time: seconds, or h:mm:ss')
    .option('--steps <n>', 'most steps a run may take')
    .option('-o, --out <file>', 'write to a file, which appears when it is whole');
}

/** The options that say what to show. */
function shownOptions(command: Command): Command {
  return command
    .option('-w, --workers <n>', 'workers of the models threads and processes')
    .option('-p, --policy <policy>', 'who comes next; short for --set policy=...')
    .option('-s, --seed <n>', 'any whole number')
    .option('--draws <how>', 'random numbers: shared (one stream) or keyed (one for each task)')
    .option('--variant <name>', 'a variant of the program, as of a mistake; see simul list')
    .option('--preset <name>', 'a set of parameters with a name; see simul list')
    .option('--params <json>', 'parameters or a whole scenario: JSON, or @FILE')
    .option('--set <path=value>', 'one parameter, as often as needed', collect, []);
}

function collect(value: string, before: string[]): string[] {
  return [...before, value];
}

/** The version of the package, which lies as deep above the sources as above the build. */
function version(): string {
  const { version } = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')) as {
    version: string;
  };
  return version;
}
