/** Texts of the picture of a call stack and of the values that go up and down in it. */
export const callStack = {
  name: '{title}: the call stack, and the values in memory',
  stack: 'Call stack',
  depth: ['{depth} deep, {parked} suspended', '{depth} deep'],
  depthOnly: ['{depth} deep'],
  over: 'Finished',
  /** What a frame does, in as many letters as there is room for. */
  states: {
    runs: ['runs'],
    waits: ['waits for {inner}', 'waits'],
    parked: ['suspended, kept alive', 'suspended'],
    made: ['created, not started', 'not started'],
    called: ['is called'],
    gone: ['gone'],
    returned: ['gone, returned {value}', 'gone'],
    absent: ['not called yet', ''],
  },
  /** What goes from one frame to another, beside an arrow. */
  ways: {
    called: 'calls',
    sent: 'sends',
    yielded: 'yields',
    returned: 'returns',
    ended: 'ends',
    got: 'has',
  },
  /** The same in a sentence about the frame it comes from. */
  tells: {
    called: 'calls {to}',
    sent: 'sends {value} to {to}',
    yielded: 'yields {value} to {to}',
    returned: 'returns {value} to {to}',
    ended: 'is at its end',
    got: 'has {value}',
  },
  /** A frame as it is read out; {code} is the line on which it stands. */
  reads: {
    at: '{name} {state}: {code}',
    goesOn: '{name} {state}, continues at: {code}',
    plain: '{name}: {state}',
  },
  got: ['{name} has received', '{name} has'],
  gotNothing: '{name} has received nothing yet',
  gotRead: '{name} has received {values}',
  gotLast: '{name} has received, most recently, {values}',
  memory: 'Values in memory',
  memoryMost: 'Peak values in memory',
  memoryRead: '{title}: {count}, {bytes}',
  square: ['1 square = 1 value'],
  squares: ['1 square = {unit} values', '1 square = {unit}'],
  bytes: ['about {size} in CPython', 'about {size}'],
  estimate: ['A value there: 8 bytes for its slot', 'in a list and 28 for an int'],
  units: ['{size} bytes', '{size} kB', '{size} MB', '{size} GB'],
};
