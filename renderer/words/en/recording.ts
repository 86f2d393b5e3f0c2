/** Texts of recordings that other programs made. */
export const recording = {
  title: 'Recording of {name}',
  says: '{tracks:track|tracks}, {events:event|events}; what it holds cannot be changed.',
  ignored: '{count:event is|events are} not shown: flows, counters, and ends without a beginning.',
  /** What its events say: no kernel has made them. */
  events: {
    SPAWN: '{who} begins.',
    RUN: '{who} runs.',
    WORK: '{who} works for {span}.',
    SLEEP: '{who} waits {span}.',
    LOST: '{who}: nothing is recorded until the next event.',
    DONE: '{who}: nothing is recorded any more.',
  },
  files: { png: 'PNG', svg: 'SVG', csv: 'CSV' },
  fileHelp: {
    png: 'A picture of the stretch that is shown',
    svg: 'A drawing of the stretch that is shown, with its font inside',
    csv: 'Every span of the stretch that is shown, up to the instant of the clock',
  },
  fileName: '{name}-timeline.{type}',
  close: 'Close the recording',
};
