import { describe, expect, test } from 'vitest';
import { Run } from '../../electron/session/run.ts';
import { Session } from '../../electron/session/session.ts';
import { workloads } from '../../electron/workloads/registry.ts';
import { SummaryFold } from '../../shared/fold/summary.ts';
import { TracksFold } from '../../shared/fold/tracks.ts';
import { readSavedFile } from '../../shared/saved/file.ts';
import { readScenario } from '../../shared/scenario/scenario.ts';
import { decodeChrome, encodeChrome } from '../../shared/trace/chrome.ts';
import type { Trace } from '../../shared/trace/trace.ts';
import { rows, settle } from '../support/sessions.ts';

const utf8 = (bytes: Uint8Array) => new TextDecoder().decode(bytes);
const opened = (text: string) => readSavedFile(new TextEncoder().encode(text), utf8);

/** What the timeline draws and what the summary counts. */
function told(trace: Trace): unknown {
  const [tracks, summary] = [new TracksFold(), new SummaryFold({ model: 'threads', workers: 3 })];
  trace.feed(tracks);
  trace.feed(summary);
  const spans = Array.from({ length: tracks.size }, (_, task) => tracks.spans(task, 0, trace.endsAt));
  return [spans, summary.at(trace.endsAt), rows(trace), trace.names];
}

describe('a Chrome trace that Simul wrote', () => {
  test.each(['exhibition', 'queue', 'requests', 'philosophers'])(
    'of %s, opened, has its timeline and its figures',
    (id) => {
      const workload = workloads.find((each) => each.id === id)!;
      const edits = id === 'exhibition' ? [{ at: 60, path: 'opponent', value: 30 }] : [];
      const scenario = readScenario({ workload: id, model: 'threads', workers: 3, seed: 7, edits }, workload);
      const run = new Run(scenario, workload);
      run.advance();
      const { trace } = run;
      const text = [
        ...encodeChrome({ trace, vocabulary: workload.vocabulary, scenario, title: id, until: run.now }),
      ].join('');
      const session = settle(new Session(workloads, opened(text).open));
      expect(session.lanes).toHaveLength(1);
      expect(told(session.lanes[0]!.trace)).toEqual(told(decodeChrome(text).trace));
    },
  );
});

describe('a Chrome trace that cannot be opened', () => {
  const scenario = { workload: 'queue' };
  test.each([
    [{ traceEvents: [] }, /^file: .*a trace that simul run --format trace wrote/],
    [
      { traceEvents: [], simul: { version: 2, scenario } },
      /^simul\.version: this was saved by a newer Simul \(version 2\)/,
    ],
    [{ traceEvents: [], simul: { version: 'x', scenario } }, /^simul\.version: /],
    [{ traceEvents: [], simul: { version: 1 } }, /^simul\.scenario: /],
    [{ traceEvents: [], simul: { version: 1, scenario: { workload: 'x'.repeat(2e6) } } }, /^file: /],
  ])('says why: %#', (file, why) => {
    expect(() => opened(JSON.stringify(file))).toThrow(why);
  });
});
