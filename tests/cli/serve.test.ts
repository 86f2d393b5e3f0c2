import { createServer, type AddressInfo } from 'node:net';
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import { root } from '../../scripts/ensure.mjs';
import { program, simulAll, useBuild } from './simul.ts';

useBuild();

const children: ChildProcess[] = [];
afterEach(() => {
  for (const child of children.splice(0)) child.kill('SIGKILL');
});

/** A process that stays, once it has printed its address: what it said, and how to end it. */
async function staying(script: string, args: readonly string[], env: NodeJS.ProcessEnv = {}) {
  const child = spawn(process.execPath, [script, ...args], {
    cwd: root,
    env: { ...process.env, DISPLAY: '', WAYLAND_DISPLAY: '', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  children.push(child);
  let [stdout, stderr] = ['', ''];
  child.stderr.on('data', (data: Buffer) => (stderr += String(data)));
  await new Promise<void>((resolve, reject) => {
    child.on('exit', () => reject(new Error(`it ended: ${stderr}`)));
    child.stdout.on('data', (data: Buffer) => {
      stdout += String(data);
      if (stdout.includes('Ctrl-C ends it.')) resolve();
    });
  });
  const end = async (signal: NodeJS.Signals, insist = false) => {
    const exited = once(child, 'exit');
    do {
      child.kill(signal);
      await new Promise((settle) => setImmediate(settle));
    } while (insist && child.exitCode === null && child.signalCode === null);
    return ((await exited) as [number | null])[0];
  };
  return { stdout, said: () => stderr, address: /http:\S+/.exec(stdout)![0], end };
}

describe('simul serve', () => {
  test('prints an address that opens the page, and stays until it is ended', async () => {
    const { stdout, address, said, end } = await staying(program, ['serve', '--port', '0']);
    expect(stdout).toMatch(/^Simul is at http:\/\/127\.0\.0\.1:\d+\/\?token=[\w-]{43}\nCtrl-C ends it\.\n$/);
    expect(await (await fetch(address)).text()).toContain('<title>Simul</title>');
    expect(await end('SIGTERM')).toBe(0);
    expect(said()).toBe('');
  });

  test('takes the signal that a terminal and npm both pass on for one, whenever the other comes', async () => {
    const { end } = await staying(program, ['serve', '--port', '0']);
    expect(await end('SIGINT', true)).toBe(0);
  });

  test('says in one line when the port is another one', async () => {
    const blocker = createServer().listen(0, '127.0.0.1');
    await once(blocker, 'listening');
    const { port } = blocker.address() as AddressInfo;
    const { address, said, end } = await staying(program, ['serve', '--port', String(port)]);
    const other = new URL(address).port;
    expect(said()).toBe(`simul: port ${port} is taken; this is ${other}\n`);
    expect(await end('SIGTERM')).toBe(0);
    blocker.close();
  });

  test('refuses what cannot be shown in one line', async () => {
    const lines = [
      ['--port', '70000'],
      ['--port', 'http'],
      ['--port', '-1'],
      ['--models', 'synchronous,fast'],
      ['--set', 'boards=0'],
      ['--workload', 'chess'],
      ['--seed', 'x'],
      ['--until', '5'],
    ];
    const results = await simulAll(lines.map((args) => ['serve', ...args]));
    expect(results.map(({ code, stdout, stderr }) => [code, stdout, stderr.split('\n').length])).toEqual(
      lines.map(() => [2, '', 2]),
    );
    expect(results[0]!.stderr).toBe('simul: --port: 70000 was given; it must be a whole number from 0 to 65535\n');
  });
});

test('npm start without a window says why, compares both modes and serves the app', async () => {
  const { stdout, address, said, end } = await staying(join(root, 'scripts/start.mjs'), ['--port', '0']);
  expect(said()).toMatch(/^(simul: (building|waiting).*\n)*simul: no window: .+; .+\n$/);
  for (const figure of ['12:00:00', '1:00:55', '1:00:00', '11.8×']) expect(stdout).toContain(figure);
  expect((await fetch(address)).status).toBe(200);
  expect(await end('SIGTERM')).toBe(0);
});
