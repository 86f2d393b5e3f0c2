import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { root } from '../../scripts/ensure.mjs';
import { squeeze } from '../../electron/cli/input/squeeze.ts';
import { rememberedInPng, rememberedInSvg } from '../../shared/saved/file.ts';
import { linkOf } from '../../shared/saved/link.ts';
import { picture, runOf } from '../saved/examples.ts';
import { Caller } from '../support/caller.ts';
import { useFolder } from '../support/folder.ts';
import { program, simulAll, useBuild } from './simul.ts';

useBuild();
const folder = useFolder();
const run = runOf({ boards: 3, pairMoves: 4 }, 123.5);

/** What `simul open` shows to the first page that looks. */
function opened(what: string): Promise<unknown> {
  return lookAt(what, async (address, origin) => {
    const caller = await Caller.open(address, origin, { hello: false });
    const welcome = await caller.call('hello', { version: 1 });
    await caller.until(({ session, clock }) => session !== null && clock !== null && clock.at > 0);
    const { lanes } = caller.session!;
    caller.close();
    const { untouched } = (welcome as { value: { untouched: boolean } }).value;
    return { scenario: lanes[0]!.scenario, lanes: lanes.map(({ model }) => model), at: caller.clock!.at, untouched };
  });
}

/** Has somebody look at what `simul open` serves. */
async function lookAt<T>(what: string, look: (address: string, origin: string) => Promise<T>): Promise<T> {
  const child = spawn(process.execPath, [program, 'open', what, '--port', '0', '--no-browser'], { cwd: root });
  try {
    let said = '';
    for await (const data of child.stdout) {
      said += String(data);
      if (said.includes('Ctrl-C ends it.')) break;
    }
    const { origin, host, search } = new URL(/http:\S+/.exec(said)![0]);
    return await look(`ws://${host}/socket${search}`, origin);
  } finally {
    child.kill('SIGTERM');
    await once(child, 'exit');
  }
}

test('a picture, a drawing, a scenario and a link open as the run they hold, which no page replaces', async () => {
  const write = (name: string, content: string | Uint8Array) => {
    const path = join(folder, name);
    writeFileSync(path, content);
    return path;
  };
  const sources = [
    write('chart.png', rememberedInPng(picture(), run)),
    write('chart.svg', `<svg>${rememberedInSvg(run)}</svg>`),
    write('run.json', JSON.stringify(run)),
    `http://127.0.0.1:4700/${await linkOf(run, squeeze)}`,
  ];
  const found = await Promise.all(sources.map(opened));
  const { scenario } = run;
  const shown = { scenario, lanes: ['synchronous', 'asynchronous'], at: 123.5, untouched: false };
  expect(found).toEqual(sources.map(() => shown));
});

test('a recording of another program is given to the first page, and to no other', async () => {
  const path = join(folder, 'crawl.JSON');
  const text = JSON.stringify([{ ph: 'X', pid: 1, tid: 7, ts: 0, dur: 2e6, name: 'caf\u00e9' }]);
  writeFileSync(path, text);
  const looked = await lookAt(path, async (address, origin) => {
    const given = [];
    for (const _ of ['first', 'second']) {
      const caller = await Caller.open(address, origin);
      await caller.until(({ clock }) => clock !== null);
      given.push({ file: caller.file, workload: caller.session?.lanes[0]?.scenario.workload, at: caller.clock?.at });
      caller.close();
    }
    return given;
  });
  const screen = { workload: 'exhibition', at: 0 };
  expect(looked).toEqual([
    { file: { name: 'crawl.JSON', text }, ...screen },
    { file: null, ...screen },
  ]);
});

test('what cannot be opened is refused in one line with its reason', async () => {
  const write = (name: string, content: string | Uint8Array) => {
    writeFileSync(join(folder, name), content);
    return join(folder, name);
  };
  const bad: readonly [string, RegExp][] = [
    [join(folder, 'nowhere.png'), /^simul: file: .* it must be a file that is there\n$/],
    [folder, /^simul: file: .* a file, not a directory\n$/],
    [write('plain.png', picture()), /^simul: file: "a picture" was given; it must be one that Simul exported/],
    [write('cut.png', rememberedInPng(picture(), run).subarray(0, 200)), /^simul: file: .* cut off\n$/],
    [write('bytes', new Uint8Array([0xff, 0xfe, 0x00])), /^simul: file: "3 bytes" was given/],
    [write('newer.json', '{"simul":2}'), /^simul: simul: this was saved by a newer Simul \(version 2\)/],
    [write('boards.json', '{"workload":"exhibition","params":{"boards":0}}'), /^simul: .*boards: 0 was given/],
    [
      write('trace.json', '[{"ph":"X","ts":null}]'),
      /^simul: events\.0\.ts: null was given; it must be a number of micro/,
    ],
    [write('mine.json', '{"traceEvents":[{"ph":"X"}],"simul":{}}'), /^simul: simul\.version: /],
    ['http://127.0.0.1:4700/#s=1.AAAA', /^simul: link: .* damaged, cut off or holds too much\n$/],
  ];
  const results = await simulAll(bad.map(([what]) => ['open', what, '--port', '0', '--no-browser']));
  results.forEach(({ code, stdout, stderr }, index) => {
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toMatch(bad[index]![1]);
    expect(stderr.split('\n').length).toBe(2);
  });
});
