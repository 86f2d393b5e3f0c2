import { afterEach, expect, test, vi } from 'vitest';
import { main, type KernelOptions, type PageOptions } from './command-line.ts';

afterEach(() => vi.restoreAllMocks());

/** What a command line begins, and what it says. */
async function typed(...args: string[]) {
  const left = { began: [] as unknown[], stdout: '', stderr: '' };
  for (const name of ['stdout', 'stderr'] as const) {
    vi.spyOn(process[name], 'write').mockImplementation((text) => {
      left[name] += String(text);
      return true;
    });
  }
  const begin = (name: string) => (options?: KernelOptions | PageOptions) => void left.began.push([name, options]);
  const code = await main(args, { kernel: begin('kernel'), page: begin('page'), folds: begin('folds') });
  vi.restoreAllMocks();
  return { code, ...left };
}

test('help prints the options and measures nothing', async () => {
  const kernel = await typed('--help');
  expect(kernel).toMatchObject({ code: 0, stderr: '', began: [] });
  for (const option of ['--only', '--rounds', '--compare', 'page', 'folds']) expect(kernel.stdout).toContain(option);
  const page = await typed('page', '--help');
  expect(page).toMatchObject({ code: 0, stderr: '', began: [] });
  expect(page.stdout).toContain('--json <file>');
  expect(page.stdout).not.toContain('--rounds');
});

test.each([
  [['--round'], "unknown option '--round' (did you mean --rounds?); --help shows what there is"],
  [['page', '--frames', '3'], "unknown option '--frames'; --help shows what there is"],
  [['--rounds', '0'], '--rounds: "0" was given; it must be a whole number, at least 1'],
  [['--seconds', 'many'], '--seconds: "many" was given; it must be a number of seconds, more than 0'],
  [['--only', 'W3,W9'], /^--only: "W9" was given; it must be one of W1-1e3, /],
])('what there is not is refused in one line: %j', async (args, line) => {
  const { code, began, stdout, stderr } = await typed(...args);
  expect({ code, began, stdout, lines: stderr.split('\n').length }).toEqual({
    code: 2,
    began: [],
    stdout: '',
    lines: 2,
  });
  const said = stderr.replace(/^bench: /, '').trimEnd();
  if (typeof line === 'string') expect(said).toBe(line);
  else expect(said).toMatch(line);
});

test('each command gets its options', async () => {
  const [kernel, page, folds] = [
    await typed('--only', 'W3,W4a', '--rounds', '2', '--with', 'before'),
    await typed('page', '--only', '60x', '--json', 'out.json'),
    await typed('folds'),
  ];
  const options = { only: ['W3', 'W4a'], without: [], rounds: 2, seconds: 240, slow: false, compare: false };
  expect([kernel, page, folds].map(({ began }) => began)).toEqual([
    [['kernel', { ...options, with: 'before', trace: false }]],
    [['page', { only: '60x', json: 'out.json' }]],
    [['folds', undefined]],
  ]);
});
