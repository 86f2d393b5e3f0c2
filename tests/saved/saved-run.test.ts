import { describe, expect, test } from 'vitest';
import { Session } from '../../electron/session/session.ts';
import { workloads } from '../../electron/workloads/registry.ts';
import { readSaved, savedText } from '../../shared/saved/saved-run.ts';
import { savedSession } from '../../shared/protocol/saved-session.ts';
import { hashTrace, HASH_SEED } from '../../shared/trace/hash.ts';
import { runOf, whyNot } from './examples.ts';

const run = runOf();
const { scenario, lanes } = run;
const whyNotOf = (value: unknown) => whyNot(() => readSaved(JSON.stringify(value)));

function hashes(session: Session): number[] {
  while (session.compute());
  return session.lanes.map(({ trace }) => hashTrace(HASH_SEED, trace, trace.length));
}

describe('a run that was saved', () => {
  test.each(workloads.map(({ id }) => id))('opens as the identical trace: %s', (workload) => {
    const { models } = workloads.find(({ id }) => id === workload)!;
    const choices = models.slice(0, 2).map((model) => ({ model, workers: 3 }));
    const session = new Session(workloads, { scenario: { workload, seed: '7' }, lanes: choices });
    const { open } = readSaved(savedText({ ...savedSession(session.info.lanes)!, at: 5 }));
    expect(hashes(new Session(workloads, open))).toEqual(hashes(session));
  });

  test('with edits opens with its edits', () => {
    const session = new Session(workloads, {
      scenario: { workload: 'exhibition', params: { boards: 3 } },
      lanes: [...lanes],
    });
    while (session.compute());
    session.seek(100, 0);
    session.edit('opponent', 30, 0);
    const { open, at } = readSaved(savedText({ ...savedSession(session.info.lanes)!, at: session.clock.at }));
    expect([at, (open.scenario['edits'] as unknown[]).length]).toEqual([100, 1]);
    expect(hashes(new Session(workloads, open))).toEqual(hashes(session));
  });

  test('may be a session as files have it, or a scenario alone, which begins at its start', () => {
    expect(readSaved(JSON.stringify({ scenario, lanes }))).toEqual({ open: { scenario, lanes }, at: 0 });
    const alone = { open: { scenario, lanes: [{ model: 'synchronous', workers: 1 }] }, at: 0 };
    expect(readSaved(JSON.stringify(scenario))).toEqual(alone);
  });
});

describe('what is no run is refused with path and reason', () => {
  const nested = (depth: number): unknown => JSON.parse('['.repeat(depth) + ']'.repeat(depth));

  test.each([
    ['', /^file: "" was given; it must be a scenario as JSON$/],
    ['{"scenario":', /^file: .* it must be a scenario as JSON$/],
    ['['.repeat(100_000), /^file: .* it must be a scenario as JSON$/],
  ])('a text that is no JSON: %.20s', (text, reason) => {
    expect(whyNot(() => readSaved(text))).toMatch(reason);
  });

  test.each<[string, unknown, RegExp]>([
    ['a list', [], /^file: \[\] was given; it must be a scenario/],
    ['a number', 3, /^file: 3 was given/],
    ['an object of something else', { a: 1 }, /^file: .* a scenario, or an object with scenario and lanes$/],
    ['no lanes', { scenario, lanes: [] }, /^lanes: "0 lanes" was given; it must be 1 to 4 lanes$/],
    ['many lanes', { scenario, lanes: Array(5).fill(lanes[0]) }, /^lanes: "5 lanes"/],
    ['a lane without a model', { scenario, lanes: [{}] }, /^lanes\.0: \{\} was given/],
    ['an instant before the start', { ...run, at: -1 }, /^at: -1 was given; it must be a number of virtual seconds/],
    ['an instant in words', { ...run, at: 'end' }, /^at: "end" was given/],
    ['a field that nobody knows', { ...run, script: 'x' }, /^script: "x" was given; it must be left out/],
    ['a nest', { scenario: { params: nested(40) }, lanes }, /^scenario\.params\.0\.0.*levels deep$/],
    ['a list without end', { scenario: { edits: Array(25_001).fill(0) }, lanes }, /^scenario\.edits: .*25000 entries$/],
    ['a scenario of many words', { scenario: { name: 'x'.repeat(1_000_000) }, lanes }, /^file: .*at most 1000000 char/],
    ['a version that never was', { ...run, simul: 'one' }, /^simul: "one" was given; it must be 1/],
  ])('%s', (_, value, reason) => {
    expect(whyNotOf(value)).toMatch(reason);
  });

  test('a newer one says so', () => {
    expect(whyNotOf({ ...run, simul: 2, more: true })).toBe(
      'simul: this was saved by a newer Simul (version 2); this one reads version 1',
    );
    expect(whyNotOf({ scenario: { ...scenario, version: 3 }, lanes })).toBe(
      'scenario.version: this was saved by a newer Simul (version 3); this one reads version 1',
    );
  });

  test('a name that reaches for the prototype is a name', () => {
    const { open } = readSaved(
      '{"scenario":{"workload":"queue","__proto__":{"seed":"9"}},"lanes":[{"model":"threads"}]}',
    );
    expect([open.scenario['seed'], Object.hasOwn(open.scenario, '__proto__')]).toEqual([undefined, true]);
    expect(whyNot(() => new Session(workloads, open))).toMatch(/^__proto__: /);
  });
});
