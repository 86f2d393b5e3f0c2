import { figuresOf } from '../figures/stage.ts';
import { figure, percent, span } from './clock.ts';
import type { Writer } from './formats.ts';
import { inLook, styled } from './look.ts';
import { paramWords, valueText } from './params.ts';
import type { Sink } from './sink.ts';
import { wrapped } from './table.ts';

/** A run in a few lines for people. */
export function runTableWriter(sink: Sink): Writer {
  return {
    async end({ workload }, account) {
      const { look } = sink;
      const figures = figuresOf(workload);
      const { scenario, makespan, now } = account;
      const workers = scenario.workers > 1 ? `, ${scenario.workers} workers` : '';
      const lines: [string, string][] = [
        [
          'makespan',
          account.deadlock !== null
            ? `never ends: deadlock at ${span(now)}`
            : makespan === null
              ? `not over at ${span(now)}`
              : span(makespan),
        ],
        ...figures.lines(account),
        ...(account.result === undefined ? [] : [['result', valueText(account.result)] as [string, string]]),
        ['processor use', percent(account.processorUse)],
        ['steps of the kernel', figure(account.steps)],
      ];
      const width = Math.max(...lines.map(([name]) => name.length));
      const text = [
        styled(look, 'bold', `${workload.title}, ${scenario.model}${workers}`),
        ...wrapped(paramWords(scenario), look.width, '  ').map((line) => styled(look, 'dim', line)),
        '',
        ...lines.map(
          ([name, value], i) => `  ${name.padEnd(width)}  ${styled(look, i === 0 ? 'strong' : 'bold', value)}`,
        ),
        '',
        ...figures.sentences([account]).flatMap((sentence) => wrapped(sentence.split(' '), look.width)),
      ];
      await sink.write(inLook(look, `${text.join('\n')}\n`));
    },
  };
}
