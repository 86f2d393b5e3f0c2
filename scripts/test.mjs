// npm test: every check there is. The last line is the total: `N passed, N failed`.
import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { ensureOrExit, root } from './ensure.mjs';

/** @typedef {{ passed: number, failed: number, skipped: number }} Count */
/** @typedef {{ code: number, output: string }} Outcome */

/**
 * Runs a script of Node's with no input, and keeps what it prints.
 * @param {string[]} args
 * @param {Record<string, string>} [variables]
 * @returns {Promise<Outcome>}
 */
function node(args, variables = {}) {
  return new Promise((resolve) => {
    const env = {
      ...process.env,
      ...(process.stdout.isTTY ? {} : { NO_COLOR: '1', FORCE_COLOR: undefined }),
      ...variables,
    };
    const child = spawn(process.execPath, args, { cwd: root, env, stdio: ['ignore', 'pipe', 'pipe'] });
    let output = '';
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (output += String(chunk)));
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
  const { expected = 0, flaky = 0, unexpected = 0, skipped = 0 } = report?.stats ?? {};
  return withLooseFailure({ passed: expected + flaky, failed: unexpected, skipped }, code);
}

/** @type {{ name: string, run: () => Promise<{ count: Count, output: string }> }[]} */
const steps = [];
/** @type {(name: string, ...args: string[]) => void} */
const check = (name, ...args) => {
  const run = async () => {
    const outcome = await node(args);
    return { count: asOneCheck(outcome), output: outcome.output };
  };
  steps.push({ name, run });
};
/** @type {(name: string, report: string, count: typeof countUnitTests, args: string[], env?: Record<string, string>) => void} */
const tests = (name, report, count, args, env) => {
  const run = async () => {
    const outcome = await node(args, env);
    return { count: count(outcome, readReport(join(root, report))), output: outcome.output };
  };
  steps.push({ name, run });
};

ensureOrExit({ only: 'install' });
process.chdir(root);
rmSync('test-results', { recursive: true, force: true });
mkdirSync('test-results', { recursive: true });

check('format', 'node_modules/prettier/bin/prettier.cjs', '--check', '--log-level=warn', '.');
check('types', 'node_modules/typescript/bin/tsc', '-b');
const svelteCheck = ['--tsconfig', './tsconfig.page.json', '--fail-on-warnings', '--output', 'human'];
check('page types', 'node_modules/svelte-check/bin/svelte-check', ...svelteCheck);
check('lint', 'node_modules/eslint/bin/eslint.js', '--max-warnings=0', '.');
check('build', 'scripts/build.mjs');
tests('unit tests', 'test-results/unit.json', countUnitTests, [
  'node_modules/vitest/vitest.mjs',
  'run',
  '--reporter=default',
  '--reporter=json',
  '--outputFile.json=test-results/unit.json',
]);
const pageTests = 'tests/e2e/playwright.config.ts';
if (existsSync(pageTests)) {
  const args = ['node_modules/@playwright/test/cli.js', 'test', '-c', pageTests, '--reporter=list,json'];
  const report = join(root, 'test-results/page.json');
  tests('page tests', 'test-results/page.json', countPageTests, args, { PLAYWRIGHT_JSON_OUTPUT_FILE: report });
}

const total = { passed: 0, failed: 0, skipped: 0 };
for (const { name, run } of steps) {
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
console.log(`${total.passed} passed, ${total.failed} failed${total.skipped > 0 ? `, ${total.skipped} skipped` : ''}`);
process.exitCode = total.failed > 0 ? 1 : 0;
