// Every master can be seen, however many there are and however small the boards.
import { expect, test } from 'vitest';
import { exhibition } from '../../electron/workloads/exhibition.ts';
import { Run } from '../../electron/session/run.ts';
import { BoardsStageFold } from '../../renderer/stage/boards/fold.ts';
import { layoutBoards } from '../../renderer/stage/boards/layout.ts';
import { FIGURE_HEIGHT, FIGURE_WIDTH } from '../../renderer/stage/boards/master-painter.ts';
import { viewBoards, type BoardsView } from '../../renderer/stage/boards/view.ts';
import { readScenario, type ScenarioInput } from '../../shared/scenario/scenario.ts';

/** What a lane of an exhibition shows at an instant. */
function seen(input: Partial<ScenarioInput>, at: number, size = { width: 638, height: 544 }): BoardsView {
  const scenario = readScenario({ workload: 'exhibition', ...input }, exhibition);
  const run = new Run(scenario, exhibition);
  run.advance(at, 1_000_000);
  const fold = new BoardsStageFold(scenario.model);
  run.trace.feed(fold, 0, run.trace.countUntil(at));
  const { boards } = scenario.params as { boards: number };
  const layout = layoutBoards({ ...size, boards, textSize: 12 });
  return viewBoards(fold, layout, scenario, false, { t: at, playing: false, speed: 60, motion: true });
}

/** How many masters are hidden behind another one, by more than half of their width. */
function hidden({ masters }: BoardsView): number {
  const width = ({ height }: { height: number }) => (height / FIGURE_HEIGHT) * FIGURE_WIDTH;
  return masters.filter((one, index) =>
    masters.some((other, place) => place < index && other.y === one.y && Math.abs(other.x - one.x) < width(one) / 2),
  ).length;
}

test('twelve masters are twelve figures, also where they face each other across a runner', () => {
  const lane = { model: 'processes', workers: 12 } as const;
  for (const width of [638, 958, 320]) {
    const view = seen(lane, 400, { width, height: 544 });
    expect([view.masters.length, hidden(view)], `${width} wide`).toEqual([12, 0]);
  }
});

test('where everything is awaited there are twenty-four', () => {
  const view = seen({ model: 'asynchronous', variant: 'everything-awaited' }, 2);
  expect([view.masters.length, hidden(view)]).toEqual([24, 0]);
});

test('on a field of tiles each master has a pin of her own at her board', () => {
  const view = seen({ model: 'processes', workers: 12, params: { boards: 1000 } }, 400);
  expect(view.masters).toEqual([]);
  expect(view.pins.map(({ board }) => board)).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11]);
  expect(new Set(view.pins.map(({ x, y }) => `${x} ${y}`)).size).toBe(12);
  expect(new Set(view.pins.map(({ pose }) => pose))).toEqual(new Set(['held']));
});

test('a part of the boards is the same instant under its own numbers', () => {
  const view = seen({ model: 'asynchronous', params: { boards: 240 } }, 400);
  const few = layoutBoards({ width: 638, height: 174, boards: 4, textSize: 12 });
  const part = view.part(few, 78);
  const running = view.pins[0]!.board;
  expect([part.size, part.first, part.masters.map(({ board }) => board)]).toEqual([4, 78, [running - 78]]);
  for (const index of [0, 1, 2, 3]) expect(part.board(index)).toEqual(view.board(78 + index));
  expect(part.board(4)).toBe(undefined);
});
