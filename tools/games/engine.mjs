import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';

/** A chess engine that speaks UCI over its standard input and output. */
export class Engine {
  #process;
  #lines;
  name = '';

  static async start(path) {
    const engine = new Engine();
    engine.#process = spawn(path, { stdio: ['pipe', 'pipe', 'inherit'] });
    engine.#lines = createInterface({ input: engine.#process.stdout })[Symbol.asyncIterator]();
    const greeting = await engine.#ask('uci', /^uciok/);
    engine.name = greeting.find((line) => line.startsWith('id name '))?.slice(8) ?? 'unknown engine';
    engine.#tell('setoption name Threads value 1');
    engine.#tell('setoption name Hash value 16');
    return engine;
  }

  /** Forgets everything learnt in the game before, so that games do not depend on each other. */
  async newGame() {
    this.#tell('ucinewgame');
    await this.#ask('isready', /^readyok/);
  }

  /** The best `count` moves after `moves` (coordinate notation), best first, with scores in centipawns. */
  async candidates(moves, nodes, count) {
    this.#tell(`setoption name MultiPV value ${count}`);
    this.#tell(`position startpos moves ${moves.join(' ')}`);
    const lines = await this.#ask(`go nodes ${nodes}`, /^bestmove/);
    const found = new Map();
    for (const line of lines) {
      const match = / multipv (\d+) score (cp|mate) (-?\d+) .* pv (\S+)/.exec(line);
      if (match === null || / (lower|upper)bound /.test(line)) continue;
      const [, rank, kind, value, move] = match;
      const distance = Number(value);
      const score = kind === 'cp' ? distance : Math.sign(distance) * (20000 - 100 * Math.abs(distance));
      found.set(Number(rank), { move, score });
    }
    const best = lines.at(-1).split(' ')[1];
    const ranked = [...found.values()].sort((a, b) => b.score - a.score);
    return ranked.some((candidate) => candidate.move === best) ? ranked : [{ move: best, score: 0 }];
  }

  stop() {
    this.#tell('quit');
  }

  #tell(command) {
    this.#process.stdin.write(`${command}\n`);
  }

  async #ask(command, last) {
    this.#tell(command);
    const lines = [];
    for (;;) {
      const { value, done } = await this.#lines.next();
      if (done) throw new Error(`The engine ended during "${command}".`);
      lines.push(value);
      if (last.test(value)) return lines;
    }
  }
}
