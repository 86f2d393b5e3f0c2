// The workflow file, as far as it can be read: that it runs, only the service that runs it can tell.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parsers } from 'prettier/plugins/yaml';
import { expect, test } from 'vitest';
import { root } from '../../scripts/ensure.mjs';

/** A node of Prettier's tree, as far as it is needed. */
interface Node {
  readonly type: string;
  readonly value?: string;
  readonly children?: readonly (Node | null)[];
}

const childrenOf = (node: Node) => (node.children ?? []).filter((each) => each !== null);

/** The data that a node stands for. */
function dataOf(node: Node): unknown {
  const [only, ...more] = childrenOf(node);
  switch (node.type) {
    case 'mapping':
    case 'flowMapping':
      return Object.fromEntries(childrenOf(node).map((item) => childrenOf(item).map(dataOf)));
    case 'sequence':
    case 'flowSequence':
      return childrenOf(node).map(dataOf);
    default:
      if (node.value !== undefined) return node.value;
      if (more.length > 0) return dataOf(more.at(-1)!);
      return only === undefined ? null : dataOf(only);
  }
}

interface Step {
  readonly uses?: string;
  readonly run?: string;
  readonly env?: Readonly<Record<string, string>>;
}

const text = readFileSync(join(root, '.github/workflows/packages.yml'), 'utf8');
const parse = parsers.yaml.parse as (text: string, options: object) => Node;
const workflow = dataOf(parse(text, {})) as {
  readonly jobs: Readonly<Record<string, { readonly needs?: string; readonly steps: readonly Step[] }>>;
};
const steps = Object.values(workflow.jobs).flatMap((job) => job.steps);
const lines = steps.flatMap(({ run }) => run ?? []);

test('each job installs what the lockfile says before it runs anything else', () => {
  const jobs = Object.entries(workflow.jobs).map(([name, job]) => [
    name,
    job.needs,
    job.steps.flatMap(({ run }) => run ?? [])[0],
  ]);
  expect(jobs).toEqual([['test', undefined, 'npm ci'], ['pack', 'test', 'npm ci']]); // prettier-ignore
});

test('every script, program and file that a step names is there', () => {
  const { scripts } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
    scripts: Record<string, string>;
  };
  const named = lines.flatMap((line) =>
    [...line.matchAll(/\bnpm (?:run )?(?!ci\b)([\w:]+)/g)].map(([, name]) => name!),
  );
  expect(named).toEqual(['test', 'pack']);
  expect(named.filter((name) => !(name in scripts))).toEqual([]);

  const programs = lines.flatMap((line) => [...line.matchAll(/\bnpx ([\w-]+)/g)].map(([, name]) => name!));
  expect(programs).toEqual(['install-electron', 'playwright']);
  const bins = ['electron', '@playwright/test'].flatMap((name) => {
    const { bin } = JSON.parse(readFileSync(join(root, 'node_modules', name, 'package.json'), 'utf8')) as {
      bin: Record<string, string>;
    };
    return Object.keys(bin);
  });
  expect(programs.filter((name) => !bins.includes(name))).toEqual([]);

  const paths = [...text.matchAll(/(?:-c|-file:) ([\w./-]+)/g)].map(([, path]) => path!);
  expect(paths).toEqual(['.nvmrc', '.nvmrc', 'tests/e2e/playwright.config.ts']);
  expect(paths.filter((path) => !existsSync(join(root, path)))).toEqual([]);
  expect(existsSync(join(root, 'tests/e2e/shell/packed.spec.ts'))).toBe(true);
});

test('the end-to-end tests have a display, Electron itself, and every test of the page', () => {
  const { steps: all } = workflow.jobs['test']!;
  expect(all.flatMap(({ run }) => run ?? [])).toEqual([
    'npm ci',
    'npx install-electron',
    'xvfb-run --auto-servernum npm test',
  ]);
  expect(all.at(-1)!.env).toEqual({ SIMUL_E2E: 'all' });
});

test('every kind of package is kept', () => {
  const { linux, mac, win } = JSON.parse(readFileSync(join(root, 'electron-builder.json'), 'utf8')) as Record<
    'linux' | 'mac' | 'win',
    { target: readonly (string | { target: string })[] }
  >;
  const targets = [linux, mac, win].flatMap(({ target }) =>
    target.map((each) => (typeof each === 'string' ? each : each.target)),
  );
  const ends = targets.map((target) => (target === 'nsis' ? 'exe' : target));
  expect(ends.filter((end) => !text.includes(`packages/*.${end}`))).toEqual([]);
});
