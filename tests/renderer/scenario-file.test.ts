import { describe, expect, test } from 'vitest';
import type { Shelf } from '../../renderer/client/kept-session.ts';
import { ScenarioFile } from '../../renderer/stores/scenario-file.svelte.ts';
import { windowTitle } from '../../renderer/views/window-title.ts';
import type { SavedSession } from '../../shared/protocol/calls.ts';

const scenario = (seed: string, workload = 'queue') =>
  ({
    scenario: {
      version: 1, workload, variant: null, model: 'asynchronous', workers: 1, seed, draws: 'keyed', params: {}, edits: [],
    },
    lanes: [{ model: 'asynchronous' }],
  }) as SavedSession; // prettier-ignore

/** What the browser keeps, as a map. */
class Kept extends Map<string, string> implements Shelf {
  getItem = (key: string) => this.get(key) ?? null;
  setItem = (key: string, text: string) => void this.set(key, text);
}

const title = (file: ScenarioFile) => windowTitle('Queue', file);

describe('the title of the window', () => {
  test('says the program, the file and whether it has changed since it was saved', () => {
    const file = new ScenarioFile(new Kept());
    const titles: string[] = [windowTitle(null, file)];
    const then = (act: () => void) => (act(), titles.push(title(file)));
    then(() => file.show(scenario('1')));
    then(() => file.show(scenario('2')));
    then(() => file.savedAs('talk.json', scenario('2')));
    then(() => file.show(scenario('3')));
    // Undone.
    then(() => file.show(scenario('2')));
    then(() => file.show(scenario('2', 'count')));
    expect(titles).toEqual([
      'Simul',
      'Queue – Simul',
      '• Queue – Simul',
      'talk.json – Queue – Simul',
      '• talk.json – Queue – Simul',
      'talk.json – Queue – Simul',
      'Queue – Simul',
    ]);
  });

  test('names a recording while it covers the program', () => {
    const file = new ScenarioFile(new Kept());
    file.show(scenario('1'));
    expect(windowTitle('Queue', file, 'crawl.json')).toBe('crawl.json – Simul');
  });

  test('names a file from when it is shown, not from when it is asked for', () => {
    const file = new ScenarioFile(new Kept());
    file.show(scenario('1'));
    file.opens('other.json');
    expect(title(file)).toBe('Queue – Simul');
    file.show(scenario('5'));
    expect(title(file)).toBe('other.json – Queue – Simul');
  });
});

describe('files that were open before', () => {
  test('come back in another page, the last one first, each once and six at most', () => {
    const kept = new Kept();
    const file = new ScenarioFile(kept);
    for (const seed of ['1', '2', '3', '4', '5', '6', '7', '3']) file.savedAs(`${seed}.json`, scenario(seed));
    const { recent } = new ScenarioFile(kept);
    expect(recent.map(({ name }) => name)).toEqual(['3', '7', '6', '5', '4', '2'].map((seed) => `${seed}.json`));
    expect(JSON.parse(recent[0]!.text)).toEqual(scenario('3'));
  });

  test('are none where the browser keeps nothing, or something else', () => {
    const spoilt = new Kept([['simul:recent', '[{"name":3}]'], ['simul:unsaved', '{"saved":7}']]); // prettier-ignore
    for (const shelf of [null, spoilt]) {
      const file = new ScenarioFile(shelf);
      expect([file.recent, file.unsaved]).toEqual([[], null]);
    }
  });
});

describe('what was left unsaved', () => {
  /** What a page leaves that has changed a file and ends without a word. */
  function left(): Kept {
    const kept = new Kept();
    const file = new ScenarioFile(kept);
    file.show(scenario('1'));
    file.savedAs('talk.json', scenario('1'));
    file.show(scenario('2'));
    return kept;
  }

  test('is offered by the next page, and kept until somebody has answered', () => {
    const kept = left();
    for (let page = 0; page < 2; page++) {
      const file = new ScenarioFile(kept);
      file.show(scenario('0'));
      expect(file.unsaved).toEqual({ name: 'talk.json', saved: scenario('2') });
    }
    const file = new ScenarioFile(kept);
    file.answered();
    expect([file.unsaved, new ScenarioFile(kept).unsaved]).toEqual([null, null]);
  });

  test('is that file again, changed, once it is on screen', () => {
    const file = new ScenarioFile(left());
    file.show(scenario('0'));
    file.show(scenario('2'));
    expect([file.unsaved, title(file)]).toEqual([null, '• talk.json – Queue – Simul']);
  });

  test('takes the place of recent files where there is no room for both; where there is none at all, that is known', () => {
    const kept = left();
    let room = kept.get('simul:recent')!.length + kept.get('simul:unsaved')!.length + 10;
    kept.setItem = (key, text) => {
      const others = [...kept].filter(([other]) => other !== key).reduce((sum, [, { length }]) => sum + length, 0);
      if (others + text.length > room) throw new Error('QuotaExceededError');
      kept.set(key, text);
    };
    const long = { ...scenario('4'), lanes: Array.from({ length: 4 }, () => ({ model: 'threads', workers: 12 })) };
    const file = new ScenarioFile(kept);
    file.show(scenario('2'));
    expect([file.kept, file.recent.length]).toEqual([true, 1]);
    file.show(long as SavedSession);
    expect([file.kept, file.recent.length]).toEqual([true, 0]);
    expect(new ScenarioFile(kept).unsaved?.saved).toEqual(long);
    room = 10;
    file.show(scenario('5'));
    expect(file.kept).toBe(false);
    // What was kept last is better than nothing.
    expect(new ScenarioFile(kept).unsaved?.saved).toEqual(long);
    room = 1e6;
    file.show(scenario('6'));
    expect(file.kept).toBe(true);
  });

  test('is nothing where everything was saved', () => {
    const kept = left();
    const file = new ScenarioFile(kept);
    file.show(scenario('2'));
    file.savedAs('talk.json', scenario('2'));
    expect(new ScenarioFile(kept).unsaved).toBeNull();
  });
});
