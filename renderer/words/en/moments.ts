/** What to notice, one sentence a moment. {lane} stands before it where lanes differ. */
export const moments = {
  title: 'What to notice',
  inLane: '{lane}: {says}',
  hide: 'Hide what to notice',
  show: 'What to notice',
  /** Any program. */
  first: '{who} takes the first step',
  gives: '{who} waits, and the next task may run',
  blocks: '{who} blocks its worker: nothing else can run there',
  everybody: 'everybody waits at the same time',
  deadlock: 'deadlock: each task waits for another one, for ever',
  deadlockOf: 'deadlock: {waits}',
  ended: 'the end, after {end}',
  firstEnd: '{lane} is done after {end}; the other lanes go on',
  firstOfTwo: '{lane} is done after {end}; the other lane goes on',
  lastEnd: 'All lanes are done: {first} after {quick}, {last} after {slow}',
  /** The boards. */
  boards: {
    first: 'she makes her first move',
    waits: 'she waits at the board until the reply comes',
    leaves: 'she does not wait; she goes to the next board',
    everywhere: 'every board thinks about its reply at the same time',
    round: 'she has moved at every board once',
    busy: 'all {masters} masters are busy',
  },
};
