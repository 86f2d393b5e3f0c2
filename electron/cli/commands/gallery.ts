import { Run, STEPS_MAX } from '../../session/run.ts';
import { workloads } from '../../workloads/registry.ts';
import type { Workload } from '../../workloads/workload.ts';
import { costOf, costWords } from '../../../shared/fold/cost.ts';
import { divergenceOf } from '../../../shared/fold/divergence.ts';
import { differenceOf, differenceSigns, type DifferenceLine } from '../../../shared/listing/difference.ts';
import type { Mistake } from '../../../shared/listing/mistake.ts';
import { InputError, problem } from '../../../shared/scenario/problem.ts';
import { readScenario } from '../../../shared/scenario/scenario.ts';
import { datum } from '../../../shared/datum.ts';
import { breathe } from '../breathe.ts';
import { execute } from '../execute.ts';
import { Exit } from '../failure.ts';
import { onInterrupt } from '../guard.ts';
import { oneOf } from '../input/values.ts';
import { figure, span } from '../output/clock.ts';
import { inLook, styled, type Look } from '../output/look.ts';
import { Progress } from '../output/progress.ts';
import { openSink } from '../output/sink.ts';
import { wrapped } from '../output/table.ts';

export interface GalleryOptions {
  readonly seed?: string;
  readonly format: string;
  readonly out?: string;
}

/** A mistake and the program in which it is made. */
interface Exhibit {
  readonly workload: Workload<unknown>;
  readonly mistake: Mistake;
}

/** What came out of a mistake beside the program as it should be. */
interface Outcome extends Exhibit {
  readonly seed: string;
  /** Virtual seconds at which the timelines part; null when they never do. */
  readonly partsAt: number | null;
  /** What is measured, in both. */
  readonly right: number;
  readonly wrong: number;
  readonly diff: readonly DifferenceLine[];
}

/** `simul gallery`: what people do wrong in the programs, and what it costs. Returns the exit code. */
export async function gallery(id: string | undefined, { seed = '0', format, out }: GalleryOptions): Promise<number> {
  const all = (workloads as readonly Workload<unknown>[]).flatMap((workload) =>
    (workload.mistakes ?? []).map((mistake) => ({ workload, mistake })),
  );
  const chosen = id === undefined ? all : all.filter(({ mistake }) => mistake.id === id);
  if (chosen.length === 0) {
    throw new InputError([problem('mistake', id, `one of ${all.map(({ mistake }) => mistake.id).join(', ')}`)]);
  }
  const written = oneOf('--format', format, ['table', 'json']);
  const sink = openSink(out);
  const outcomes: Outcome[] = [];
  const mistakes = chosen.length === 1 ? 'mistake' : 'mistakes';
  const told = onInterrupt(() => `${outcomes.length} of ${chosen.length} ${mistakes} were run, nothing was written`);
  const progress = new Progress();
  try {
    for (const [i, exhibit] of chosen.entries()) {
      progress.show(i / chosen.length, `mistake ${i + 1} of ${chosen.length}, ${exhibit.mistake.id}`);
      outcomes.push(await outcomeOf(exhibit, seed));
    }
  } finally {
    progress.end();
    told();
  }
  if (written === 'json') await sink.write(`${JSON.stringify({ mistakes: outcomes.map(asData) }, null, 2)}\n`);
  else
    await sink.write(
      inLook(sink.look, `${outcomes.map((each) => asText(each, sink.look, id !== undefined)).join('\n')}`),
    );
  sink.close();
  return Exit.ok;
}

async function outcomeOf({ workload, mistake }: Exhibit, seed: string): Promise<Outcome> {
  const { id, right, model, draws, params, measure } = mistake;
  const run = async (variant: string | null) => {
    const run = new Run(
      readScenario({ workload: workload.id, variant, model, draws, seed, params }, workload),
      workload,
    );
    await execute(run, { until: Infinity, steps: STEPS_MAX }, breathe);
    return run;
  };
  const [good, bad] = [await run(right), await run(id)];
  const { vocabulary } = workload;
  const full = good.params as object;
  return {
    workload,
    mistake,
    seed: good.scenario.seed,
    partsAt: divergenceOf(good.trace, bad.trace, vocabulary),
    right: costOf(measure, good.trace, vocabulary),
    wrong: costOf(measure, bad.trace, vocabulary),
    diff: differenceOf(workload.texts.listing(model), mistake, full),
  };
}

function asData({ workload, mistake, seed, partsAt, right, wrong, diff }: Outcome): object {
  const { id, title, help, sentence, measure } = mistake;
  const parts = partsAt === null ? null : datum(partsAt);
  const difference = diff.map((line) => `${differenceSigns[line.side]}${line.text}`);
  const measured = { measure, right: finite(right), wrong: finite(wrong) };
  return { id, workload: workload.id, title, help, sentence, seed, partsAt: parts, ...measured, difference };
}

/** A value as data; null stands for a run that never ends. */
function finite(value: number): number | null {
  return value === Infinity ? null : datum(value);
}

/** A mistake for people: in a few lines, or with its difference. */
function asText({ workload, mistake, partsAt, right, wrong, diff }: Outcome, look: Look, whole: boolean): string {
  const told = (value: number) => costWords(mistake.measure, value, { span, count: figure });
  const cost = mistake.cost.replace('{wrong}', told(wrong)).replace('{right}', told(right));
  const when = partsAt === null ? 'They never part.' : `They part at ${span(partsAt)}.`;
  const lines = [
    `${styled(look, 'bold', mistake.id)}  ${mistake.title} (${workload.title})`,
    ...wrapped(mistake.help.split(' '), look.width - 2).map((line) => `  ${line}`),
    ...(whole ? ['', ...near(diff).map((line) => `  ${diffText(line, look)}`), ''] : []),
    ...wrapped(`${when} ${mistake.sentence}`.split(' '), look.width - 2).map((line) => `  ${line}`),
    `  ${styled(look, 'strong', cost)}`,
  ];
  return `${lines.join('\n')}\n`;
}

/** The lines that differ, with two around them. */
function near(diff: readonly DifferenceLine[]): DifferenceLine[] {
  const differs = (index: number) => diff.slice(Math.max(0, index - 2), index + 3).some((line) => line.side !== 'both');
  return diff.filter((_, index) => differs(index));
}

function diffText({ side, text }: DifferenceLine, look: Look): string {
  const looks = { both: 'dim', wrong: 'wrong', right: 'right' } as const;
  return styled(look, looks[side], `${differenceSigns[side]} ${text}`);
}
