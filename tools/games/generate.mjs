/**
 * Plays the games of the exhibition with a UCI chess engine and writes shared/chess/games.data.ts.
 *
 *   node tools/games/generate.mjs [--engine PATH] [--out FILE] [--only FIRST,LAST]
 *
 * Both sides are the same engine with a fixed number of nodes on one thread, and the weaknesses of each side are drawn
 * from a generator seeded with the number of the opening, so that the same engine version writes the same file again.
 */
import { writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Chess } from 'chess.js';
import { Engine } from './engine.mjs';
import { openings } from './openings.mjs';
import { pack } from './pack.mjs';

const here = dirname(fileURLToPath(import.meta.url));
const option = (name, fallback) => {
  const at = process.argv.indexOf(`--${name}`);
  return at < 0 ? fallback : process.argv[at + 1];
};

/** A game that is not over after this many pairs of moves is left unfinished. */
const longestPairs = 100;
/** A game shorter than this is played again with other weaknesses, up to `mostAttempts` times. */
const wantedPairs = 32;
const mostAttempts = 6;
/** The master loses at most one game in so many openings: other games that Black wins are played again, too. */
const lossEvery = 14;

/** How a side plays: nodes a move, candidate moves, and the temperature (centipawns) at which it chooses among them. */
const master = { nodes: 24000, candidates: 3, temperature: 4 };
const tiredMaster = { nodes: 8000, candidates: 5, temperature: 14 };
const guests = {
  expert: { nodes: 20000, candidates: 3, temperature: 3 },
  club: { nodes: 5000, candidates: 6, temperature: 18 },
  casual: { nodes: 3000, candidates: 8, temperature: 34 },
  novice: { nodes: 1500, candidates: 10, temperature: 55 },
};
/** Who sits at the board, by opening number: [how the master plays, how the guest plays]. */
const seats = [
  [master, guests.club],
  [master, guests.casual],
  [master, guests.expert],
  [master, guests.club],
  [tiredMaster, guests.expert],
  [master, guests.club],
  [master, guests.novice],
  [master, guests.expert],
  [master, guests.club],
];

/** mulberry32: a small generator of numbers in [0, 1). */
function numbers(seed) {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

/** One of the engine's candidates: the best mostly, a worse one the less often the worse it is. */
function choose(candidates, temperature, random) {
  const best = candidates[0].score;
  const weights = candidates.map((candidate) => Math.exp((candidate.score - best) / temperature));
  let rest = random() * weights.reduce((sum, weight) => sum + weight, 0);
  for (let index = 0; index < candidates.length; index += 1) {
    rest -= weights[index];
    if (rest < 0) return candidates[index];
  }
  return candidates[0];
}

function endingOf(chess) {
  if (chess.isCheckmate()) return 'mate';
  if (chess.isStalemate()) return 'stalemate';
  if (chess.isInsufficientMaterial()) return 'material';
  if (chess.isThreefoldRepetition()) return 'repetition';
  if (chess.isDrawByFiftyMoves()) return 'fifty-moves';
  return null;
}

async function play(engine, line, [white, black], random) {
  const chess = new Chess();
  const moves = [];
  for (const san of line.split(' ')) moves.push(chess.move(san));
  await engine.newGame();
  let ending = null;
  while (ending === null && moves.length < 2 * longestPairs) {
    const side = chess.turn() === 'w' ? white : black;
    // The master relaxes while she is still in her preparation and is precise afterwards.
    const temperature = side === master && moves.length > 40 ? 1 : side.temperature;
    const candidates = await engine.candidates(
      moves.map((move) => move.lan),
      side.nodes,
      side.candidates,
    );
    moves.push(chess.move(choose(candidates, temperature, random).move));
    ending = endingOf(chess);
  }
  return { moves, ending: ending ?? 'unfinished' };
}

/** How many wishes the game leaves open: an end, a length, and a result that suits a master. */
function faults({ moves, ending }, index) {
  const lost = ending === 'mate' && moves.length % 2 === 0 && index % lossEvery !== 4;
  return (ending === 'unfinished' ? 1 : 0) + (moves.length < 2 * wantedPairs ? 1 : 0) + (lost ? 1 : 0);
}

const [first, last] = option('only', `0,${openings.length - 1}`)
  .split(',')
  .map(Number);
const engine = await Engine.start(option('engine', 'stockfish'));
const played = [];
for (let index = first; index <= last; index += 1) {
  const [name, line] = openings[index];
  let kept = null;
  for (let attempt = 0; attempt < mostAttempts; attempt += 1) {
    const random = numbers(1000 * (index + 1) + attempt);
    const game = await play(engine, line, seats[(index + attempt) % seats.length], random);
    if (kept === null || faults(game, index) <= faults(kept, index)) kept = game;
    if (faults(kept, index) === 0) break;
  }
  played.push({ name, ...kept });
  const ended = kept.ending === 'mate' ? `mate by ${kept.moves.length % 2 ? 'White' : 'Black'}` : kept.ending;
  console.log(`${index}. ${name}: ${Math.ceil(kept.moves.length / 2)} pairs, ${ended}`);
}
engine.stop();
writeFileSync(option('out', join(here, '../../shared/chess/games.data.ts')), pack(played, engine.name));
