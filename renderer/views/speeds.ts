import { counted } from '../../shared/counted.ts';
import type { Pace } from '../../shared/protocol/calls.ts';
import { SPEED_MAX } from '../../shared/protocol/limits.ts';
import type { ClockStore } from '../stores/clock.svelte.ts';
import { window as words } from '../words/en/window.ts';
import { fill } from '../words/fill.ts';
import { spanText } from '../words/numbers.ts';

/** The speeds that are offered: 0.1, 0.2, 0.5, 1 ... 100,000 virtual seconds a wall second. */
export const speeds: readonly number[] = [-1, 0, 1, 2, 3, 4, 5]
  .flatMap((power) => [1, 2, 5].map((step) => (power < 0 ? step / 10 ** -power : step * 10 ** power)))
  .filter((speed) => speed <= SPEED_MAX);

/** The next offered speed in a direction: the slowest and the fastest have none beyond. */
export function speedBeside(speed: number, direction: 1 | -1): number {
  const next = direction > 0 ? speeds.find((each) => each > speed) : speeds.findLast((each) => each < speed);
  return next ?? speeds.at(direction > 0 ? -1 : 0)!;
}

/** The pace a step slower or faster, whatever the pace is now. */
export function paceBeside({ speed, achieved }: Pick<ClockStore, 'speed' | 'achieved'>, direction: 1 | -1): Pace {
  return { kind: 'speed', speed: speedBeside(speed ?? achieved ?? speeds.at(-1)!, direction) };
}

/** A speed as it is written: 120x, 100,000x. */
export function speedText(speed: number): string {
  return `${speed >= 10 ? counted(Math.round(speed)) : Number(speed.toPrecision(2))}×`;
}

/** A pace in a word. */
export function paceText(pace: Pace): string {
  switch (pace.kind) {
    case 'speed':
      return speedText(pace.speed);
    case 'fastest':
      return words.fastestShort;
    case 'whole':
      return fill(words.wholeShort, { span: spanText(pace.seconds) });
  }
}

/** By how much the achieved speed may differ before it is worth a word. */
const CLOSE = 0.1;
/** Below which share of its speed an eased run falls behind. */
const BEHIND = 0.4;

/** What the pace comes to: the speed that is achieved where that is another than was asked for, else how long the whole takes. */
export function paceDetail({
  pace,
  speed,
  achieved,
  endsAt,
}: Pick<ClockStore, 'pace' | 'speed' | 'achieved' | 'endsAt'>): string {
  if (pace.kind === 'whole' && pace.eased === true && speed !== null) {
    // It changes all the time: two digits can be read, and only a host that falls behind is worth a word.
    const behind = achieved !== null && achieved < BEHIND * speed;
    const shown = speedText(Number((behind ? achieved : speed).toPrecision(2)));
    return behind ? fill(words.rightNow, { speed: shown }) : shown;
  }
  if (achieved !== null && (speed === null || Math.abs(achieved - speed) > CLOSE * speed)) {
    return fill(words.rightNow, { speed: speedText(achieved) });
  }
  if (pace.kind === 'whole') return speed === null ? '' : speedText(speed);
  if (speed === null || endsAt === null || endsAt === 0) return '';
  return fill(words.lasts, { run: roughly(endsAt), wall: roughly(endsAt / speed) });
}

/** A span to one unit: 12 h, 6 min, 40 s. */
function roughly(seconds: number): string {
  const [size, unit] = seconds >= 3600 ? [3600, 'h'] : seconds >= 60 ? [60, 'min'] : [1, 's'];
  const count = seconds / size;
  return `${count >= 10 ? Math.round(count) : Number(count.toPrecision(2))} ${unit}`;
}
