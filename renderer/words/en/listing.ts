/** Texts of the panel that shows the program's listing. */
export const listing = {
  title: 'Listing',
  close: 'Close the listing',
  resize: 'Width of the listing',
  tabs: { python: 'Python', source: 'As the kernel runs it', difference: 'Difference' },
  lane: 'Lane',
  together: 'Side by side',
  togetherHelp: 'Show the listings of all lanes beside each other, as far as there is room',
  code: 'Listing of {lane}',
  source: 'The program as the kernel runs it, in TypeScript',
  /** What stands on a line, for those who do not see it: "line 7, await asyncio.sleep(55): 23 waiting, 1 ready". */
  line: 'line {line}, {code}: {counts}',
  notBegun: 'not started: {counts}',
  counted: '{count} {mark}',
  marks: { running: 'running', ready: 'ready', waiting: 'waiting', holding: 'blocking' },
  pile: 'line {line}: {count} {mark}',
  pileNoLine: 'not started: {count} {mark}',
  /** Above a pile: who stands there. */
  more: '{names} and {count} more',
  next: 'Choose one from the list.',
  moreTasks: '{count} more are not listed; choose them on the stage.',
  holds: {
    synchronous: 'nothing else runs meanwhile',
    asynchronous: 'blocks the loop',
    threads: 'blocks its thread',
    processes: 'blocks its process',
  },
  /** Why a lane takes as long as it does, above its listing. */
  why: {
    synchronous: 'Nothing else runs while a plain call sleeps.',
    asynchronous: 'At each await another task can go on.',
    threads: 'A sleep blocks only its own thread. Threads at work at once: {workers}.',
    processes: 'A sleep blocks only its own process. Processes at work at once: {workers}.',
  },
  waitsHere: 'Cursors',
  noLine: 'not started',
  ended: 'ended',
  copy: 'Copy as Python',
  save: 'Save as .py',
  fileName: 'simul-{workload}-{model}.py',
  copied: 'Copied as Python.',
  saved: 'Saved {name}.',
  notSaved: '{name} could not be saved: {reason}',
  noScript: 'There is no script for this lane: {problem}',
  notes: {
    edits: 'The parameters are those at {at}.',
  },
};
