/**
 * A chart as data: what it says, on which axes, and how it is told apart. The screen, the picture, the drawing and
 * the table are all made from it.
 */

import type { MarkId } from '../../shared/fold/marks.ts';

/** A colour by the name of its token. */
export type ColourName =
  `lane-${1 | 2 | 3 | 4}` | 'ink' | 'ink-soft' | 'sheet' | 'sheet-rule' | 'run' | 'ready' | 'wait' | 'hold';

export interface Tick {
  readonly value: number;
  readonly label: string;
}

export interface Axis {
  /** What it measures; the head of its column in a table. */
  readonly title: string;
  readonly min: number;
  readonly max: number;
  readonly ticks: readonly Tick[];
  /** Whether it is virtual time: then it can be zoomed, and instants be pointed at. */
  readonly time?: boolean;
}

/** A line: points with `x` that never falls. */
export interface Series {
  readonly name: string;
  readonly colour: ColourName;
  readonly width: number;
  /** Lengths of strokes and gaps, in pixels; none for a line that is whole. */
  readonly dash: readonly number[];
  readonly points: readonly Point[];
  /** Whether the value holds until the next point. */
  readonly stepped: boolean;
  /** Whether the space below is tinted. */
  readonly filled: boolean;
  /** Whether the last point is marked: here it is now. */
  readonly dot: boolean;
  /** Whether it is told what would be, not what is. */
  readonly theory: boolean;
  /** Whether it is of a run that was pinned: it is drawn pale, behind the others. */
  readonly ghost?: boolean;
}

/** A chart as a table. */
export interface Table {
  readonly head: readonly string[];
  readonly rows: readonly (readonly (string | number)[])[];
  /** What is measured in each column: `s` for virtual seconds; null for words and plain counts. */
  readonly units?: readonly (string | null)[];
}

export interface Point {
  readonly x: number;
  readonly y: number;
}

/** A vertical line at an instant, with a word beside it. */
export interface VerticalLine {
  readonly x: number;
  readonly label: string;
  readonly colour: ColourName;
}

/** A bar that lies, with its name and its value in words. */
export interface BarItem {
  readonly name: string;
  readonly colour: ColourName;
  readonly value: number;
  readonly label: string;
  /** What theory says of it; null where it says nothing. */
  readonly theory: number | null;
  /** Whether it is still growing. */
  readonly open: boolean;
  /** Whether it is of a run that was pinned. */
  readonly ghost?: boolean;
  /** What it is made of, one behind the other, drawn as the four marks are; the whole is `value`. */
  readonly parts?: readonly { readonly mark: MarkId; readonly value: number }[];
}

interface ChartBase {
  readonly id: string;
  readonly title: string;
  /** What there is to know beside the title: what a dotted line is, how wide a window is. */
  readonly subtitle: string;
  /** The chart in sentences, for a screen reader. */
  readonly description: string;
  /** How theory and what was measured differ, and why: a sentence each. */
  readonly says?: readonly string[];
  readonly x: Axis;
}

export interface LineChart extends ChartBase {
  readonly kind: 'lines';
  readonly y: Axis;
  readonly series: readonly Series[];
  readonly verticals: readonly VerticalLine[];
  /** Names of the lines beside short pieces of them; not needed where the verticals carry the names. */
  readonly legend: boolean;
  /** Words behind the names in the legend, where there is room. */
  readonly notes: readonly Note[];
  /** What stands in a table of it, where that is not simply the points of its lines over virtual time. */
  readonly data?: Table;
}

export interface Note {
  readonly text: string;
  readonly colour: ColourName;
}

export interface BarChart extends ChartBase {
  readonly kind: 'bars';
  readonly bars: readonly BarItem[];
  /** What stands in a table of it, where that is not simply the bars. */
  readonly data?: Table;
}

export type ChartSpec = LineChart | BarChart;
