/** The invariants of ARCHITECTURE.md, each under its name. What they mean in depth is in tests/laws. */
import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { Kernel, model, Queue, type Coroutine } from '../../electron/kernel/index.ts';
import { Publisher, PACKETS_IN_FLIGHT } from '../../electron/session/publisher.ts';
import { Run } from '../../electron/session/run.ts';
import { Session } from '../../electron/session/session.ts';
import { workloads } from '../../electron/workloads/registry.ts';
import { decodePacket } from '../../shared/protocol/packet.ts';
import { flagsOf } from '../../shared/listing/listing.ts';
import { pythonScript } from '../../shared/listing/script.ts';
import { gapsOf } from '../../shared/listing/texts.ts';
import { readScenario, type ScenarioInput } from '../../shared/scenario/scenario.ts';
import { Kind } from '../../shared/trace/kinds.ts';
import { EVENT_BYTES, Trace } from '../../shared/trace/trace.ts';
import { importsOf, problemWith, roomOf, stageKinds } from './rooms.ts';

const root = resolve(import.meta.dirname, '../..');
const tested: string[] = [];

function invariant(name: string, check: () => void): void {
  tested.push(name);
  test(name, check);
}

function sources(...folders: string[]): { file: string; text: string }[] {
  return folders.flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
      .map((path) => `${folder}/${path.replaceAll('\\', '/')}`)
      .filter((path) => /\.(ts|mjs|svelte|css|html)$/.test(path))
      .map((file) => ({ file, text: readFileSync(join(root, file), 'utf8') })),
  );
}

