/** The shell in its double, as a test starts and uses it. */
import { fork, type ChildProcess } from 'node:child_process';
import { resolve } from 'node:path';
import { CONFIG, type Config } from './desktop-config.ts';
import { Channel } from '../../shared/protocol/shell.ts';
import type { Transport } from '../../shared/protocol/transport.ts';
import type { Answered, Order, Orders } from './orders.ts';
import type { Heard } from './visitor.ts';

const root = resolve(import.meta.dirname, '../..');
const program = resolve(root, process.env['SIMUL_OUT'] ?? 'out', 'double/index.js');

export interface DesktopOptions {
  readonly config?: Config;
  /** The folder of the profile; one that nobody else has where none is given. */
  readonly profile?: string;
  /** The app, where it is not the one of this checkout. */
  readonly folder?: string;
  /** What the app is opened with. */
  readonly args?: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
}

export class Desktop {
  readonly #child: ChildProcess;
  readonly #waiting = new Map<number, (answer: Answered) => void>();
  readonly #ended: Promise<number | null>;
  #orders = 0;
  #visited: Parameters<Transport['onMessage']>[0] | null = null;
  /** Everything that the shell has printed. */
  printed = '';

  private constructor(child: ChildProcess) {
    this.#child = child;
    for (const stream of [child.stdout!, child.stderr!]) {
      stream.setEncoding('utf8').on('data', (chunk: string) => (this.printed += chunk));
    }
    child.on('message', (message: Answered | Heard) => {
      if (!('visitor' in message)) this.#waiting.get(message.id)?.(message);
      else if (message.channel === Channel.message) this.#visited?.(message.message as string);
    });
    this.#ended = new Promise((settle) =>
      child.once('exit', (code) => {
        for (const [id, settleOrder] of this.#waiting)
          settleOrder({ id, error: `the shell has ended: ${this.printed}` });
        settle(code);
      }),
    );
  }

  static start({ config = {}, profile, folder = root, args = [], env = {} }: DesktopOptions = {}): Desktop {
    const switches = profile === undefined ? [] : [`--user-data-dir=${profile}`];
    const child = fork(program, [...switches, folder, ...args], {
      cwd: root,
      execArgv: ['--enable-source-maps'],
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
      serialization: 'advanced',
      env: { ...process.env, ...env, [CONFIG]: JSON.stringify(config) },
    });
    return new Desktop(child);
  }

  /** Has something done to the desktop, or looked at. */
  order<K extends keyof Orders>(order: K, ...args: Parameters<Orders[K]>): Promise<Awaited<ReturnType<Orders[K]>>> {
    const id = ++this.#orders;
    return new Promise((settle, refuse) => {
      this.#waiting.set(id, ({ value, error }) => {
        this.#waiting.delete(id);
        if (error === undefined) settle(value as Awaited<ReturnType<Orders[K]>>);
        else refuse(new Error(error));
      });
      if (this.#child.connected) this.#child.send({ id, order, args } satisfies Order);
      else this.#waiting.get(id)!({ id, error: `the shell has ended: ${this.printed}` });
    });
  }

  /** Another page's way to the host, over the messages between a window and the shell. */
  async visit(): Promise<Transport> {
    const transport: Transport = {
      // What is sent to a shell that has ended is lost.
      send: (message) => void this.order('visit', Channel.message, message).catch(() => {}),
      onMessage: (listener) => (this.#visited = listener),
      onClose() {},
      close() {},
    };
    await this.order('visit', Channel.connect);
    return transport;
  }

  /** The exit code, once the process has ended. */
  get ended(): Promise<number | null> {
    return this.#ended;
  }

  /** Closes the app as its user does; the answer is its exit code. */
  async stop(): Promise<number | null> {
    if (this.#child.connected) this.#child.send({ id: 0, order: 'quit', args: [] } satisfies Order);
    const tooLong = setTimeout(() => this.#child.kill('SIGKILL'), 5000);
    const code = await this.#ended;
    clearTimeout(tooLong);
    return code;
  }
}
