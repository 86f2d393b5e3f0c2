/**
 * What happens, in sentences. `kernel` is keyed by the kernel's own events. What a workload tells beyond them stands in
 * its own vocabulary. Gaps: {who} the task, {value} the event's
 * number, {by} another task, {resource} what is waited on or used, and each field of a workload event under its own
 * name. At the boards there are also {board}, and {move} in chess notation.
 */
export const events = {
  kernel: {
    SPAWN: '{who} is created.',
    READY: '{who} is ready.',
    RUN: '{who} runs.',
    SLEEP: '{who} waits {span}; the loop is free.',
    BLOCK: '{who} waits {span} and blocks its worker.',
    WORK: '{who} works for {span}.',
    CONTEND: '{who} waits for the processor.',
    PARK: '{who} waits for {resource}.',
    YIELD: '{who} lets the other ready tasks run first.',
    CANCEL: '{who} is asked to stop by {by}.',
    DONE: '{who} is done.',
    FAIL: '{who} ends with an error.',
    CANCELLED: '{who} is cancelled.',
    PUT: '{who} puts an item into {resource}.',
    TAKE: '{who} takes an item from {resource}.',
    ACQUIRE: '{who} acquires {resource}.',
    RELEASE: '{who} releases {resource}.',
    EDIT: 'From here on: {change}.',
    GAP: 'The trace is sampled: of the next {until}, {count} events are not kept.',
    LOST: '{who}: not kept.',
    SKIP: '{who}: not kept.',
    RESUME: 'From here on every event is kept.',
  },
  /** What is said on boards where a game between masters has ended before its moves are played out. */
  resigns: 'Board {board} resigns; the game is over.',
  'shakes-hands': 'Board {board} resigns and sits down to another game.',
  plainKind: '{who}: event {kind}.',
  /** With the name of its lane in front. */
  inLane: '{lane}: {sentence}',
  main: 'The program',
  board: 'Board {board}',
  kernelItself: 'the program',
  someResource: 'other tasks',
  someChange: 'a parameter changes',
  /** The hour before and after everything. */
  notBegun: 'Nothing has happened yet.',
  over: 'The program has ended.',
  /** What she does, for captions. */
  captions: {
    moves: 'She moves at board {board}',
    walks: 'She walks to board {board}',
    waits: 'She waits at board {board}, {seconds} s',
    allThinking: 'Waiting for every reply',
    oneThinking: 'Waiting for the reply',
    allOver: 'All {boards} games are over',
    oneOver: 'The game is over',
    /** Several masters, one for each process; and the one that awaits her own thinking, so that she is everywhere. */
    many: '{masters} masters: {moving} moving, {waiting} waiting',
    everywhere: 'She thinks at {moving:board|boards} at once',
    runs: '{who} runs',
    holds: '{who} blocks its worker, {seconds} s',
    occupied: '{occupied} of {workers} workers are busy',
    idle: 'All tasks are waiting',
    over: 'All tasks are done',
    ended: 'The program has ended',
    notBegun: 'Ready to begin',
  },
};
