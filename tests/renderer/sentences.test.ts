import { describe, expect, test } from 'vitest';
import { en } from '../../renderer/words/en.ts';
import { fill } from '../../renderer/words/fill.ts';
import { clockText, numberText, percentText, spanText } from '../../renderer/words/numbers.ts';
import { kindOf } from '../../renderer/stage/kinds.ts';
import { counted } from '../../shared/counted.ts';
import { sentenceAt, type Telling } from '../../renderer/words/sentence.ts';
import { Kind } from '../../shared/trace/kinds.ts';
import { Trace } from '../../shared/trace/trace.ts';
import { entries, traceOf } from './lanes.ts';

function telling(over: Partial<Telling> = {}): Telling {
  const trace = new Trace();
  trace.name('task', 1, 'producer-1');
  trace.name('task', 2, 'consumer-1');
  trace.name('resource', 0, 'the queue');
  return { trace, vocabulary: [], manner: {}, scenario: { seed: '0', edits: [] }, ...over };
}

function tell(about: Telling, kind: number, task = 1, value = 0): string {
  about.trace.event(0, kind, task, value, 0);
  return sentenceAt(about, about.trace.length - 1);
}

test.each([0, -0, 7, 999, 1000, 12_345, 1_234_567, 2 ** 53, -1, -999, -4321, -123_456])(
  'a number that is counted, %d, has groups of thousands',
  (value) => {
    expect(counted(value)).toBe(Object.is(value, -0) ? '0' : value.toLocaleString('en'));
  },
);

describe('what an event says', () => {
  test.each([
    ['SPAWN', 0, 'producer-1 is created.'],
    ['READY', 0, 'producer-1 is ready.'],
    ['RUN', 0, 'producer-1 runs.'],
    ['SLEEP', 55, 'producer-1 waits 55 s; the loop is free.'],
    ['BLOCK', 90, 'producer-1 waits 1 min 30 s and blocks its worker.'],
    ['WORK', 0.25, 'producer-1 works for 250 ms.'],
    ['CONTEND', 0, 'producer-1 waits for the processor.'],
    ['PARK', 0, 'producer-1 waits for the queue.'],
    ['YIELD', 0, 'producer-1 lets the other ready tasks run first.'],
    ['CANCEL', 2, 'producer-1 is asked to stop by consumer-1.'],
    ['DONE', 0, 'producer-1 is done.'],
    ['FAIL', 0, 'producer-1 ends with an error.'],
    ['CANCELLED', 0, 'producer-1 is cancelled.'],
    ['PUT', 0, 'producer-1 puts an item into the queue.'],
    ['TAKE', 0, 'producer-1 takes an item from the queue.'],
    ['ACQUIRE', 0, 'producer-1 acquires the queue.'],
    ['RELEASE', 0, 'producer-1 releases the queue.'],
    ['EDIT', 0, 'From here on: a parameter changes.'],
  ] as const)('%s', (name, value, sentence) => {
    expect(tell(telling(), Kind[name], 1, value)).toBe(sentence);
  });

  test('there is a sentence for every kind of the kernel, and no gap of any of them stays open', () => {
    for (const [name, kind] of Object.entries(Kind)) {
      if (name === 'FIELD' || name === 'OWN') continue;
      expect(Object.keys(en.events.kernel), name).toContain(name);
      expect(tell(telling(), kind), name).not.toMatch(/[{}]|undefined|NaN/);
    }
  });

  test.each(entries)(
    'there is a sentence for every note of $id, and every gap of it is filled',
    ({ id, stage, vocabulary }) => {
      const trace = traceOf(id);
      const about = telling({ trace, vocabulary, manner: kindOf({ stage }).manner });
      for (let index = 0; index < trace.length; index++) {
        expect(sentenceAt(about, index)).toMatch(trace.at(index).kind === Kind.FIELD ? /^$/ : /^[^{}]+[.]$/);
      }
    },
  );

  test('an edit says what changes', () => {
    const edits = [{ at: 0, path: 'opponent', value: 30 }];
    const about = telling({ scenario: { seed: '0', edits }, change: ({ path, value }) => `${path} ${String(value)}` });
    expect(tell(about, Kind.EDIT, -1, 0)).toBe('From here on: opponent 30.');
  });

  test('a note says what its vocabulary has for it, with its fields in the gaps', () => {
    const fields = ['number', { name: 'step', as: 'pair' }, 'took'] as const;
    const about = telling({
      vocabulary: [{ event: 'drew', fields, says: '{who} drew {number} at {step} in {took}.' }],
    });
    about.trace.event(0, Kind.OWN, 1, 7, 0);
    about.trace.event(0, Kind.FIELD, 1, 3 * 2 ** 26 + 2, 0);
    about.trace.event(0, Kind.FIELD, 1, 90, 0);
    expect([0, 1, 2].map((index) => sentenceAt(about, index))).toEqual([
      'producer-1 drew 7 at 3.2 in 1 min 30 s.',
      '',
      '',
    ]);
  });

  test('a kind from a later version is told by its number', () => {
    expect(tell(telling(), 30)).toBe('producer-1: event 30.');
  });
});

describe('words for numbers', () => {
  test('gaps that nothing was given for stay', () => {
    expect(fill('{a} and {b}', { a: 1 })).toBe('1 and {b}');
  });

  test('instants, spans, numbers and shares', () => {
    expect([0, 59.9996, 3655, 43_200].map((at) => clockText(at))).toEqual([
      '0:00:00',
      '0:01:00',
      '1:00:55',
      '12:00:00',
    ]);
    expect([0, 0.25, 2.5, 60, 90, 3599.6, 5400, 43_200].map(spanText)).toEqual([
      '0 s', '250 ms', '2.5 s', '1 min', '1 min 30 s', '1 h', '1 h 30 min', '12 h',
    ]); // prettier-ignore
    expect([0.125, 12.34, 1234.5, Infinity].map(numberText)).toEqual(['0.125', '12.3', '1,235', '∞']);
    expect([0.0000423, -0.00051234, 3e-17, 0].map(numberText)).toEqual(['0.0000423', '-0.000512', '0', '0']);
    expect(spanText(4.2e-8)).toBe('0.000042 ms');
    expect([0, 0.001, 0.0833, 0.995, 1].map(percentText)).toEqual(['0 %', '1 %', '8 %', '99 %', '100 %']);
  });
});
