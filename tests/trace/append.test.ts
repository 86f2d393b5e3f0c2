import fc from 'fast-check';
import { expect, test } from 'vitest';
import { hashTrace } from '../../shared/trace/hash.ts';
import { CHUNK_EVENTS, Trace } from '../../shared/trace/trace.ts';

test('events appended as columns are those that were given one by one, whatever the lengths', () => {
  const source = new Trace();
  for (let n = 0; n < 3 * CHUNK_EVENTS; n++) source.event(n / 7, n % 5, n % 11, n, n % 40);
  const lengths = fc.array(fc.oneof(fc.nat(2000), fc.nat(CHUNK_EVENTS)), { maxLength: 12 });
  fc.assert(
    fc.property(lengths, fc.nat(300), fc.option(fc.nat(CHUNK_EVENTS)), (list, skipped, cut) => {
      const [some, others] = [new Trace(), new Trace()];
      let from = 0;
      for (const length of list) {
        const columns = source.columns(from, from + length);
        from += columns.at.length;
        some.append(columns, skipped);
        for (let n = skipped; n < columns.at.length; n++) {
          const { at, kind, task, value, line } = columns;
          others.event(at[n]!, kind[n]!, task[n]!, value[n]!, line[n]!);
        }
        if (cut !== null) for (const each of [some, others]) each.truncate(cut);
      }
      expect(some.length).toBe(others.length);
      const columnsOf = (trace: Trace) =>
        Array.from({ length: 4 }, (_, n) => trace.columns(n * CHUNK_EVENTS, (n + 1) * CHUNK_EVENTS));
      expect(hashTrace(1, some, some.length)).toBe(hashTrace(1, others, others.length));
      const bytes = (trace: Trace) =>
        columnsOf(trace).flatMap(({ at, value, task, line, kind }) =>
          [at, value, task, line, kind].map((column) =>
            Buffer.from(column.buffer, column.byteOffset, column.byteLength),
          ),
        );
      expect(Buffer.concat(bytes(some)).equals(Buffer.concat(bytes(others)))).toBe(true);
    }),
    { numRuns: 20 },
  );
});
