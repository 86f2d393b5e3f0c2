/** Texts of the picture of producers, a queue and consumers. */
export const queue = {
  name: '{title}: {producers:producer|producers}, {consumers:consumer|consumers} and a queue',
  /** How many there are, and what they are called where there is no room for that. */
  producers: ['{count:producer|producers}', 'Producers'] as const,
  consumers: ['{count:consumer|consumers}', 'Consumers'] as const,
  queue: 'Queue',
  roomFor: 'Room for {capacity}',
  made: '{count} made',
  taken: '{count} taken',
  queued: '{count} queued',
  queuedAtMost: '{count} queued, peak {deepest}',
  of: '{count} of {capacity}',
  full: 'Full: {held} waiting for room',
  heldBack: '{of}, {held} waiting for room',
  leftBehind: '{count} lost',
  longest: 'longest wait {seconds} s',
  more: '+ {count}',
  seconds: '{seconds} s',
  /** A producer or consumer by its number, in as many letters as there is room for. */
  producer: ['Producer {number}', 'P {number}', '{number}'],
  consumer: ['Consumer {number}', 'C {number}', '{number}'],
  /** What somebody does, likewise. */
  doing: {
    makes: ['makes, {seconds} s left', '{seconds} s left', '{seconds} s'],
    rests: ['busy, {seconds} s left', '{seconds} s left', '{seconds} s'],
    runs: ['runs'],
    ready: ['ready to run', 'ready'],
    room: ['waits for room, {seconds} s', 'no room, {seconds} s', '{seconds} s'],
    item: ['waits for an item, {seconds} s', 'waits, {seconds} s', '{seconds} s'],
    ended: ['done'],
    absent: [''],
  },
  item: 'Item {item} of producer {maker}, queued, waiting {seconds} s, {place} to be taken',
  places: { next: 'next', later: 'number {number}' },
  holds: 'blocking its worker',
  holdsItem: 'with item {item}',
  lastItem: 'last item {item}',
};
