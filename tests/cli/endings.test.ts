import { spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readdirSync, readFileSync, statSync, symlinkSync, watch, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { useFolder } from '../support/folder.ts';
import { ended, program, simul, simulAlone, start, useBuild } from './simul.ts';

useBuild();
const folder = useFolder();

/** A run that takes far longer than any test. */
const endless = [
  ...['run', 'exhibition', '--set', 'boards=10000', '--set', 'pairMoves=10000'],
  ...['--steps', '1e12', '--format', 'jsonl'],
];

/** Resolves when the folder holds a draft of a file, of at least so many bytes. */
async function draft(bytes = 0): Promise<void> {
  const drafted = () =>
    readdirSync(folder).some((name) => name.endsWith('.tmp') && statSync(join(folder, name)).size >= bytes);
  const watcher = watch(folder);
  try {
    while (!drafted()) await once(watcher, 'change');
  } finally {
    watcher.close();
  }
}

describe.skipIf(process.platform === 'win32')('a run that is interrupted', () => {
  test.each([
    ['SIGINT', 130, 'simul: interrupted\n'],
    ['SIGTERM', 143, 'simul: ended by SIGTERM\n'],
  ] as const)('by %s ends with %i, says so in one line and leaves whole lines', async (signal, code, line) => {
    const child = start(endless);
    const end = ended(child);
    await once(child.stdout, 'data');
    child.kill(signal);
    const { stdout, ...rest } = await end;
    expect(rest).toEqual({ code, stderr: line });
    expect(stdout.endsWith('}\n')).toBe(true);
    for (const entry of stdout.trimEnd().split('\n').slice(-3)) JSON.parse(entry);
  });

  test('leaves a file that was there as it was, and nothing else', async () => {
    const path = join(folder, 'kept.jsonl');
    writeFileSync(path, 'before\n');
    const before = readdirSync(folder);
    const drafted = draft();
    const child = start([...endless, '--out', path]);
    const end = ended(child);
    await drafted;
    child.kill('SIGINT');
    expect(await end).toEqual({ code: 130, stdout: '', stderr: `simul: interrupted; ${path} is as it was\n` });
    expect(readFileSync(path, 'utf8')).toBe('before\n');
    expect(readdirSync(folder)).toEqual(before);
  });

  test('leaves no draft behind when it is told to quit', async () => {
    const path = join(folder, 'quit.jsonl');
    const before = readdirSync(folder);
    const drafted = draft();
    const child = start([...endless, '--out', path]);
    const end = ended(child);
    await drafted;
    child.kill('SIGQUIT');
    const stderr = `simul: ended by SIGQUIT; ${path} was not written\n`;
    expect(await end).toEqual({ code: 131, stdout: '', stderr });
    expect(readdirSync(folder)).toEqual(before);
  });

  test('hears it while it writes a long trace', async () => {
    const path = join(folder, 'trace.json');
    const drafted = draft(1);
    const size = ['--set', 'boards=400', '--set', 'pairMoves=400'];
    const child = start(['run', 'exhibition', ...size, '--format', 'trace', '--out', path]);
    const end = ended(child);
    await drafted;
    child.kill('SIGINT');
    expect(await end).toEqual({ code: 130, stdout: '', stderr: `simul: interrupted; ${path} was not written\n` });
    expect(existsSync(path)).toBe(false);
  });

  test('hears it while it verifies many short cases, and says how far it came', async () => {
    const path = join(folder, 'cases.json');
    const wrong = { workload: 'count', model: 'asynchronous', params: { tasks: 3 }, seed: 0, makespan: 2, log: [] };
    const long = { workload: 'exhibition', model: 'asynchronous', params: {}, seed: 0, makespan: 1, log: [] };
    writeFileSync(path, JSON.stringify([wrong, ...Array.from({ length: 2000 }, () => long)]));
    const child = start(['verify', path]);
    const end = ended(child);
    await once(child.stdout, 'data');
    child.kill('SIGINT');
    const { code, stdout, stderr } = await end;
    expect({ code, whole: /cases, \d+ differences\n$/.test(stdout) }).toEqual({ code: 130, whole: false });
    expect(stderr).toMatch(/^simul: interrupted; \d+ of 2001 cases run, \d+ differences\n$/);
  });
});

test('a reader that goes away ends the run, quietly', async () => {
  const child = start(endless);
  let stderr = '';
  child.stderr.on('data', (text) => (stderr += String(text)));
  await once(child.stdout, 'data');
  child.stdout.destroy();
  const [code] = (await once(child, 'close')) as [number];
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
});

describe('a file that is written', () => {
  test('appears whole, in place of what was there, and through a link', async () => {
    const path = join(folder, 'result.csv');
    const link = join(folder, 'link.csv');
    writeFileSync(path, 'before\n');
    symlinkSync(path, link);
    const { stdout } = await simul('run', 'exhibition', '--format', 'csv');
    const written = await simul('run', 'exhibition', '--format', 'csv', '--out', link);
    expect(written).toEqual({ code: 0, stdout: '', stderr: '' });
    expect(readFileSync(path, 'utf8')).toBe(stdout);
    expect(readFileSync(link, 'utf8')).toBe(stdout);
    expect(readdirSync(folder).filter((name) => name.endsWith('.tmp'))).toEqual([]);
  });

  test('may have a name as long as names can be', async () => {
    const path = join(folder, `${'n'.repeat(251)}.csv`);
    const written = await simul('run', 'count', '--format', 'csv', '--out', path);
    expect(written).toEqual({ code: 0, stdout: '', stderr: '' });
    expect(readFileSync(path, 'utf8')).toMatch(/^t,task,event/);
  });

  test('does not appear when there is nothing whole to write', async () => {
    const before = readdirSync(folder);
    const { code } = await simulAlone('compare', 'exhibition', '--steps', '10', '--out', join(folder, 'partial.txt'));
    expect({ code, files: readdirSync(folder) }).toEqual({ code: 1, files: before });
  });

  test('is not begun through a link that leads nowhere', async () => {
    const link = join(folder, 'nowhere.csv');
    symlinkSync(join(folder, 'not-there.csv'), link);
    const { code, stdout, stderr } = await simul('run', 'exhibition', '--out', link);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toMatch(/^simul: --out: ".*" was given; it must be .* a link to nothing\n$/);
    expect(existsSync(join(folder, 'not-there.csv'))).toBe(false);
  });
});

test.skipIf(!existsSync('/dev/full'))('standard output that is full is a failure, in one line', () => {
  const line = `'${process.execPath}' '${program}' list > /dev/full`;
  const { status, stderr } = spawnSync('/bin/sh', ['-c', line], { encoding: 'utf8' });
  expect({ status, lines: stderr.split('\n').length }).toEqual({ status: 1, lines: 2 });
  expect(stderr).toMatch(/^simul: standard output cannot be written: .*ENOSPC/);
});

describe('a run that is not over', () => {
  test('says that it was stopped, has no makespan, and is no failure', async () => {
    const { code, stdout, stderr } = await simul('run', 'exhibition', '--until', '100', '--format', 'json');
    expect({ code, stderr }).toEqual({
      code: 0,
      stderr: 'simul: stopped at 0:01:40 of virtual time, as asked; the run is not over\n',
    });
    const { makespan, until, log } = JSON.parse(stdout) as { makespan: null; until: number; log: { t: number }[] };
    expect({ makespan, until, last: log.at(-1)!.t }).toEqual({ makespan: null, until: 100, last: 100 });
  });

  test('is over all the same when the stop comes later than its end', async () => {
    const { stderr, stdout } = await simul('run', 'exhibition', '--until', '1:00:55', '--format', 'json');
    expect(stderr).toBe('');
    expect(JSON.parse(stdout)).toMatchObject({ makespan: 3655 });
  });

  test('is a failure when its steps are used up', async () => {
    const { code, stdout, stderr } = await simul('run', 'exhibition', '--steps', '10', '--format', 'json');
    expect({ code, stderr }).toEqual({
      code: 1,
      stderr:
        'simul: exhibition (asynchronous) is not over after 10 steps, at 0:00:25 of virtual time; --steps sets the limit\n',
    });
    expect(JSON.parse(stdout)).toMatchObject({ makespan: null });
    const compared = await simul('compare', 'exhibition', '--steps', '10');
    expect(compared).toMatchObject({ code: 1, stdout: '' });
    expect(compared.stderr).toMatch(/^simul: exhibition \(synchronous\) is not over after 10 steps, .*\n$/);
  });
});
