// What a stage does to a program: a process killed or stopped, a connection that is cut without a word, a frame too large.
import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { connect as connectTo, type Socket } from 'node:net';
import { join, resolve } from 'node:path';
import { afterEach, expect, test, vi } from 'vitest';
import { WebSocket } from 'ws';
import { useBuild } from '../cli/simul.ts';
import { Host } from '../../electron/host/host.ts';
import { wallClock } from '../../electron/host/wall-clock.ts';
import { serveWeb } from '../../electron/web/server.ts';
import { socketTransport } from '../../electron/web/socket-transport.ts';
import { useFolder } from '../support/folder.ts';
import { HandClock } from '../support/hand-clock.ts';
import { exhibition, exhibitionOf } from '../support/sessions.ts';
import { TestPage } from '../support/test-page.ts';
import { files, until } from './web.ts';

useBuild();
const root = resolve(import.meta.dirname, '../..');
const state = useFolder();
const children: ChildProcess[] = [];
afterEach(() => {
  for (const child of children.splice(0)) child.kill('SIGKILL');
});

/** `simul serve` as a process of its own: its address, once it has printed it. */
async function serve(port: number): Promise<{ child: ChildProcess; address: URL }> {
  const child = fork(join(root, 'out/cli/index.js'), ['serve', '--port', String(port)], {
    env: { ...process.env, XDG_STATE_HOME: state, LOCALAPPDATA: state, HOME: state },
    stdio: ['ignore', 'pipe', 'inherit', 'ipc'],
  });
  children.push(child);
  let printed = '';
  for await (const chunk of child.stdout!.setEncoding('utf8') as AsyncIterable<string>) {
    printed += chunk;
    if (printed.includes('Ctrl-C')) break;
  }
  return { child, address: new URL(/http:\S+/.exec(printed)![0]) };
}

/** A page at an address; its socket runs over `through`, where that is given. */
async function openPage(address: URL, through?: Socket): Promise<{ page: TestPage; socket: WebSocket }> {
  const at = `ws://${address.host}/socket${address.search}`;
  const socket = new WebSocket(at, { origin: address.origin, ...(through && { createConnection: () => through }) });
  await once(socket, 'open');
  const page = new TestPage(socketTransport(socket));
  page.hello();
  await until(socket, () => page.clock !== null);
  return { page, socket };
}

/** A port that is free now. */
async function freePort(): Promise<number> {
  const { child, address } = await serve(0);
  child.kill('SIGKILL');
  await once(child, 'exit');
  return Number(address.port);
}

test('a host that was killed and started again is at the same address, and takes back what the page showed', async () => {
  const port = await freePort();
  const first = await serve(port);
  const { page, socket } = await openPage(first.address);
  page.call('open', { scenario: { workload: 'queue', seed: 7 }, lanes: [{ model: 'asynchronous' }] });
  await until(socket, () => page.session?.lanes[0]?.scenario.workload === 'queue');
  const { scenario, ...choice } = page.session!.lanes[0]!;
  first.child.kill('SIGKILL');
  await once(socket, 'close');
  const second = await serve(port);
  expect(second.address.href).toBe(first.address.href);
  const again = await openPage(second.address);
  const [was, is] = [page.answers.get(1), again.page.answers.get(1)] as {
    value?: { host: string; untouched: boolean };
  }[];
  expect([is!.value!.untouched, is!.value!.host === was!.value!.host]).toEqual([true, false]);
  again.page.call('open', { scenario: { ...scenario }, lanes: [choice] });
  await until(again.socket, () => again.page.session?.lanes[0]?.scenario.workload === 'queue');
  expect(again.page.session!.lanes[0]!.scenario).toEqual(scenario);
});

test.skipIf(process.platform === 'win32')('the time during which the host was stopped is not played', async () => {
  const { child, address } = await serve(0);
  const { page, socket } = await openPage(address);
  page.call('setPace', { pace: { kind: 'speed', speed: 60 } });
  page.call('play');
  await until(socket, () => page.clock!.playing && page.clock!.at > 5);
  child.kill('SIGSTOP');
  const stoppedMs = performance.now();
  // What was on its way comes in; then the host is silent, and a second of its time goes by.
  await new Promise((settle) => setTimeout(settle, 1000));
  const before = page.clock!.at;
  const frame = page.frames.length;
  child.kill('SIGCONT');
  await until(socket, () => page.frames.length > frame);
  const passed = (performance.now() - stoppedMs) / 1000;
  // At 60 virtual seconds a second, the stop alone would have been more than 60.
  expect([passed >= 1, page.clock!.at - before <= 60 * 0.25 + 60 * 0.3]).toEqual([true, true]);
});

test('a page that is cut off without a word is let go within five seconds, and the others stay', async () => {
  const host = new Host({ workloads: [exhibition], start: exhibitionOf({ boards: 2 }), clock: wallClock });
  const beats = new HandClock();
  const web = await serveWeb({ host, files, clock: beats, port: 0 });
  const address = new URL(web.address);
  const stays = await openPage(address);
  const wire = connectTo(web.port, '127.0.0.1');
  await openPage(address, wire);
  // Nothing is read and nothing answered any more, but the connection is not closed: as when a cable is pulled.
  wire.pause();
  // What the page had sent before is taken in: a call made after it is answered.
  const earlier = stays.page.call('seek', { at: 30 });
  await until(stays.socket, () => stays.page.answers.get(earlier)?.ok === true);
  const heard = once(stays.socket, 'ping');
  beats.advance(2000);
  await heard;
  // Its pong is on its way; an answered call comes after it.
  const id = stays.page.call('seek', { at: 60 });
  await until(stays.socket, () => stays.page.answers.get(id)?.ok === true);
  beats.advance(2000);
  await vi.waitUntil(() => host.connections === 1, { timeout: 20_000 });
  expect(stays.socket.readyState).toBe(WebSocket.OPEN);
  wire.destroy();
  await web.close();
});

test('a frame of eight megabytes ends its connection alone', async () => {
  const { address } = await serve(0);
  const [rude, other] = [await openPage(address), await openPage(address)];
  rude.socket.send('x'.repeat(8 << 20));
  const [code] = (await once(rude.socket, 'close')) as [number];
  const id = other.page.call('seek', { at: 60 });
  await until(other.socket, () => other.page.answers.get(id)?.ok === true);
  expect(code).toBe(1009);
});
