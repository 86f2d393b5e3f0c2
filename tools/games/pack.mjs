/** Writes games as the text that shared/chess/games.ts reads; the format is described there. */

const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
const endings = { mate: 'm', stalemate: 's', repetition: 'r', 'fifty-moves': 'f', material: 'i', unfinished: 'u' };
const fileNames = 'abcdefgh';

const square = (name) => fileNames.indexOf(name[0]) + 8 * (Number(name[1]) - 1);

/** Check (0 none, 1 check, 2 mate), what tells the move from its like (4 file, 8 rank), and the promotion (16 each). */
function marks(move) {
  const check = move.san.endsWith('#') ? 2 : move.san.endsWith('+') ? 1 : 0;
  const named = /^[NBRQK]([a-h]?)([1-8]?)x?[a-h][1-8]/.exec(move.san);
  const origin = (named?.[1] ? 4 : 0) + (named?.[2] ? 8 : 0);
  const promotion = move.promotion === undefined ? 0 : 16 * 'qrbn'.indexOf(move.promotion);
  return check + origin + promotion;
}

const packMove = (move) => alphabet[square(move.from)] + alphabet[square(move.to)] + alphabet[marks(move)];

/** The first `plies` moves of a game in SAN, to tell games apart. */
const beginning = (game, plies) =>
  game.moves
    .slice(0, plies)
    .map((move) => move.san)
    .join(' ');

/**
 * An order in which neighbouring boards look different and the boards of a usual exhibition have long games: games of
 * at least 33 pairs first, and each next game is the first in a fixed walk through the openings that begins otherwise
 * than the three before it.
 */
function arrange(games) {
  const stride = 37;
  const walk = games.map((_, index) => games[(index * stride) % games.length]);
  const rest = [...walk.filter((game) => game.moves.length >= 66), ...walk.filter((game) => game.moves.length < 66)];
  const arranged = [];
  while (rest.length > 0) {
    const recent = arranged.slice(-3).map((game) => beginning(game, 2));
    const next = rest.findIndex((game) => !recent.includes(beginning(game, 2)));
    arranged.push(...rest.splice(Math.max(next, 0), 1));
  }
  return arranged;
}

/** The text of games.data.ts. */
export function pack(games, engineName) {
  const different = new Set(games.map((game) => beginning(game, 12)));
  if (different.size !== games.length) throw new Error('Two games have the same first 12 half-moves.');
  const lines = arrange(games).map((game) => {
    const text = `${game.name};${endings[game.ending]}${game.moves.map(packMove).join('')}`;
    return text.includes("'") ? `  "${text}",` : `  '${text}',`;
  });
  return `// Written by tools/games/generate.mjs with ${engineName}: do not edit. The format is described in games.ts.

/** One game a line: the opening's name, a semicolon, the ending's letter, then three characters a half-move. */
export const packedGames: readonly string[] = [
${lines.join('\n')}
];
`;
}
