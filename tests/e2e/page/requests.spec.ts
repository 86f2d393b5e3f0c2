import { Kind } from '../../../shared/trace/kinds.ts';
import { expect } from '../app.ts';
import { expectedRun, Pictures, type Expected } from '../pictures.ts';
import { sitting } from '../sitting.ts';

const [BEAT, SENT, ANSWERED, CHECKED] = [Kind.OWN, Kind.OWN + 1, Kind.OWN + 2, Kind.OWN + 3];
const PAGES = 12;
const PROGRAM = 'Requests and a heartbeat';

const floored = (value: number, digits: number) =>
  (Math.floor(value * 10 ** digits + 1e-6) / 10 ** digits).toFixed(digits);

/** What pages say that are on their way or checked, from what the program tells; null for all others. */
function pagesAt({ events }: Expected, firstPage: number, t: number): (string | null)[] {
  return Array.from({ length: PAGES }, (_, page) => {
    const told = (kind: number) =>
      events.find((event) => event.kind === kind && event.task === firstPage + page && event.at <= t);
    const checked = told(CHECKED);
    if (checked !== undefined) return `Page ${page}, checked after ${floored(checked.value, 1)} s`;
    const wait = events.filter((event) => event.task === firstPage + page && event.at <= t).at(-1);
    const sent = told(SENT);
    const timed = wait?.kind === Kind.SLEEP || wait?.kind === Kind.BLOCK;
    if (sent === undefined || told(ANSWERED) !== undefined || !timed) return null;
    return `Page ${page}, on the way, ${floored(t - sent.at, 1)} s`;
  });
}

/** Kinds after which a task only wants a worker or the processor, and those that serve it. */
const WAITS: readonly number[] = [Kind.SPAWN, Kind.READY, Kind.YIELD, Kind.CONTEND];
const SERVED: readonly number[] = [Kind.RUN, Kind.WORK];

/** The lag at an instant and the worst so far: how long tasks were ready before they were served. */
function lagAt({ events }: Expected, t: number): { now: number; worst: number } {
  const since = new Map<number, number>();
  let worst = 0;
  for (const { at, kind, task } of events) {
    if (at > t) break;
    if (WAITS.includes(kind) && !since.has(task)) since.set(task, at);
    else if (SERVED.includes(kind) && since.has(task)) {
      worst = Math.max(worst, at - since.get(task)!);
      since.delete(task);
    }
  }
  const now = t - Math.min(t, ...since.values());
  return { now, worst: Math.max(now, worst) };
}

sitting('requests and a heartbeat', (step) => {
  step('pages, beats and the lag are what the program tells, at every instant', async ({ app }) => {
    const runs = ['synchronous', 'asynchronous'].map((model) => expectedRun('requests', model, 'blocking'));
    const end = Math.max(...runs.map((run) => run.end));
    const pictures = await Pictures.open(app, 'requests', PROGRAM, 'A client that blocks');
    await expect(pictures.all.last()).toHaveAccessibleName(/: 12 pages and a heartbeat$/);
    const worst: number[] = [];
    for (let step = 1; step <= 6; step++) {
      const at = step * 10 * (end / 100);
      await app.seek('PageDown');
      for (const [lane, run] of runs.entries()) {
        const t = Math.min(at, run.end);
        const lag = lagAt(run, t);
        worst[lane] = lag.worst;
        // Where sleeps keep their worker the heart comes after the pages, else before them.
        const expected = pagesAt(run, lane === 0 ? 1 : 2, t);
        const beats = run.events.filter((event) => event.kind === BEAT && event.at <= t);
        const beaten = beats.length === 0 ? 'no beat yet' : `beat ${beats.length}`;
        await expect
          .poll(async () => (await pictures.say(lane, 'Page')).filter((text) => expected.includes(text)))
          .toEqual(expected.filter((text) => text !== null));
        await expect
          .poll(async () => (await pictures.say(lane, 'Heartbeat'))[0])
          .toMatch(
            new RegExp(
              `(${beaten}|overdue|never beat).*, Loop lag ${floored(lag.now, 2)} s, worst ${lag.worst.toFixed(2)} s$`,
            ),
          );
      }
    }
    expect(worst[1]).toBeGreaterThan(1);
  });

  step('who blocks the loop is named and red, and leads the ranking in the end', async ({ app }) => {
    const run = expectedRun('requests', 'asynchronous', 'blocking');
    const end = expectedRun('requests', 'synchronous', 'blocking').end;
    const pictures = await Pictures.open(app, 'requests', PROGRAM, 'A client that blocks');
    await app.seek('PageDown');
    await app.seek('PageDown');
    const t = 20 * (end / 100);
    const blocking = run.events.filter((event) => event.at <= t && event.kind === Kind.BLOCK).at(-1)!;
    expect(blocking.at + blocking.value).toBeGreaterThan(t);
    const holder = pictures.parts(1, `Page ${blocking.task - 2} blocks the loop`);
    await expect(holder).toHaveCount(1);
    expect(await pictures.painted(holder, 'hold')).toBe(true);
    await app.seek('End');
    await expect(holder).toHaveCount(0);
    const ranked = await pictures.say(1, 'Page');
    const seconds = ranked.flatMap((text) => {
      const [, blame] = /kept others waiting for ([\d.]+) s/.exec(text) ?? [];
      return blame === undefined ? [] : [Number(blame)];
    });
    expect(seconds.length).toBeGreaterThan(2);
    expect(seconds).toEqual([...seconds].sort((a, b) => b - a));
  });

  step('the heart of a client that awaits hardly notices', async ({ app }) => {
    const runs = ['awaiting', 'blocking'].map((preset) => expectedRun('requests', 'asynchronous', preset));
    const [awaiting, blocking] = runs.map((run) => lagAt(run, run.end).worst);
    expect(awaiting).toBeLessThan(blocking! / 3);
    const pictures = await Pictures.open(app, 'requests', PROGRAM, 'A client that awaits');
    await app.seek('End');
    await expect(pictures.parts(1, 'Heartbeat')).toHaveAccessibleName(new RegExp(`worst ${awaiting!.toFixed(2)} s$`));
    await expect(pictures.parts(1, /^Page \d+, checked/)).toHaveCount(PAGES);
  });

  step('heart and pages are picked with the pointer and with Enter', async ({ app }) => {
    const pictures = await Pictures.open(app, 'requests', PROGRAM);
    await app.seek('End');
    const page = pictures.parts(1, 'Page 3,');
    await page.click();
    await expect(page).toHaveAttribute('aria-pressed', 'true');
    await app.page.keyboard.press('ArrowDown');
    await expect(pictures.parts(1, 'Page 4,')).toBeFocused();
    await app.page.keyboard.press('Enter');
    await expect(pictures.parts(1, 'Page 4,')).toHaveAttribute('aria-pressed', 'true');
    await pictures.parts(1, 'Heartbeat').click();
    await expect(pictures.parts(1, 'Heartbeat')).toHaveAttribute('aria-pressed', 'true');
  });
});
