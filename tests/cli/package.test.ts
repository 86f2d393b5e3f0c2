// The program as npm publishes it, in a folder with nothing but what it needs to run.
import { execFileSync, spawn, spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { ensure, root } from '../../scripts/ensure.mjs';
import { useFolder } from '../support/folder.ts';

const folder = useFolder();
const program = join(folder, 'node_modules/simul/bin/simul.mjs');
let files: string[] = [];

interface Packed {
  readonly filename: string;
  readonly files: readonly { readonly path: string }[];
}

beforeAll(() => {
  ensure();
  const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';
  const args = ['pack', '--ignore-scripts', '--json', '--pack-destination', folder];
  const options = { cwd: root, encoding: 'utf8', shell: process.platform === 'win32' } as const;
  const [packed] = JSON.parse(execFileSync(npm, args, options)) as [Packed];
  files = packed.files.map(({ path }) => path);
  mkdirSync(join(folder, 'node_modules'), { recursive: true });
  execFileSync('tar', ['-xzf', packed.filename, '-C', 'node_modules'], { cwd: folder });
  cpSync(join(folder, 'node_modules/package'), join(folder, 'node_modules/simul'), { recursive: true });
  // What npm would install beside it, taken from here: a test asks no registry.
  const lock = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')) as {
    packages: Record<string, { dev?: boolean; devOptional?: boolean; optional?: boolean }>;
  };
  for (const [path, { dev, devOptional, optional }] of Object.entries(lock.packages)) {
    if (path === '' || dev || devOptional || (optional && !existsSync(join(root, path)))) continue;
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    cpSync(join(root, path), join(folder, path), { recursive: true });
  }
}, 120_000);

const simul = (...args: string[]) => spawnSync(process.execPath, [program, ...args], { cwd: folder, encoding: 'utf8' });

test('the package holds the build and what starts it, and nothing else', () => {
  expect(files).toEqual(
    expect.arrayContaining(['LICENSE', 'README.md', 'bin/simul.mjs', 'out/cli/index.js', 'out/renderer/index.html']),
  );
  const strange = files.filter((path) => !/^(LICENSE|README\.md|package\.json|bin\/|scripts\/(ensure|lock)\.mjs$|out\/(chunks|cli|main|preload|renderer)\/)/.test(path) || path.endsWith('.map')); // prettier-ignore
  expect(strange).toEqual([]);
});

test('run and compare work without any package of development', () => {
  for (const name of ['electron', 'svelte', 'vite', 'playwright-core']) {
    expect(existsSync(join(folder, 'node_modules', name)), name).toBe(false);
  }
  const run = simul('run', 'exhibition', '--model', 'asynchronous', '--format', 'json');
  expect([run.status, run.stderr]).toEqual([0, '']);
  expect((JSON.parse(run.stdout) as { makespan: number }).makespan).toBe(3655);
  const compared = simul('compare', 'exhibition');
  expect([compared.status, compared.stderr]).toEqual([0, '']);
  expect(compared.stdout).toContain('12:00:00');
});

test('serve gives the page, with the licences of what it is made of', async () => {
  const child = spawn(process.execPath, [program, 'serve', '--port', '0'], { cwd: folder });
  try {
    const address = await new Promise<string>((settle, refuse) => {
      let printed = '';
      child.stdout.on('data', (chunk) => {
        printed += String(chunk);
        const [found] = /http:\/\/\S+(?=\n)/.exec(printed) ?? [];
        if (found !== undefined) settle(found);
      });
      child.once('exit', (code) => refuse(new Error(`simul serve ended with ${code}`)));
    });
    const page = await fetch(address);
    expect([page.status, await page.text()]).toEqual([200, expect.stringContaining('<title>Simul</title>')]);
    const [cookie] = page.headers.get('set-cookie')!.split(';');
    const licences = await fetch(new URL('licences.json', address), { headers: { cookie: cookie! } });
    const { version, packages } = (await licences.json()) as {
      version: string;
      packages: { name: string; licence: string; text: string }[];
    };
    expect(version).toMatch(/^\d+\.\d+\.\d+/);
    const names = packages.map(({ name }) => name);
    expect(names).toEqual(
      expect.arrayContaining(['svelte', 'bits-ui', 'chart.js', 'zod', 'ws', 'commander', 'electron']),
    );
    expect(names).not.toContain('vite');
    expect(packages.filter(({ licence, text }) => !licence || text.length < 3)).toEqual([]);
  } finally {
    child.kill();
  }
});
