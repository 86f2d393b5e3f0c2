/**
 * Calls of every kind, sensible and senseless, by the thousand: from a seed, so that what broke can be played again.
 * They go to a real host in this process; what must hold is checked as they are answered.
 */
import { Host } from '../../electron/host/host.ts';
import { CALL_LENGTH_MAX } from '../../shared/protocol/limits.ts';
import { firstScreen } from '../../electron/host/start.ts';
import { workloads } from '../../electron/workloads/registry.ts';
import { transportPair } from '../support/transport-pair.ts';
import { HandClock } from '../support/hand-clock.ts';
import { TestPage } from '../support/test-page.ts';
import { CallMaker } from './make-call.ts';

/** What a fuzzed session came to. */
export interface Fuzzed {
  readonly calls: number;
  readonly accepted: number;
  readonly refused: number;
  /** How often page and host compared what they have. */
  readonly compared: number;
  /** What must not be, each with the number of the call; the seed plays it again. */
  readonly broken: readonly string[];
}

/** Calls between two comparisons of page and host. */
const COMPARE_EVERY = 50;
const BROKEN_MAX = 10;

export class CallFuzzer {
  readonly #maker: CallMaker;
  readonly #clock = new HandClock();
  readonly #page: TestPage;
  readonly #send: (message: string) => void;
  readonly #broken: string[] = [];
  #id = 1_000_000;
  #calls = 0;
  #accepted = 0;
  #refused = 0;
  #compared = 0;

  constructor(seed: number) {
    this.#maker = new CallMaker(seed);
    const clock = this.#clock;
    const onDefect = (error: unknown) => this.#breaks(`a defect: ${String((error as Error).stack ?? error)}`);
    const host = new Host({ workloads, start: firstScreen, clock, identity: 'fuzzed', onDefect });
    const [here, there] = transportPair((deliver) => void clock.schedule(0, deliver));
    host.connect(there);
    this.#page = new TestPage(here);
    this.#send = (message) => here.send(message);
    this.#page.hello();
    clock.advance(100);
  }

  get result(): Fuzzed {
    const [calls, accepted, refused, compared] = [this.#calls, this.#accepted, this.#refused, this.#compared];
    return { calls, accepted, refused, compared, broken: this.#broken };
  }

  /** Makes so many calls more. */
  run(calls: number): Fuzzed {
    for (let count = 0; count < calls && this.#broken.length < BROKEN_MAX; count++) {
      this.#calls++;
      this.#one();
      if (this.#calls % COMPARE_EVERY === 0) this.#compare();
    }
    return this.result;
  }

  #one(): void {
    const page = this.#page;
    const [call, args] = this.#maker.next(page.session?.params ?? {});
    // What was changed before has been told by now.
    this.#clock.advance(40);
    const before = JSON.stringify(page.session);
    const number = ++this.#id;
    const message = JSON.stringify({ type: 'call', id: number, call, ...(args === undefined ? {} : { args }) });
    // A message that is too long is not read, not even its number.
    const id = message.length > CALL_LENGTH_MAX ? -1 : number;
    this.#send(message);
    this.#clock.lookMs = 0.5;
    this.#clock.advance(this.#maker.pick([0, 1, 20, 20, 60]));
    this.#clock.lookMs = 0;
    if (call === 'ack') return;
    // It takes its turn among slices of computing, which take their time.
    for (let turns = 0; turns < 10 && !page.answers.has(id); turns++) this.#clock.advance(20);
    const answer = page.answers.get(id);
    page.answers.delete(id);
    if (answer === undefined) return this.#breaks(`no answer to ${call}: ${message.slice(0, 200)}`);
    if (answer.ok) {
      this.#accepted++;
      return;
    }
    this.#refused++;
    const text = JSON.stringify(answer.problems);
    const bad =
      answer.problems.length === 0 || answer.problems.some(({ path, limit, message }) => !path || !limit || !message);
    if (bad) this.#breaks(`${call} is refused without path, limit or message: ${text.slice(0, 200)}`);
    if (answer.problems.length > 21 || text.length > 50_000)
      this.#breaks(`${call} is refused in ${text.length} characters`);
    this.#clock.advance(20);
    if (JSON.stringify(page.session) !== before) this.#breaks(`${call} was refused and has changed the session`);
  }

  /** Page and host make the same hash of what the page has been told. */
  #compare(): void {
    this.#clock.advance(20);
    const { compared } = this.#page;
    this.#page.call('check');
    this.#clock.advance(0);
    this.#compared += this.#page.compared - compared;
    if (this.#page.differences > 0) this.#breaks('page and host are not the same');
    this.#page.differences = 0;
    // What has been seen need not be kept.
    this.#page.frames.splice(0, this.#page.frames.length - 1);
    this.#page.log.length = 0;
    this.#page.answers.clear();
  }

  #breaks(what: string): void {
    this.#broken.push(`call ${this.#calls}: ${what}`);
  }
}
