import { counted } from '../../../shared/counted.ts';
import type { Message } from '../../../shared/fold/stack-frames.ts';
import { callStack as words } from '../../words/en/call-stack.ts';
import { fill } from '../../words/fill.ts';
import { VALUE_BYTES } from './meter.ts';
import type { CardView, CallStackView, TokenView } from './view.ts';

/** A value as it is written on its card. */
export const valueText = counted;

/** What a frame does, from the longest wording to the shortest. */
export function stateTexts({ state, inner, returned }: CardView): string[] {
  if (state === 'gone' && returned !== null) {
    return words.states.returned.map((text) => fill(text, { value: counted(returned) }));
  }
  return words.states[state].map((text) => fill(text, { inner }));
}

/** What is said beside the arrow from one frame to another. */
export function wayText(kind: Message['kind']): string {
  return words.ways[kind];
}

/** All that can be seen of a frame, in a line. */
export function cardText(card: CardView, row: number, { token, cards }: CallStackView): string {
  const { name, code, state } = card;
  const parts = { name, code, state: stateTexts(card)[0]! };
  const { at, goesOn, plain } = words.reads;
  const known = code === '' ? plain : state === 'parked' || state === 'made' ? goesOn : at;
  const way = token !== null && token.from === row ? `, ${tellsText(token, cards)}` : '';
  return `${fill(known, parts)}${way}`;
}

function tellsText({ kind, to, value }: TokenView, cards: readonly CardView[]): string {
  return fill(words.tells[kind], { to: cards[to]!.name, value: value === null ? '' : counted(value) });
}

/** How many of the values are read out. */
const READ = 10;

/** What the program has got so far, in a line; where it got many not all of them are told. */
export function gotText({ got, values, cards }: CallStackView): string {
  const name = cards[0]?.name ?? '';
  if (got === 0) return fill(words.gotNothing, { name });
  const shown = values.slice(-READ);
  const parts = { name, values: shown.map(counted).join(' ') };
  return fill(shown.length === got ? words.gotRead : words.gotLast, parts);
}

/** What a square stands for, from the longest wording to the shortest. */
export function squareTexts(unit: number): string[] {
  return (unit === 1 ? words.square : words.squares).map((text) => fill(text, { unit: counted(unit) }));
}

/** About how much memory a number of values takes, from the longest wording to the shortest. */
export function bytesTexts(values: number): string[] {
  let size = values * VALUE_BYTES;
  let unit = 0;
  while (size >= 1000 && unit < words.units.length - 1) {
    size /= 1000;
    unit++;
  }
  const shown = size.toLocaleString('en', { maximumSignificantDigits: 3 });
  return words.bytes.map((text) => fill(text, { size: fill(words.units[unit]!, { size: shown }) }));
}

/** What the number of values in memory is called: after the end it is that of the most there were. */
export function memoryTitle({ over }: CallStackView): string {
  return over ? words.memoryMost : words.memory;
}

/** The values in memory, in a line. */
export function memoryText(view: CallStackView): string {
  const { kept } = view;
  return fill(words.memoryRead, { title: memoryTitle(view), count: counted(kept), bytes: bytesTexts(kept)[0]! });
}
