// The listing panel: what it says of its cursors, and the script that it gives away.
import { expect, test } from 'vitest';
import { editsUntil, paramsAt } from '../../shared/scenario/edits.ts';
import { cursorTexts, namesText } from '../../renderer/listing/say.ts';
import { copyScript, laneScript, saveScript } from '../../renderer/listing/script.ts';
import { cursorsOf } from '../../shared/fold/cursors.ts';
import { StateFold } from '../../shared/fold/state.ts';
import { pythonScript } from '../../shared/listing/script.ts';
import { Texts } from '../../shared/listing/texts.ts';
import { lanesBeside } from '../../renderer/listing/lanes-beside.ts';
import type { Edit, ModelId, Scenario } from '../../shared/scenario/scenario.ts';
import { entry, exhibitionLanes } from './lanes.ts';

/** What is read out of the listing of a lane of the exhibition at an instant. */
function read(model: ModelId, at: number): string[] {
  const [lane] = exhibitionLanes({}, [model === 'threads' ? { model, workers: 12 } : { model }]);
  const states = new StateFold();
  lane!.trace.feed(states, 0, lane!.trace.countUntil(at));
  const lines = new Texts(entry.texts).lines(lane!.info.scenario);
  return cursorTexts(cursorsOf(states, lines.length), lines);
}

test('each line says who stands on it, those who are most first', () => {
  expect(read('asynchronous', 62)).toEqual([
    'line 5, time.sleep(5): 1 running',
    'line 7, await asyncio.sleep(55): 11 waiting, 1 ready',
    'line 12, await asyncio.gather(*(game(board) for board in boards)): 1 waiting',
    'not started: 11 ready',
  ]);
  expect(read('synchronous', 30)).toEqual([
    'line 7, time.sleep(55): 1 blocking',
    'line 12, game(board): 1 waiting',
    'not started: 23 ready',
  ]);
  expect(read('threads', 62).slice(0, 2)).toEqual([
    'line 8, with polgar: time.sleep(5): 1 running',
    'line 10, time.sleep(55): 11 blocking',
  ]);
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

const shown = { at: 150, run: 43_200 };

test.each(['synchronous', 'asynchronous', 'threads', 'processes'] as const)(
  'the script is that of the run under the model %s, and says whose parameters it has',
  (model) => {
    const parts = { title: entry.title, texts: new Texts(entry.texts) };
    const scenario = scenarioOf(model);
    expect(laneScript(entry, scenario, shown)).toEqual({ text: pythonScript({ ...parts, scenario }), notes: [] });
    const other = laneScript(entry, scenarioOf(model, edits), shown);
    const params = paramsAt({ ...scenario, edits }, 150);
    expect(other.text).toBe(pythonScript({ ...parts, scenario: { ...scenario, params } }));
    expect(other.text).toContain('time.sleep(7)');
    expect(other.notes).toEqual(['The parameters are those at 0:02:30.']);
    expect(laneScript(entry, scenarioOf(model, edits), { at: 150.5, run: 200 }).notes).toEqual([
      'The parameters are those at 2:30.5.',
    ]);
  },
);

test('it is copied, saved where there is no clipboard, and it is told what became of it', async () => {
  const copied: string[] = [];
  const given: string[] = [];
  const give = async (name: string, blob: Blob) => given.push(`${name}: ${(await blob.text()).length}`) > 0;
  const scenario = scenarioOf('asynchronous');
  const { length } = laneScript(entry, scenario, shown).text;
  const copy = (text: string) => Promise.resolve(void copied.push(text));
  expect(await copyScript(entry, scenario, shown, { copy, give })).toBe('Copied as Python.');
  expect([copied[0]!.length, given]).toEqual([length, []]);
  const deny = () => Promise.reject(new Error('denied'));
  const file = 'simul-exhibition-asynchronous.py';
  expect(await copyScript(entry, scenario, shown, { copy: deny, give })).toBe(`Saved ${file}.`);
  expect(await saveScript(entry, scenario, shown, { give })).toBe(`Saved ${file}.`);
  expect(given).toEqual([`${file}: ${length}`, `${file}: ${length}`]);
  expect(await saveScript(entry, scenario, shown, { give: () => Promise.resolve(false) })).toBe('');
  const full = () => Promise.reject(new Error('the disk is full'));
  expect(await saveScript(entry, scenario, shown, { give: full })).toBe(`${file} could not be saved: the disk is full`);
});

test('a policy that a model has not is refused in one line, with path, value and limit', async () => {
  const [lane] = exhibitionLanes({ boards: 3, policy: 'lifo' }, [{ model: 'threads' }]);
  expect(await copyScript(entry, lane!.info.scenario, shown)).toBe(
    'There is no script for this lane: params.policy: "lifo" was given; it must be another word: the model threads has no lifo',
  );
});

test('listings beside each other are those of different models first, in the order of the lanes', () => {
  const lanes = ['synchronous', 'asynchronous', 'asynchronous', 'threads'].map((model, index) => ({
    index,
    info: { scenario: { model } },
  }));
  const beside = (chosen: number, fit: number) => lanesBeside(lanes, lanes[chosen]!, fit).map(({ index }) => index);
  expect([beside(0, 2), beside(2, 2), beside(2, 3), beside(3, 4), beside(1, 0)]).toEqual([
    [0, 1],
    [0, 2],
    [0, 2, 3],
    [0, 1, 2, 3],
    [1],
  ]);
});
