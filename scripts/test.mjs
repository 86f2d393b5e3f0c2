// npm test: every check there is. The last line is the total: `N passed, N failed`.
import { spawn } from 'node:child_process';
import { mkdirSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { ensureOrExit, root } from './ensure.mjs';

/** @typedef {{ passed: number, failed: number, skipped: number }} Count */
/** @typedef {{ code: number, output: string }} Outcome */
/** @typedef {(line: string) => string | null} Progress How far a part is, from a line that it prints; null: not said. */
/** @typedef {{ name: string, run: () => Promise<{ count: Count, output: string }> }} Step */

/** How often a part that goes on says how far it is. */
const PROGRESS_MS = 20_000;

/**
 * Runs a script of Node's with no input, and keeps what it prints.
 * @param {string[]} args
 * @param {Record<string, string>} [variables]
 * @param {(line: string) => void} [hear] every line that it prints, when it prints it
 * @returns {Promise<Outcome>}
 */
function node(args, variables = {}, hear = () => {}) {
  return new Promise((resolve) => {
    const env = {
      ...process.env,
      ...(process.stdout.isTTY ? {} : { NO_COLOR: '1', FORCE_COLOR: undefined }),
      ...variables,
    };
    const child = spawn(process.execPath, args, { cwd: root, env, stdio: ['ignore', 'pipe', 'pipe'] });
    let output = '';
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8');
      stream.on('data', (chunk) => {
        output += chunk;
        for (const line of String(chunk).split('\n')) hear(line);
      });
    }
    child.on('error', (error) => resolve({ code: 1, output: `${output}${error.message}\n` }));
    child.on('close', (code) => resolve({ code: code ?? 1, output }));
  });
}

/** @param {Outcome} outcome */
function asOneCheck({ code }) {
  return code === 0 ? { passed: 1, failed: 0, skipped: 0 } : { passed: 0, failed: 1, skipped: 0 };
}

/** @param {string} path */
function readReport(path) {
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch {
    return null;
  }
}

/**
 * A file that does not load has no tests to fail, and an error outside every test fails none: each counts as one.
 * @param {Count} count
 * @param {number} code
 */
function withLooseFailure(count, code) {
  return code !== 0 && count.failed === 0 ? { ...count, failed: 1 } : count;
}

/**
 * @param {Outcome} outcome
 * @param {any} report
 */
function countUnitTests({ code }, report) {
  const unloaded = (report?.testResults ?? []).filter(
    (/** @type {any} */ file) => file.status === 'failed' && file.assertionResults.length === 0,
  ).length;
  const count = {
    passed: report?.numPassedTests ?? 0,
    failed: (report?.numFailedTests ?? 0) + unloaded,
    skipped: (report?.numPendingTests ?? 0) + (report?.numTodoTests ?? 0),
  };
  return withLooseFailure(count, code);
}

/**
 * @param {Outcome} outcome
 * @param {any} report
 */
function countPageTests({ code }, report) {
  const { expected = 0, unexpected = 0, skipped = 0 } = report?.stats ?? {};
  return withLooseFailure({ passed: expected, failed: unexpected, skipped }, code);
}

/**
 * @param {string} name
 * @param {...string} args
 * @returns {Step}
 */
function check(name, ...args) {
  const run = async () => {
    const outcome = await node(args);
    return { count: asOneCheck(outcome), output: outcome.output };
  };
  return { name, run };
}

/**
 * @param {string} name
 * @param {string} report the file that the tests write their results to
 * @param {typeof countUnitTests} count
 * @param {Progress} progress
 * @param {string[]} args
 * @param {Record<string, string>} [env]
 * @returns {Step}
 */
function tests(name, report, count, progress, args, env) {
  const run = async () => {
    let far = 'started';
    const told = setInterval(() => console.log(`     ${name}: ${far}`), PROGRESS_MS);
    const outcome = await node(args, env, (line) => (far = progress(line) ?? far));
    clearInterval(told);
    return { count: count(outcome, readReport(join(root, report))), output: outcome.output };
  };
  return { name, run };
}

