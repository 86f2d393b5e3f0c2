/** Texts of the boards: what is said of one. */
export const boards = {
  name: '{title}: {boards:board|boards}',
  board: 'Board {board}',
  marks: {
    running: 'running: she moves, {seconds} s',
    ready: 'ready',
    waiting: 'waiting for the reply, {seconds} s',
    holding: 'blocking: she waits for the reply, {seconds} s',
    over: 'the game is over',
  },
  pin: 'board {board}',
  /** How many boards have which mark. */
  counts: { running: 'running', ready: 'ready', waiting: 'waiting', holding: 'blocking', over: 'over' },
  move: 'move {move}',
  moveShort: '{move}.',
  done: 'done',
  toMove: { white: 'White to move', black: 'Black to move' },
  last: 'last {move}',
  results: {
    '1-0': 'White won',
    '0-1': 'Black won',
    '1/2-1/2': 'drawn',
    '*': 'not finished',
  },
  sheet: 'Board {board} of {title}',
  score: 'Moves',
  scoreHead: { number: 'No.', white: 'White', black: 'Black' },
  noMoves: 'No move has been made.',
  close: 'Close the board',
  before: 'Previous board',
  next: 'Next board',
  gameNumber: 'game {number} at this board',
};
