import { expect, test } from 'vitest';
import { copiesOf, filesOf } from '../../renderer/exports/give.ts';
import { listingExport } from '../../renderer/listing/exportable.ts';
import { stagesExport } from '../../renderer/stage/exportable.ts';
import { kindOf } from '../../renderer/stage/kinds.ts';
import { cursorsOf } from '../../shared/fold/cursors.ts';
import { StateFold } from '../../shared/fold/state.ts';
import { entryOf, exhibitionLanes } from './lanes.ts';

test('the stages are exported as what each task does at the instant, and since when', () => {
  const lanes = exhibitionLanes({ boards: 3, pairMoves: 4 });
  const entry = entryOf('exhibition');
  const what = stagesExport({ lanes, entry, kind: kindOf(entry), at: 30, run: 720 });
  const { head, rows, units } = what.table!();
  expect([head, units]).toEqual([
    ['lane', 'task', 'state', 'since_seconds'],
    [null, null, null, 's'],
  ]);
  expect(rows).toContainEqual(['One game at a time', 'Board 1', 'blocking', 5]);
  expect(rows).toContainEqual(['One game at a time', 'Board 2', 'ready', 0]);
  expect(rows).toContainEqual(['Table to table', 'Board 3', 'waiting', 15]);
  expect([filesOf(what), copiesOf(what), what.title]).toEqual([
    ['png', 'svg', 'csv', 'json', 'run'],
    ['picture', 'markdown', 'csv'],
    'Simultaneous exhibition, 0:00:30',
  ]);
});

test('a listing is exported as its lines with how many tasks stand on each, and copied as text', () => {
  const states = new StateFold();
  exhibitionLanes({ boards: 3, pairMoves: 4 })[1]!.trace.feed(states, 0, 12);
  const lines = [{ text: 'async def main():' }, { text: '    pass' }];
  const what = listingExport({ title: 'A', lines, cursors: cursorsOf(states, lines.length) });
  expect(what.table!().rows.map(([line, text]) => [line, text])).toEqual([
    [1, 'async def main():'],
    [2, '    pass'],
  ]);
  expect([what.text!(), what.size.height, copiesOf(what).at(-1)]).toEqual([
    'async def main():\n    pass\n',
    124,
    'text',
  ]);
});
