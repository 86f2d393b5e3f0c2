// The listing panel: what it says of its cursors, and the script that it gives away.
import { expect, test } from 'vitest';
import { editsUntil, paramsAt } from '../../shared/scenario/edits.ts';
import { cursorTexts, namesText } from '../../renderer/listing/say.ts';
import { copyScript, laneScript, saveScript } from '../../renderer/listing/script.ts';
import { cursorsOf } from '../../shared/fold/cursors.ts';
import { StateFold } from '../../shared/fold/state.ts';
import { flagsOf, Listing } from '../../shared/listing/listing.ts';
import { pythonScript } from '../../shared/listing/script.ts';
import type { Edit, ModelId, Scenario } from '../../shared/scenario/scenario.ts';
import { entry, exhibitionLanes } from './lanes.ts';

/** What is read out of the listing of a lane of the exhibition at an instant. */
function read(model: ModelId, at: number): string[] {
  const [lane] = exhibitionLanes({}, [{ model }]);
  const states = new StateFold();
  lane!.trace.feed(states, 0, lane!.trace.countUntil(at));
  const lines = new Listing(entry.listing).lines(flagsOf(null, entry.defaults), entry.defaults);
  return cursorTexts(cursorsOf(states, lines.length), lines);
}

test('each line says who stands on it, those who are most first', () => {
  expect(read('asynchronous', 62)).toEqual([
    'line 5, time.sleep(5): 1 running',
    'line 7, await asyncio.sleep(55): 11 waiting, 1 ready',
    'line 12, await asyncio.gather(*(game(board) for board in boards)): 1 waiting',
    'not started: 11 ready',
  ]);
  expect(read('synchronous', 30)[0]).toBe('line 7, await asyncio.sleep(55): 1 blocking');
  expect(read('asynchronous', 1e5)).toEqual(['25 ended']);
});

test('a pile names who is in it, as far as there is room', () => {
  expect(namesText(['A'])).toBe('A');
  expect(namesText(['A', 'B'])).toBe('A, B. Choose one from the list.');
  const many = Array.from({ length: 20 }, (_, place) => String(place));
  expect(namesText(many)).toBe(`${many.slice(0, 12).join(', ')} and 8 more. Choose one from the list.`);
});

const scenarioOf = (model: ModelId, edits: readonly Edit[] = []): Scenario => ({
  ...exhibitionLanes({ boards: 3 }, [{ model }])[0]!.info.scenario,
  edits,
});
const edits: readonly Edit[] = [
  { at: 100, path: 'master', value: { kind: 'constant', value: 7 } },
  { at: 200, path: 'opponent.value', value: 40 },
];

test('parameters are those of the instant', () => {
  const scenario = scenarioOf('asynchronous', edits);
  const seconds = (at: number) => {
    const { master, opponent } = paramsAt(scenario, at) as Record<string, { value: number }>;
    return [master!.value, opponent!.value, editsUntil(scenario, at)];
  };
  expect([99, 100, 500].map(seconds)).toEqual([[5, 55, 0], [7, 55, 1], [7, 40, 2]]); // prettier-ignore
});

test('the script is that of the run, and says where it is not', () => {
  const { listing, support, title } = entry;
  const parts = { title, listing: new Listing(listing), support: support ?? undefined };
  const scenario = scenarioOf('asynchronous');
  expect(laneScript(entry, scenario, 0)).toEqual({ text: pythonScript({ ...parts, scenario }), notes: [] });
  const other = laneScript(entry, scenarioOf('threads', edits), 150);
  expect(other.text).toBe(
    pythonScript({ ...parts, scenario: { ...scenario, params: paramsAt({ ...scenario, edits }, 150) } }),
  );
  expect(other.text).toContain('time.sleep(7)');
  expect(other.notes).toEqual([
    'asyncio knows only taking turns, so the script runs the program that way.',
    'The parameters are those at 0:02:30.',
  ]);
});

test('it is copied, saved where there is no clipboard, and it is told what became of it', async () => {
  const copied: string[] = [];
  const given: string[] = [];
  const give = async (name: string, blob: Blob) => given.push(`${name}: ${(await blob.text()).length}`) > 0;
  const scenario = scenarioOf('asynchronous');
  const { length } = laneScript(entry, scenario, 0).text;
  const copy = (text: string) => Promise.resolve(void copied.push(text));
  expect(await copyScript(entry, scenario, 0, { copy, give })).toBe('Copied as Python.');
  expect([copied[0]!.length, given]).toEqual([length, []]);
  const deny = () => Promise.reject(new Error('denied'));
  const file = 'simul-exhibition.py';
  expect(await copyScript(entry, scenario, 0, { copy: deny, give })).toBe(`Saved ${file}.`);
  expect(await saveScript(entry, scenario, 0, { give })).toBe(`Saved ${file}.`);
  expect(given).toEqual([`${file}: ${length}`, `${file}: ${length}`]);
  expect(await saveScript(entry, scenario, 0, { give: () => Promise.resolve(false) })).toBe('');
  const full = () => Promise.reject(new Error('the disk is full'));
  expect(await saveScript(entry, scenario, 0, { give: full })).toBe(`${file} could not be saved: the disk is full`);
});

test('where asyncio has no such program the reason is told, with path, value and limit', async () => {
  const models = ['synchronous'] as const;
  expect(await copyScript({ ...entry, models }, scenarioOf('synchronous'), 0)).toBe(
    'There is no script for this lane: model: "synchronous" was given; it must be asynchronous, which exhibition has not',
  );
});
