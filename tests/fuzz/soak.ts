/**
 * A host that is used for a long time, by pages over real sockets that come, call, compare what they have with it, and
 * go without a word. What has to hold: no defect, no difference, no answer left out, and no memory that only grows.
 */
import { setTimeout as pause } from 'node:timers/promises';
import { WebSocket } from 'ws';
import { Host } from '../../electron/host/host.ts';
import { firstScreen } from '../../electron/host/start.ts';
import { wallClock } from '../../electron/host/wall-clock.ts';
import { serveWeb } from '../../electron/web/server.ts';
import { socketTransport } from '../../electron/web/socket-transport.ts';
import { workloads } from '../../electron/workloads/registry.ts';
import { TestPage } from '../support/test-page.ts';
import { CallMaker } from './make-call.ts';

export interface Soaked {
  readonly calls: number;
  readonly pages: number;
  readonly compared: number;
  readonly broken: readonly string[];
  /** Megabytes of heap after a tenth of the time, and at the end. */
  readonly heap: readonly [early: number, late: number];
  /** The longest that the host let a call wait, in wall milliseconds: told, not judged. */
  readonly slowestMs: number;
}

const ANSWER_MS = 30_000;

export async function soak(seed: number, lengthMs: number, say: (line: string) => void = () => {}): Promise<Soaked> {
  const broken: string[] = [];
  const onDefect = (error: unknown) => void broken.push(`a defect: ${String((error as Error).stack ?? error)}`);
  const host = new Host({ workloads, start: firstScreen, clock: wallClock, onDefect });
  const web = await serveWeb({ host, files: new Map(), clock: wallClock, port: 0 });
  const began = performance.now();
  const passed = () => performance.now() - began;
  const counts = { calls: 0, pages: 0, compared: 0, slowestMs: 0 };
  let early: number | null = null;
  let told = 0;

  /** One visitor: pages one after the other, each for some calls. */
  const visitor = async (own: number): Promise<void> => {
    const maker = new CallMaker(own);
    while (passed() < lengthMs && broken.length < 10) {
      const socket = new WebSocket(web.address.replace('http', 'ws').replace('/?', '/socket?'), {
        origin: new URL(web.address).origin,
      });
      const page = new TestPage(socketTransport(socket));
      counts.pages++;
      await new Promise((resolve, reject) => socket.once('open', resolve).once('error', reject));
      page.hello();
      for (let left = 20 + Math.floor(maker.random() * 100); left > 0 && passed() < lengthMs; left--) {
        const [call, args] = left % 20 === 0 ? ['check', undefined] : maker.next(page.session?.params ?? {});
        if (call === 'ack' || call === 'hello' || JSON.stringify(args ?? null).length > 500_000) continue;
        counts.calls++;
        const asked = performance.now();
        const id = page.call(call as 'check', args as undefined);
        while (!page.answers.has(id) && performance.now() - asked < ANSWER_MS) await pause(1);
        counts.slowestMs = Math.max(counts.slowestMs, performance.now() - asked);
        const answer = page.answers.get(id);
        if (answer === undefined) broken.push(`no answer to ${call}`);
        if (page.differences > 0) broken.push('page and host are not the same');
        page.differences = 0;
        page.answers.clear();
        page.frames.splice(0, page.frames.length - 1);
        page.log.length = 0;
        if (early === null && passed() > lengthMs / 10) early = heapMegabytes();
        if (passed() - told > 10_000) {
          told = passed();
          say(
            `${Math.round(told / 1000)} s: ${counts.calls} calls, ${counts.pages} pages, ${counts.compared} comparisons, ${heapMegabytes()} MB`,
          );
        }
      }
      counts.compared += page.compared;
      // Half of them leave as a laptop does that is shut.
      if (maker.random() < 0.5) socket.terminate();
      else page.close();
    }
  };
  await Promise.all([0, 1, 2].map((number) => visitor(seed + number)));
  const heap = [early ?? heapMegabytes(), heapMegabytes()] as const;
  await web.close();
  if (host.connections !== 0) broken.push(`${host.connections} pages are still there`);
  return { ...counts, broken, heap };
}

function heapMegabytes(): number {
  globalThis.gc?.();
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return Math.round((heapUsed + arrayBuffers) / 1e6);
}
