import { breathe } from '../breathe.ts';
import { Exit } from '../failure.ts';
import { onInterrupt } from '../guard.ts';
import { Progress } from '../output/progress.ts';
import { openSink } from '../output/sink.ts';
import { readTruth, type Check } from '../verify/file.ts';
import type { Difference } from '../verify/same.ts';

/** `simul verify`: runs the cases of truth files again and reports every difference. Returns the exit code. */
export async function verify(files: readonly string[]): Promise<number> {
  // All of them are read before the first is run: bad input is told before anything else is.
  const checks: Check[] = [];
  for (const file of files) checks.push(...(await readTruth(file)));
  const sink = openSink(undefined);
  const progress = new Progress();
  let [done, count] = [0, 0];
  const told = onInterrupt(() => `${done} of ${counted(checks.length, 'case')} run, ${counted(count, 'difference')}`);
  try {
    for (const [i, check] of checks.entries()) {
      await breathe();
      progress.show(i / checks.length, `case ${i + 1} of ${checks.length}`);
      const found = await check.differences();
      if (found.length > 0) progress.clear();
      count += found.length;
      done++;
      await sink.write(found.map((difference) => `${lineOf(check, difference)}\n`).join(''));
    }
  } finally {
    progress.end();
    told();
  }
  await sink.write(`${counted(checks.length, 'case')}, ${counted(count, 'difference')}\n`);
  return count === 0 ? Exit.ok : Exit.failed;
}

function lineOf({ file, number, about }: Check, { what, expected, got }: Difference): string {
  return `${file}: case ${number} (${about}): ${what}: expected ${textOf(expected)}, got ${textOf(got)}`;
}

function textOf(value: unknown): string {
  return value === undefined ? 'nothing' : JSON.stringify(value);
}

function counted(n: number, thing: string): string {
  return `${n} ${thing}${n === 1 ? '' : 's'}`;
}
