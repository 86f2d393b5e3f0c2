/** The built app as a process of its own, served to browsers on loopback. */
import { fork, type ChildProcess } from 'node:child_process';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';

const root = resolve(import.meta.dirname, '../..');
const probe = pathToFileURL(resolve(root, 'tests/support/host-probe.mjs')).href;
const START_MS = 20_000;

/** How late the host's event loop was, in wall milliseconds. */
export interface LoopDelay {
  readonly p50: number;
  readonly p99: number;
  readonly max: number;
}

export class AppHost {
  readonly #child: ChildProcess;
  /** Where a browser opens the page, token included. */
  readonly address: string;

  private constructor(child: ChildProcess, address: string) {
    this.#child = child;
    this.address = address;
  }

  /** Starts `simul serve` from the build in out/, or in the folder that SIMUL_OUT names. `state` is where it keeps tokens. */
  static async start(args: readonly string[] = [], state?: string): Promise<AppHost> {
    return AppHost.#run(['serve', '--port', '0', ...args], state);
  }

  /** Starts `simul open` with a file. */
  static async open(path: string): Promise<AppHost> {
    return AppHost.#run(['open', path, '--port', '0', '--no-browser']);
  }

  static async #run(line: readonly string[], state?: string): Promise<AppHost> {
    const entry = resolve(root, process.env['SIMUL_OUT'] ?? 'out', 'cli/index.js');
    const child = fork(entry, line, {
      cwd: root,
      env: { ...process.env, ...(state !== undefined && { XDG_STATE_HOME: state, LOCALAPPDATA: state, HOME: state }) },
      execArgv: ['--enable-source-maps', '--import', probe],
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    });
    return new AppHost(child, await addressOf(child));
  }

  /** The address of the page's own socket. */
  get socket(): string {
    const { host, searchParams } = new URL(this.address);
    return `ws://${host}/socket?token=${encodeURIComponent(searchParams.get('token') ?? '')}`;
  }

  get origin(): string {
    return new URL(this.address).origin;
  }

  /** Cuts every connection, as a network does that goes away; the host lives on. */
  async drop(): Promise<void> {
    await this.#order('drop');
  }

  /** Begins to measure how late the event loop is. */
  async watch(): Promise<void> {
    await this.#order('watch');
  }

  /** How late the event loop was since `watch`. */
  async delay(): Promise<LoopDelay> {
    return (await this.#order('delay')) as LoopDelay;
  }

  /** Ends the process with Ctrl-C, as a user does; the answer is its exit code. */
  async stop(): Promise<number | null> {
    const child = this.#child;
    if (child.exitCode !== null) return child.exitCode;
    const ended = new Promise<number | null>((settle) => child.once('exit', settle));
    child.kill('SIGINT');
    const tooLong = setTimeout(() => child.kill('SIGKILL'), 5000);
    const code = await ended;
    clearTimeout(tooLong);
    return code;
  }

  /** Ends the process as nobody wants to be ended: it gets to do nothing more. */
  async kill(): Promise<void> {
    const ended = new Promise((settle) => this.#child.once('exit', settle));
    this.#child.kill('SIGKILL');
    await ended;
  }

  #order(order: string): Promise<unknown> {
    const child = this.#child;
    return new Promise((settle, refuse) => {
      const take = (message: unknown) => {
        const answer = message as { order: string; value: unknown };
        if (answer.order !== order) return;
        child.off('message', take);
        settle(answer.value);
      };
      child.on('message', take);
      child.send(order, (error) => {
        if (error !== null) refuse(error);
      });
    });
  }
}

/** The address that the host prints. */
function addressOf(child: ChildProcess): Promise<string> {
  return new Promise((settle, refuse) => {
    let printed = '';
    const fail = (what: string) => refuse(new Error(`${what}\n${printed}`));
    const tooLong = setTimeout(() => {
      child.kill('SIGKILL');
      fail(`simul serve printed no address in ${START_MS / 1000} s`);
    }, START_MS);
    for (const stream of [child.stdout!, child.stderr!]) {
      stream.setEncoding('utf8').on('data', (chunk: string) => {
        printed += chunk;
        const [address] = /http:\/\/\S+/.exec(printed) ?? [];
        // A line that has not ended may go on with the rest of the token.
        if (address === undefined || !printed.slice(printed.indexOf(address) + address.length).includes('\n')) return;
        clearTimeout(tooLong);
        settle(address);
      });
    }
    child.once('exit', (code) => {
      clearTimeout(tooLong);
      fail(`simul serve ended with code ${code}`);
    });
  });
}
