/** The general stage in words: what a task does, what a resource is. */
import { ResourceKind } from '../../../shared/fold/resources.ts';
import { fill, type Parts } from '../../words/fill.ts';
import { general as words } from '../../words/en/general.ts';
import type { TapeEntry } from './tape.ts';
import { instantText, timeText } from './time.ts';
import type { NamedTask, ResourceView, TaskRow } from './view.ts';

const filled = (texts: readonly string[], parts: Parts) => texts.map((text) => fill(text, parts));

/** What a task does, from the fullest wording to the shortest. */
export function doingTexts(row: TaskRow): string[] {
  const { doing, view, resource, holder, children, ended } = row;
  const time = timeText(view.elapsed, view.whole);
  // Nobody has waited for a turn yet who has come into it this instant.
  const begun = view.elapsed >= 0.05 || (doing !== 'ready' && doing !== 'created');
  const texts = words.doing[doing].filter((text) => begun || !text.includes('{time}'));
  return filled(texts, { time, resource, holder, children, ended });
}

/** The same with what the task holds, where it holds something. */
export function doingAndHas(row: TaskRow): string[] {
  const texts = doingTexts(row);
  if (row.has.length === 0) return texts;
  return [`${texts[0]!}, ${fill(words.has, { resources: listText(row.has) })}`, ...texts];
}

/** All that can be seen of a task, in a line. */
export function taskText(row: TaskRow): string {
  const { name, parent, inCircle } = row;
  const parts = [
    name,
    doingAndHas(row)[0]!,
    inCircle ? words.inCircle : '',
    parent === '' ? '' : fill(words.startedBy, { parent }),
  ];
  return parts.filter((part) => part !== '').join(', ');
}

/** Who holds a resource, or what is in it, from the fullest wording to the shortest; nothing for what is only awaited. */
export function holdingTexts({ kind, holders, items, deepest }: ResourceView): string[] {
  if (kind === ResourceKind.QUEUE) return filled(words.items, { items, deepest });
  const [first] = holders;
  if (first === undefined) return kind === 'awaited' ? [] : [words.unused];
  if (holders.length > 1) return filled(words.heldByMany, { count: holders.length });
  const parts = { holder: first.name, time: timeText(first.seconds, NaN) };
  return filled(first.ended ? words.kept : words.held, parts);
}

/** All that can be seen of a resource, in a line. */
export function resourceText(view: ResourceView): string {
  const { name, kind, waiters, waiting, holders, inCircle } = view;
  const names = namesText(waiters, waiting);
  const held =
    holders.length > 1 ? `${holdingTexts(view)[0]!}: ${namesText(holders, holders.length)}` : holdingTexts(view)[0];
  const parts = [
    name,
    name === words.kinds[kind] ? '' : words.kinds[kind],
    held ?? '',
    waiting === 0 ? words.nobody : fill(words.waitingFirst, { count: waiting, names }),
    inCircle ? words.inCircle : '',
  ];
  return parts.filter((part) => part !== '').join(', ');
}

/** An event, in a line. */
export function eventText({ name, verb, at }: TapeEntry): string {
  return fill(words.happened, { task: name, verb, time: instantText(at) });
}

function namesText(tasks: readonly NamedTask[], count: number): string {
  const names = tasks.slice(0, 12).map(({ name }) => name);
  if (count > names.length) return [...names, fill(words.more, { count: count - names.length })].join(words.list.apart);
  return listText(names);
}

/** "a, b and c". */
function listText(names: readonly string[]): string {
  const { apart, last } = words.list;
  return names.length < 2 ? names.join('') : `${names.slice(0, -1).join(apart)}${last}${names.at(-1)!}`;
}
