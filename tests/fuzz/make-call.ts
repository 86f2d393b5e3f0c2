/** Makes calls from a seed: most of them sensible, the others spoilt in some part. */
import { workloads } from '../../electron/workloads/registry.ts';

/** Random numbers 0 <= x < 1 from a seed (mulberry32). */
export function randomFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** Steps of a generator at most: what matters happens in the first ones, and between slices. */
const STEPS_MAX = 50_000;

export class CallMaker {
  readonly #random: () => number;
  #names: string[] = [];

  constructor(seed: number) {
    this.#random = randomFrom(seed);
  }

  /** A random number 0 <= x < 1. */
  random(): number {
    return this.#random();
  }

  pick<T>(list: readonly T[]): T {
    return list[Math.floor(this.#random() * list.length)]!;
  }

  /** The next call; `params` are the parameters on screen. */
  next(params: object): [call: string, args: unknown] {
    this.#names = Object.keys(params);
    const random = this.#random;
    const [call, args] = this.#sensible();
    const dice = random();
    if (dice < 0.75) return [call, args];
    if (dice < 0.8) return [this.pick(['', 'toString', 'dance', '__proto__', 'hello', 'undo']), this.#junk(2)];
    return [call, this.#spoilt(args)];
  }

  #sensible(): [call: string, args: unknown] {
    const random = this.#random;
    switch (Math.floor(random() * 14)) {
      case 0:
      case 1:
        return ['open', this.#session()];
      case 2:
      case 3:
      case 4:
        return ['edit', { path: this.#path(), value: this.#value() }];
      case 5:
        return [random() < 0.5 ? 'undo' : 'redo', undefined];
      case 6:
        return ['seek', { at: random() * this.pick([1, 100, 10_000, 1e9]) }];
      case 7:
        return ['step', random() < 0.5 ? undefined : { lane: Math.floor(random() * 3) }];
      case 8:
        return ['stepBack', random() < 0.5 ? undefined : { lane: Math.floor(random() * 3) }];
      case 9:
        return [
          'setPace',
          {
            pace: this.pick([
              { kind: 'fastest' },
              { kind: 'speed', speed: 0.1 + random() * 1e4 },
              { kind: 'whole', seconds: 1 + random() * 100 },
              { kind: 'whole', seconds: 1 + random() * 100, eased: true },
            ]),
          },
        ];
      case 10:
        return [this.pick(['play', 'pause', 'restart']), undefined];
      case 11:
        return [this.pick(['save', 'check']), undefined];
      case 12:
        return ['hello', { version: 1 }];
      default:
        return ['ack', { frame: Math.floor(random() * 5) }];
    }
  }

  #session(): unknown {
    const workload = this.pick(workloads);
    const preset = this.pick([{}, ...workload.presets.map(({ params }) => params as { steps?: number })]);
    const variants = (workload.mistakes ?? []).map(({ id }) => id);
    const lanes = Array.from({ length: 1 + Math.floor(this.#random() * 3) }, () => ({
      model: this.pick(workload.models),
      ...(this.#random() < 0.5 ? { workers: 1 + Math.floor(this.#random() * 5) } : {}),
      ...(this.#random() < 0.2 ? { variant: this.pick([null, ...variants]) } : {}),
    }));
    const edits = Array.from({ length: Math.floor(this.#random() * 4) }, () => ({
      at: this.#random() * 100,
      path: this.#path(),
      value: this.#value(),
    }));
    const params = {
      ...preset,
      // Long enough to be computed while further calls come.
      ...(preset.steps === undefined ? {} : { steps: Math.min(preset.steps, STEPS_MAX) }),
      ...(workload.id === 'exhibition' ? { boards: 1 + Math.floor(this.#random() * 8), pairMoves: 2 } : {}),
    };
    return {
      scenario: {
        workload: workload.id,
        params,
        seed: Math.floor(this.#random() * 1e6),
        ...(this.#random() < 0.3 ? { edits } : {}),
      },
      lanes,
    };
  }

  #path(): string {
    const rest = this.pick(['', '', '', '.value', '.low', '.0', '.0.delay', '.mean', '.kind']);
    return `${this.pick([...this.#names, 'workers', 'nothing'])}${rest}`;
  }

  #value(): unknown {
    const random = this.#random;
    const number = Math.floor(random() * 20);
    return this.pick<unknown>([
      number,
      number,
      number,
      random() * 9,
      null,
      { kind: 'uniform', low: 1, high: number },
      { kind: 'exponential', mean: 1 + number },
      'fifo',
      'random',
      [3, 1, 2],
    ]);
  }

  #junk(depth: number): unknown {
    const random = this.#random;
    const leaves: unknown[] = [0, -1, 0.5, 1e308, '', 'x'.repeat(Math.floor(random() * 300)), true, null, '__proto__'];
    if (depth === 0 || random() < 0.5) return this.pick(leaves);
    const parts = Array.from({ length: Math.floor(random() * this.pick([3, 3, 3, 40])) }, () => this.#junk(depth - 1));
    return random() < 0.5 ? parts : Object.fromEntries(parts.map((part, index) => [`p${index}`, part]));
  }

  /** Arguments in which one part, somewhere, is something else, is missing, or is one too many. */
  #spoilt(args: unknown): unknown {
    if (typeof args !== 'object' || args === null || this.#random() < 0.2) return this.#junk(3);
    const copy = (Array.isArray(args) ? [...(args as unknown[])] : { ...args }) as Record<string, unknown>;
    const key = this.pick(Object.keys(copy));
    const dice = this.#random();
    if (key === undefined || dice < 0.15) copy['more'] = this.#junk(2);
    else if (dice < 0.3 && !Array.isArray(copy)) delete copy[key];
    else copy[key] = this.#spoilt(copy[key]);
    return copy;
  }
}