/**
 * Every file is a line of its own where nobody watches.
 * @param {number} all
 * @returns {Progress}
 */
function unitProgress(all) {
  let files = 0;
  return (line) => (/^ (✓|❯|×|↓) /u.test(line) ? `${++files} of ${all} files` : null);
}

/** @returns {Progress} */
function pageProgress() {
  let all = '';
  let done = 0;
  return (line) => {
    all = /^Running (\d+) tests/.exec(line)?.[1] ?? all;
    return /^\s+(✓|✘|-|ok|x)\s+\d+ /u.test(line) ? `${++done} of ${all} tests` : null;
  };
}

const total = { passed: 0, failed: 0, skipped: 0 };

/** @param {Step} step */
async function take({ name, run }) {
  const startedAt = performance.now();
  const { count, output } = await run();
  const seconds = ((performance.now() - startedAt) / 1000).toFixed(1);
  total.passed += count.passed;
  total.failed += count.failed;
  total.skipped += count.skipped;
  if (count.failed > 0) console.log(output.trimEnd());
  const counted = count.passed + count.failed > 1 ? `${count.passed} passed, ${count.failed} failed, ` : '';
  console.log(`${count.failed > 0 ? 'FAIL' : 'ok  '} ${name} (${counted}${seconds} s)`);
}

/** @param {Step[]} steps */
async function inTurn(steps) {
  for (const step of steps) await take(step);
}

ensureOrExit({ only: 'install' });
process.chdir(root);
rmSync('test-results', { recursive: true, force: true });
mkdirSync('test-results', { recursive: true });

const svelteCheck = ['--tsgo', '--tsconfig', './tsconfig.page.json', '--fail-on-warnings', '--output', 'human'];
const ofUnits = readdirSync('tests', { recursive: true }).filter((path) => String(path).endsWith('.test.ts'));
const unitTests = tests('unit tests', 'test-results/unit.json', countUnitTests, unitProgress(ofUnits.length), [
  'node_modules/vitest/vitest.mjs',
  'run',
  '--reporter=default',
  '--reporter=json',
  '--outputFile.json=test-results/unit.json',
]);
const pageTests = tests(
  'page tests',
  'test-results/page.json',
  countPageTests,
  pageProgress(),
  ['node_modules/@playwright/test/cli.js', 'test', '-c', 'tests/e2e/playwright.config.ts', '--reporter=list,json'],
  { PLAYWRIGHT_JSON_OUTPUT_FILE: join(root, 'test-results/page.json') },
);

const build = take(check('build', 'scripts/build.mjs'));
const checks = [
  build.then(() => take(check('format', 'node_modules/prettier/bin/prettier.cjs', '--check', '--log-level=warn', '.'))),
  inTurn([
    check('lint', 'node_modules/oxlint/bin/oxlint'),
    check('components', 'node_modules/eslint/bin/eslint.js', '--max-warnings=0', '.'),
    // TypeScript 7 checks; whoever reads programs by its interface - Svelte's tools, ESLint - still needs version 6. The
    // page's files are read by svelte-check, with the components that use them.
    check(
      'types',
      'node_modules/@typescript/native/bin/tsc',
      '-b',
      ...['pure', 'node', 'mixed'].map((of) => `tsconfig.${of}.json`),
    ),
    check('page types', 'node_modules/svelte-check/bin/svelte-check', ...svelteCheck),
  ]),
];
// The first processor that has nothing left to check begins with the tests. They need the build; those of the page need
// a machine that does nothing else.
await Promise.all([build, Promise.race(checks)]);
await Promise.all([take(unitTests), ...checks]);
await take(pageTests);
console.log(`${total.passed} passed, ${total.failed} failed${total.skipped > 0 ? `, ${total.skipped} skipped` : ''}`);
process.exitCode = total.failed > 0 ? 1 : 0;
