/**
 * What keeps the double strict. It has only what the shell uses: any other member, event or option throws with its
 * name, so that nothing passes here that was never thought of.
 */
import { EventEmitter } from 'node:events';
import { z } from 'zod';

/** An object with just these members. */
export function strict<T extends object>(name: string, members: T): T {
  return new Proxy(members, {
    get(target, key) {
      // A promise asks every result whether it can be waited for.
      if (!(key in target) && typeof key === 'string' && key !== 'then') throw lacks(`${name}.${key}`);
      const value: unknown = Reflect.get(target, key, target);
      return typeof value === 'function' && key !== 'constructor' ? (value.bind(target) as unknown) : value;
    },
    set(target, key, value) {
      if (!(key in target)) throw lacks(`${name}.${String(key)}`);
      return Reflect.set(target, key, value, target);
    },
  });
}

function lacks(what: string): Error {
  return new Error(`the double of Electron has no ${what}`);
}

/** Holds arguments to their types, which are those of electron.d.ts. */
export function check<const A extends readonly unknown[]>(
  name: string,
  args: A,
  ...types: { readonly [K in keyof A]: z.ZodType<A[K]> }
): void {
  for (const [place, type] of types.entries()) {
    const { error } = type.safeParse(args[place]);
    if (error !== undefined) throw new TypeError(`${name}, argument ${place + 1}: ${z.prettifyError(error)}`);
  }
}

/** A function with this type; what it takes is checked by tsc, and by whoever calls it. */
export function aFunction<F>(): z.ZodType<F> {
  return z.custom<F>((value) => typeof value === 'function', 'a function');
}

/** An event that can be prevented, as Electron's are. */
export interface Preventable {
  readonly defaultPrevented: boolean;
  preventDefault(): void;
}

type Listener = (...args: never[]) => void;

/** Whoever tells of events, and of no others than these. */
export class Emitter {
  readonly #name: string;
  readonly #known: ReadonlySet<string>;
  readonly #events = new EventEmitter();

  constructor(name: string, events: readonly string[]) {
    this.#name = name;
    this.#known = new Set(events);
  }

  on(event: string, listener: Listener): this {
    return this.#listen('on', event, listener);
  }

  once(event: string, listener: Listener): this {
    return this.#listen('once', event, listener);
  }

  off(event: string, listener: Listener): this {
    return this.#listen('off', event, listener);
  }

  /** Tells everybody who listens. */
  tell(event: string, ...args: unknown[]): void {
    this.#check(event);
    this.#events.emit(event, ...args);
  }

  /** Tells everybody who listens, and whether somebody has prevented what follows. */
  ask(event: string, details: object = {}, ...args: unknown[]): boolean {
    let prevented = false;
    const preventable: Preventable = {
      get defaultPrevented() {
        return prevented;
      },
      preventDefault: () => (prevented = true),
    };
    this.tell(event, Object.assign(preventable, details), ...args);
    return prevented;
  }

  #listen(how: 'on' | 'once' | 'off', event: string, listener: Listener): this {
    this.#check(event);
    check(`${this.#name}.${how}`, [listener], aFunction<Listener>());
    this.#events[how](event, listener as (...args: unknown[]) => void);
    return this;
  }

  #check(event: string): void {
    if (!this.#known.has(event)) throw lacks(`${this.#name}'s event '${event}'`);
  }
}