function withoutComments(text: string): string {
  return text.replace(/\/\*[\s\S]*?\*\//g, '').replace(/(^|\s)\/\/.*$/gm, '$1');
}

function runOf(input: ScenarioInput): Run {
  const workload = workloads.find(({ id }) => id === input.workload)!;
  return new Run(readScenario(input, workload), workload);
}

/** Runs a program under the asynchronous model; returns what its tasks have said, with the instants. */
function said(main: (kernel: Kernel, say: (what: string) => void) => Coroutine): string[] {
  const kernel = new Kernel({ model: model('asynchronous') });
  const log: string[] = [];
  kernel.spawn(main(kernel, (what) => log.push(`${kernel.now} ${what}`)));
  kernel.advance();
  return log;
}

const thinkers: ScenarioInput = {
  workload: 'exhibition',
  seed: 7,
  params: { boards: 9, pairMoves: 6, opponent: { kind: 'exponential', mean: 40 }, policy: 'fifo' },
};

invariant('Time never goes back', () => {
  for (const id of ['synchronous', 'asynchronous', 'threads', 'processes']) {
    const run = runOf({ ...thinkers, model: id, workers: 3 });
    run.advance();
    const instants = [...run.trace].map(({ at }) => at);
    expect(instants).toEqual([...instants].sort((a, b) => a - b));
  }
});

invariant('A pass runs only what was ready when it began', () => {
  const log = said(function* (kernel, say) {
    function* twice(name: string): Coroutine {
      say(`${name}1`);
      yield kernel.sleep(0);
      say(`${name}2`);
    }
    yield* kernel.gather([kernel.spawn(twice('a')), kernel.spawn(twice('b'))]);
  });
  expect(log).toEqual(['0 a1', '0 b1', '0 a2', '0 b2']);
});

invariant('Equal deadlines wake in the order they were set', () => {
  const log = said(function* (kernel, say) {
    function* sleeper(name: string, first: number): Coroutine {
      yield kernel.sleep(first);
      yield kernel.sleep(3 - first);
      say(name);
    }
    yield* kernel.gather([2, 1, 0.5].map((first) => kernel.spawn(sleeper(`after ${first}`, first))));
  });
  expect(log).toEqual(['3 after 0.5', '3 after 1', '3 after 2']);
});

invariant('One place resumes tasks', () => {
  const resuming = sources('electron').flatMap(({ file, text }) =>
    [...text.matchAll(/(resume|raise)\.call\(|generator\.(next|throw|return)\(/g)].map(
      (match) => `${file}: ${match[0]}`,
    ),
  );
  expect(resuming).toEqual(['electron/kernel/kernel.ts: raise.call(', 'electron/kernel/kernel.ts: resume.call(']);
});

invariant('A cancelled wait leaves no trace of itself', () => {
  const kernel = new Kernel({ model: model('asynchronous') });
  const line = new Queue<number>(kernel);
  function* getter(): Coroutine {
    yield* line.get();
  }
  function* sleeper(): Coroutine {
    yield kernel.sleep(1000);
  }
  kernel.spawn(
    (function* (): Coroutine {
      const tasks = [kernel.spawn(getter()), kernel.spawn(sleeper())];
      yield kernel.sleep(1);
      for (const task of tasks) task.cancel();
      yield kernel.sleep(1);
    })(),
  );
  const pause = kernel.advance();
  const { timers, live, ready } = kernel.statistics();
  expect({ pause, timers, live, ready, getters: line.getters, now: kernel.now }).toEqual({
    pause: 'finished',
    timers: 0,
    live: 0,
    ready: 0,
    getters: 0,
    now: 2,
  });
});

invariant('The trace depends on scenario and seed alone', () => {
  const whole = runOf(thinkers);
  whole.advance();
  const sliced = runOf(thinkers);
  for (let slice = 1; !sliced.over; slice++) sliced.advance(slice * 17.3, 1 + (slice % 5));
  expect([...sliced.trace]).toEqual([...whole.trace]);
});

invariant('An observer cannot break a run', () => {
  const kernel = new Kernel({
    model: model('asynchronous'),
    observer: {
      event() {
        throw new Error('broken');
      },
      name() {
        throw new Error('broken');
      },
    },
  });
  kernel.spawn(
    (function* (): Coroutine {
      yield kernel.sleep(5);
    })(),
    { name: 'main' },
  );
  expect({ pause: kernel.advance(), now: kernel.now }).toEqual({ pause: 'finished', now: 5 });
});

invariant('An event takes at most 24 bytes', () => {
  const trace = new Trace();
  for (let event = 0; event < 100; event++) trace.event(event, 2, event, event, 0);
  const columns = Object.values(trace.columns(0, 100)).filter((column) => ArrayBuffer.isView(column));
  const bytes = columns.reduce((sum, column) => sum + column.byteLength, 0);
  expect(bytes).toBe(100 * EVENT_BYTES);
  expect(EVENT_BYTES).toBeLessThanOrEqual(24);
});

invariant('The pure rooms know no wall clock, no chance and no outside world', () => {
  const rooms = ['shared', 'electron/kernel', 'electron/random', 'electron/workloads', 'electron/session'];
  const forbidden =
    /\b(Date\s*[.(]|new Date|Math\.random|performance\.|setTimeout|setInterval|setImmediate|process\.|document\.|window\.)/g;
  const found = sources(...rooms).flatMap(({ file, text }) => {
    return [...withoutComments(text).matchAll(forbidden)].map((match) => `${file}: ${match[0]}`);
  });
  expect(found).toEqual([]);
});

invariant('Imports point one way', () => {
  const problems = sources('shared', 'electron', 'renderer')
    .filter(({ file }) => !/\.(css|html)$/.test(file))
    .flatMap(({ file, text }) => importsOf(file, text).map((imported) => problemWith(file, imported, undefined, root)));
  expect(problems.filter((problem) => problem !== null)).toEqual([]);
});

invariant('Shells do not reach past the host into the kernel', () => {
  const shells = ['electron/main', 'electron/preload', 'electron/web', 'electron/cli'];
  const reaching = sources(...shells).flatMap(({ file, text }) =>
    importsOf(file, text)
      .filter((imported) => imported.startsWith('.') && roomOf(join(file, '..', imported)) === 'electron/kernel')
      .map((imported) => `${file}: ${imported}`),
  );
  expect(reaching).toEqual([]);
});

invariant('A refused input changes nothing', () => {
  const session = new Session(workloads, { scenario: { workload: 'exhibition' }, lanes: [{ model: 'asynchronous' }] });
  while (session.compute());
  const before = JSON.stringify([session.info, session.clock]);
  const bad: (() => void)[] = [
    () => {
      session.edit('opponent', -1, 0);
    },
    () => {
      session.edit('nonsense', 1, 0);
    },
    () => {
      session.open({ scenario: { workload: 'exhibition', params: { boards: 0 } }, lanes: [{ model: 'threads' }] }, 0);
    },
  ];
  for (const call of bad) expect(call).toThrow('it must be');
  expect(JSON.stringify([session.info, session.clock])).toBe(before);
});

invariant('No more than two packets are on their way, and no event is left out', () => {
  const session = new Session(workloads, {
    scenario: { workload: 'exhibition', params: { boards: 200 } },
    lanes: [{ model: 'asynchronous' }],
  });
  while (session.compute());
  const publisher = new Publisher(session);
  const page = new Trace();
  let most = 0;
  for (;;) {
    const frames = [publisher.next(), publisher.next(), publisher.next()].filter((frame) => frame !== null);
    most = Math.max(most, publisher.inFlight);
    if (frames.length === 0) break;
    for (const frame of frames.map(decodePacket)) {
      page.append(frame.events[0]!);
      publisher.acknowledge(frame.header.packet);
    }
  }
  expect(most).toBe(PACKETS_IN_FLIGHT);
  expect([...page]).toEqual([...session.lanes[0]!.trace]);
});

invariant('The page knows stage kinds, never a workload by name', () => {
  const ids = new Set([...stageKinds, ...workloads.map(({ id }) => id)]);
  // The message catalogue is text: a queue is called "queue" there.
  const code = sources('renderer').filter(({ file }) => !file.startsWith('renderer/words/'));
  // What end-to-end tests know a picture by is no kind.
  const named = code.flatMap(({ file, text: whole }) => {
    const text = whole.replace(/^ *testid: .*$/gm, '');
    // A kind names itself, and the registry each of them; nobody else names any.
    const own = /^renderer\/stage\/([^/]+)\//.exec(file)?.[1];
    const known = file === 'renderer/stage/kinds.ts' ? stageKinds : [own];
    return [...ids]
      .filter((id) => !known.includes(id) && new RegExp(`['"\`]${id}['"\`]`).test(withoutComments(text)))
      .map((id) => `${file}: ${id}`);
  });
  expect(named).toEqual([]);
});

invariant('Nothing is fetched', () => {
  const foreign = sources('shared', 'electron', 'renderer').flatMap(({ file, text }) =>
    [...withoutComments(text).matchAll(/\b(?:https?|wss?):\/\/(?!127\.0\.0\.1|localhost|\[::1\]|\$\{)[\w.-]+/g)]
      .map((match) => match[0])
      // The names of the SVG namespaces look like addresses and are none.
      .filter((address) => !/^http:\/\/www\.w3\.org/.test(address))
      .map((address) => `${file}: ${address}`),
  );
  expect(foreign).toEqual([]);
});

invariant('No dependency of the app is copyleft', () => {
  const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as Record<
    string,
    Record<string, string>
  >;
  const licences = Object.keys({ ...manifest['dependencies'], ...manifest['devDependencies'] }).map((name) => {
    const file = join(root, 'node_modules', name, 'package.json');
    const { license } = JSON.parse(readFileSync(file, 'utf8')) as { license?: string };
    return `${name}: ${license ?? 'none'}`;
  });
  // A test tool may be under the MPL, which ends at its own files.
  const allowed = /: (MIT|ISC|BSD-[23]-Clause|Apache-2\.0|OFL-1\.1|0BSD|BlueOak-1\.0\.0|MIT OR Apache-2\.0)$/;
  expect(licences.filter((line) => !allowed.test(line))).toEqual(['@axe-core/playwright: MPL-2.0']);
});

invariant('The lockfile records no download address', () => {
  const lockfile = readFileSync(join(root, 'package-lock.json'), 'utf8');
  const addresses = [...lockfile.matchAll(/"resolved": "[^"]*"/g)].map((match) => match[0]);
  expect(addresses).toEqual([]);
});

invariant('Every wait stands on a line of the listing', () => {
  const waits: readonly number[] = [Kind.SLEEP, Kind.BLOCK, Kind.WORK, Kind.PARK, Kind.YIELD, Kind.CONTEND];
  for (const { id, models, texts } of workloads) {
    for (const chosen of models) {
      const run = runOf({ workload: id, model: chosen, workers: 3 });
      run.advance();
      const lines = texts.lines(run.scenario);
      const off = [...run.trace].filter(({ kind, line }) => waits.includes(kind) && !lines[line - 1]?.label);
      expect(off, `${id}, ${chosen}`).toEqual([]);
    }
  }
});

invariant('The listing and the script are one text', () => {
  for (const { id, title, models, texts, defaults } of workloads) {
    for (const chosen of models) {
      const { scenario } = runOf({ workload: id, model: chosen, workers: 3 });
      const script = pythonScript({ title, texts, scenario });
      const program = texts.listing(chosen).script(flagsOf(null, defaults), gapsOf(scenario, defaults as object));
      const shown = texts.lines(scenario).map(({ text }) => text);
      // What only one of them has: output and waits by hand on one side, log and measured time on the other.
      const common = shown.filter((text) => program.includes(text));
      expect(script, `${id}, ${chosen}`).toContain(program.join('\n'));
      expect(common.length / shown.length, `${id}, ${chosen}`).toBeGreaterThan(0.4);
    }
  }
});

invariant('A kind of stage is one folder, and only the registry of kinds imports it', () => {
  const named = stageKinds.map(
    (kind) => /^ {2}id: '([^']+)'/m.exec(readFileSync(join(root, `renderer/stage/${kind}/${kind}.ts`), 'utf8'))?.[1],
  );
  expect(named).toEqual(stageKinds);
  // A line for each, by its id; the general one is there from the start.
  const registry = readFileSync(join(root, 'renderer/stage/kinds.ts'), 'utf8');
  const lines = [...registry.matchAll(/^ {2}'?([a-z-]+)'?: new Part\(.*import\('\.\/\1\/\1\.ts'\)/gm)];
  expect([...lines.map((line) => line[1]!), 'tasks'].sort()).toEqual(stageKinds);
  const importing = sources('renderer').flatMap(({ file, text }) =>
    importsOf(file, text)
      .map((imported) => join(file, '..', imported))
      .filter((target) => stageKinds.some((kind) => target.startsWith(`renderer/stage/${kind}/`)))
      .filter((target) => !file.startsWith(`${target.split('/').slice(0, 3).join('/')}/`))
      .map(() => file),
  );
  expect([...new Set(importing)]).toEqual(['renderer/stage/kinds.ts']);
});

invariant('Only the picture toolkit touches a canvas', () => {
  const touching = sources('renderer')
    .filter(({ file }) => !file.startsWith('renderer/picture/'))
    .flatMap(({ file, text }) =>
      [
        ...withoutComments(text).matchAll(
          /getContext\(|createElement\('canvas'\)|\.measureText\(|new Path2D\(|OffscreenCanvas/g,
        ),
      ].map(([what]) => `${file}: ${what}`),
    );
  expect(touching).toEqual([]);
});

afterAll(() => {
  const listed = [...readFileSync(join(root, 'ARCHITECTURE.md'), 'utf8').matchAll(/^\d+\. (.+)$/gm)].map(
    (match) => match[1],
  );
  expect(tested).toEqual(listed);
});
