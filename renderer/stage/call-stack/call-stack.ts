import Layers from '@lucide/svelte/icons/layers';
import { StackFramesFold, MAIN } from '../../../shared/fold/stack-frames.ts';
import { Functions } from '../../../shared/listing/functions.ts';
import { Texts } from '../../../shared/listing/texts.ts';
import type { CatalogueEntry } from '../../../shared/protocol/pushes.ts';
import { foldOf } from '../../stores/folds.ts';
import { callStack as words } from '../../words/en/call-stack.ts';
import { fill } from '../../words/fill.ts';
import type { StageKind, StageLane } from '../kit/kind.ts';
import { plain } from '../kit/plain.ts';
import { layoutCallStack, type CallStackLayout, type CallStackShape } from './layout.ts';
import { paintCallStack } from './paint.ts';
import { cardText, gotText, memoryText, valueText } from './text.ts';
import { namesOf, viewCallStack, type CallStackView, type Code } from './view.ts';

/** All that is ever in the picture has its place from the beginning. */
interface Shape extends CallStackShape {
  /** The stack frames that ever are, the outermost first. */
  readonly frames: readonly number[];
}

/** The call stack of a program of generators, what goes up and down in it, and the values in memory. */
export const callStack: StageKind<StackFramesFold, Shape, CallStackLayout, CallStackView> = {
  ...plain,
  id: 'call-stack',
  icon: Layers,
  picture: {
    testid: 'frames',
    fold: (lane, entry) => foldFor(codeOf(lane, entry)),

    shape({ lane, lanes, entry }) {
      const { functions } = codeOf(lane, entry);
      const all = wholeOf(lane, entry);
      return {
        frames: framesOf(lane, entry),
        rows: all.frames.length,
        letters: functions.longest,
        digits: valueText(all.largest).length,
        most: Math.max(1, ...lanes.map(mostOf)),
      };
    },

    label: ({ title }) => fill(words.name, { title }),
    layout: (size, shape, { sizes }) => layoutCallStack(size, shape, sizes),
    view: ({ lane, entry, fold, playback }) =>
      viewCallStack(fold, framesOf(lane, entry), codeOf(lane, entry), playback),

    areas(layout) {
      // One below the other, aside or not: that is the way the arrows go.
      const cards = layout.cards.map((card) => ({ ...card, width: card.width + layout.aside, task: 0 }));
      return [...cards, { ...layout.strip, task: 0 }, { ...layout.meter.box, task: 0 }];
    },
    names: (view) => [...view.cards.map((card, row) => cardText(card, row, view)), gotText(view), memoryText(view)],

    painter: (pen, layout) => (view, selected) => {
      paintCallStack(pen, { layout, view, selected: selected === 0 });
      return false;
    },
  },
};

const codes = new WeakMap<StageLane, { readonly key: string; readonly code: Code }>();

/** The text of a lane's program, and the names of its stack frames. */
function codeOf(lane: StageLane, entry: CatalogueEntry | null): Code {
  const { scenario } = lane.info;
  const { model, variant, params } = scenario;
  const { resources } = lane.trace.names;
  const key = JSON.stringify([entry?.id, model, variant, params, resources.length]);
  const known = codes.get(lane);
  if (known?.key === key) return known.code;
  const texts = entry === null ? [] : new Texts(entry.texts).lines(scenario).map(({ text }) => text);
  const code = { functions: new Functions(texts), nameOf: namesOf(lane.trace.taskName(0), resources) };
  codes.set(lane, { key, code });
  return code;
}

function foldFor({ functions, nameOf }: Code): StackFramesFold {
  return new StackFramesFold((frame, line) => functions.owner(line) === nameOf(frame));
}

/** The fold of all that is known of a lane. */
function wholeOf(lane: StageLane, entry: CatalogueEntry | null): StackFramesFold {
  return foldOf(lane, 'call-stack-whole', () => foldFor(codeOf(lane, entry)));
}

function framesOf(lane: StageLane, entry: CatalogueEntry | null): number[] {
  return wholeOf(lane, entry).frames.map(({ frame }) => frame);
}

/** The most values that a lane ever has in memory; stack frames do not matter to that. */
function mostOf(lane: StageLane): number {
  return foldOf(lane, 'call-stack-most', () => new StackFramesFold((frame) => frame === MAIN)).most;
}
