import { describe, expect, test } from 'vitest';
import { boards } from '../../renderer/stage/boards/boards.ts';
import type { StageLane } from '../../renderer/stage/kit/kind.ts';
import { sentenceAt, taskTitle, type Telling } from '../../renderer/words/sentence.ts';
import { boardMoveAt } from '../../shared/chess/boards.ts';
import { exhibitionEvents } from '../../shared/fold/exhibition.ts';
import type { LaneChoice } from '../../shared/protocol/calls.ts';
import { Kind } from '../../shared/trace/kinds.ts';
import { entry, exhibitionLanes } from './lanes.ts';

const asynchronous: LaneChoice = { model: 'asynchronous' };
const processes: LaneChoice = { model: 'processes', workers: 3 };
const awaited: LaneChoice = { ...asynchronous, variant: 'everything-awaited' };

/** A lane that has run to its end. */
function laneOf(params: Readonly<Record<string, unknown>>, choice: LaneChoice): StageLane {
  const lane = exhibitionLanes(params, [choice])[0]!;
  return { ...lane, end: lane.makespan };
}

function said(lane: StageLane, ...instants: readonly number[]): string[] {
  return instants.map((at) => boards.caption(lane, at, entry));
}

describe('what goes on at the boards', () => {
  test('of one board the reply is told, not every reply', () => {
    expect(said(laneOf({ boards: 1 }, asynchronous), 0, 10, 1800)).toEqual([
      'She moves at board 1',
      'Waiting for the reply',
      'The game is over',
    ]);
  });

  test('several masters are counted, however many of them move', () => {
    expect(said(laneOf({ boards: 4, pairMoves: 2 }, processes), 0, 10, 121)).toEqual([
      '3 masters: 3 moving, 0 waiting',
      '3 masters: 0 moving, 3 waiting',
      '3 masters: 1 moving, 2 waiting',
    ]);
  });

  test('a master who awaits her own thinking is at every board at once, and theory has nothing to say of her', () => {
    const lane = laneOf({}, awaited);
    expect(said(lane, 0, 10, 1800)).toEqual([
      'She thinks at 24 boards at once',
      'Waiting for every reply',
      'All 24 games are over',
    ]);
    const { prediction, total, knee } = lane.theory;
    expect([prediction, total, knee]).toEqual([null, 720, null]);
    expect(laneOf({}, asynchronous).theory.prediction?.makespan).toBe(3655);
  });
});

describe('the header of a lane of boards', () => {
  test('counts pairs of moves, and her use and idleness', () => {
    const lane = laneOf({}, asynchronous);
    expect(boards.figures(lane, 60, entry)).toEqual({ progress: { done: 1, total: 720 }, use: 1, idle: 55 });
    const { progress, use, idle } = boards.figures(lane, 3655, entry);
    expect([progress, idle]).toEqual([{ done: 720, total: 720 }, 55]);
    expect(use).toBeCloseTo(3600 / 3655, 12);
  });

  test('counts the idleness of all masters, and none where her thinking is awaited', () => {
    const lane = laneOf({ boards: 4, pairMoves: 2 }, processes);
    expect(boards.figures(lane, 0, entry).idle).toBe(3 * lane.makespan! - 4 * 2 * 5);
    const { use, idle } = boards.figures(laneOf({}, awaited), 60, entry);
    expect([use, idle]).toEqual([null, null]);
  });

  test('knows the whole run only when the run is known, and before that what is certain of it', () => {
    const chance = { pairMoves: { kind: 'integer', low: 20, high: 40 } };
    const [certain, uncertain] = [laneOf({}, asynchronous), laneOf(chance, asynchronous)];
    const known = (lane: StageLane) => {
      const { progress, idle } = boards.figures(lane, 0, entry);
      return [progress?.total, idle];
    };
    expect([certain, uncertain].map((lane) => known({ ...lane, end: null, makespan: null }))).toEqual([
      [720, null],
      [null, null],
    ]);
    expect(known(uncertain)).toEqual([expect.any(Number), expect.any(Number)]);
  });
});

describe('what events say at the boards', () => {
  const telling = ({ trace, info }: StageLane): Telling => {
    const { vocabulary } = exhibitionEvents;
    return { trace, vocabulary, manner: boards.manner, scenario: info.scenario };
  };
  const san = (board: number, ply: number) => boardMoveAt(board, ply, 0).move!.san;

  test('moves are those of the games, in chess notation', () => {
    const about = telling(laneOf({ boards: 2, pairMoves: 2 }, asynchronous));
    const told = [...about.trace].flatMap(({ at, kind }, index) =>
      kind >= Kind.OWN ? [`${at} ${sentenceAt(about, index)}`] : [],
    );
    expect(told).toEqual([
      `5 ${san(1, 0)} at board 1.`,
      `10 ${san(2, 0)} at board 2.`,
      `60 Board 1 replies ${san(1, 1)}.`,
      `65 Board 2 replies ${san(2, 1)}.`,
      `65 ${san(1, 2)} at board 1.`,
      `70 ${san(2, 2)} at board 2.`,
      `120 Board 1 replies ${san(1, 3)}; the game is over.`,
      `125 Board 2 replies ${san(2, 3)}; the game is over.`,
    ]);
  });

  test('tasks are called by their boards', () => {
    const about = telling(laneOf({ boards: 2, pairMoves: 2 }, asynchronous));
    expect([-1, 0, 2].map((task) => taskTitle(about, task))).toEqual(['the program', 'The program', 'Board 2']);
  });

  test('a board that has lost by a last move of hers resigns', () => {
    const about = telling(laneOf({ boards: 64, pairMoves: 120, opponent: 1, master: 1 }, asynchronous));
    const kinds = new Set<string>();
    for (const [index, { kind }] of [...about.trace].entries()) {
      if (kind < Kind.OWN) continue;
      const sentence = sentenceAt(about, index);
      expect(sentence).not.toMatch(/[{}]|undefined| \./);
      kinds.add(
        sentence
          .replace(/\d+/g, 'n')
          .replace(/replies \S+\.$/, 'replies.')
          .replace(/^\S+ at/, 'at'),
      );
    }
    expect(kinds).toContain('Board n resigns and sits down to another game.');
  });
});
