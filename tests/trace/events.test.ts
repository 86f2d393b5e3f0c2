import { expect, test } from 'vitest';
import { workloads } from '../../electron/workloads/registry.ts';
import { exhibitionEvents } from '../../shared/fold/exhibition.ts';
import { defineEvents } from '../../shared/trace/events.ts';
import { Kind, OWN_MAX } from '../../shared/trace/kinds.ts';

test('an event has its number, name, fields and sentence from one declaration', () => {
  const { kind, vocabulary } = defineEvents({
    began: { says: '{who} begins.' },
    last: { event: 'ended', fields: ['took'], says: '{who} ends after {took}.', then: 'gone' },
  });
  expect(kind).toEqual({ began: Kind.OWN, last: Kind.OWN + 1 });
  expect(vocabulary).toEqual([
    { event: 'began', fields: [], says: '{who} begins.' },
    { event: 'ended', fields: ['took'], says: '{who} ends after {took}.', then: 'gone' },
  ]);
});

test('a workload that declares more events than a byte can number is refused', () => {
  const many = (count: number) =>
    defineEvents(Object.fromEntries(Array.from({ length: count }, (_, number) => [`e${number}`, { says: '' }])));
  expect(many(OWN_MAX).vocabulary).toHaveLength(OWN_MAX);
  expect(() => many(OWN_MAX + 1)).toThrow(`${OWN_MAX + 1} events; a workload has at most ${OWN_MAX}`);
});

test('the events of every program keep their numbers, so that saved traces stay readable', () => {
  const told = Object.fromEntries(
    workloads.map(({ id, vocabulary }) => [id, vocabulary.map(({ event }) => event).join(' ')]),
  );
  expect(told).toMatchObject({
    exhibition: 'master-moved opponent-moved opponent-moved walks walked-ahead',
    queue: 'sleeping put got',
    countdown: 'waiting started tick liftoff',
    count: 'one two',
    makerandom: 'initiated retry finished',
    chained: 'sleeping returning chained',
    requests: 'beat sent answered checked skipped',
    generators: 'called sent yielded returned ended kept got',
  });
  const { masterMoved, opponentMoved, lastReply, walks, walkedAhead } = exhibitionEvents.kind;
  expect([masterMoved, opponentMoved, lastReply, walks, walkedAhead]).toEqual([32, 33, 34, 35, 36]);
});
