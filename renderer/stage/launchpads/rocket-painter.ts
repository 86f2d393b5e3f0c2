/** Rockets, their pads, and what they leave behind when they rise. */
import type { Box } from '../../picture/areas.ts';
import { pathOf } from '../../picture/paths.ts';
import type { Pen } from '../../picture/pen.ts';
import type { CardTools } from '../kit/cards.ts';

/** A rocket is drawn on a field of so many units. */
const WIDTH = 48;
const HEIGHT = 96;
const BODY = 'M24 1C33 11 36 24 36 38V76H12V38C12 24 15 11 24 1Z';
const NOSE = 'M24 1C29.5 7.1 32.8 14.3 34.5 22H13.5C15.2 14.3 18.5 7.1 24 1Z';
const FINS = 'M12 54 2 76V90L12 80ZM36 54 46 76V90L36 80Z';
const NOZZLE = 'M17 76H31L34 86H14Z';
const PORT = 'M24 33a6 6 0 1 1-.01 0Z';
const BAND = 'M12 60H36V66H12Z';
const FLAME = 'M15 86C13 98 18 106 24 122C30 106 35 98 33 86Z';
const HEART = 'M19 86C18.5 94 21 99 24 107C27 99 29.5 94 29 86Z';
/** Share of a pad's box that is ground. */
const GROUND = 0.075;

/** A launch pad at one instant. */
export interface Pad {
  /** Whether the arm of the tower still holds the rocket. */
  readonly held: boolean;
  /** How far it has risen, 0..1; 0 on the ground. */
  readonly risen: number;
}

/** Draws a pad on the lower side of `ground`, which its rocket fills. The rocket rises to the upper side of `sky`. */
export function paintPad(tools: CardTools, sky: Box, ground: Box, { held, risen }: Pad): void {
  const { pen } = tools;
  const floor = ground.y + ground.height;
  const thick = Math.max(3, Math.round(ground.height * GROUND));
  const high = Math.min(ground.height - thick - 2, ground.width / 0.88);
  const scale = high / HEIGHT;
  // The rocket stands in the middle, unless the tower needs the room.
  const middle = ground.x + Math.max(ground.width / 2, 0.5 * high + 6);
  pen.fill({ x: sky.x, y: floor - thick, width: sky.width, height: thick }, pen.inks.colours.table);
  const clear = (WIDTH / 2) * scale;
  paintTower(pen, middle - clear - high * 0.16, floor - thick, high, held ? high * 0.2 : high * 0.05);
  const foot = floor - thick - 2;
  // A flame of a third of its length stays in sight under a rocket that is up.
  const top = foot - high - risen * Math.max(0, foot - high - sky.y - high * 0.04);
  if (risen > 0) paintTrail(pen, middle, top + 0.9 * high, foot, high);
  paintRocket(tools, middle, top, high, risen > 0);
}

/** Draws a rocket whose nose is at (x, y), `high` high without its flame. */
export function paintRocket({ pen, laneColour }: CardTools, x: number, y: number, high: number, burns: boolean): void {
  const { context } = pen;
  const { colours } = pen.inks;
  const scale = high / HEIGHT;
  context.save();
  context.translate(x - (WIDTH / 2) * scale, y);
  context.scale(scale, scale);
  context.lineJoin = 'round';
  const shape = (data: string, fill: string) => {
    context.strokeStyle = colours['piece-white-line'];
    context.lineWidth = Math.max(2.2, 1.2 / scale);
    context.stroke(pathOf(data));
    context.fillStyle = fill;
    context.fill(pathOf(data));
  };
  if (burns) {
    shape(FLAME, colours.brass);
    context.fillStyle = colours.lamp;
    context.fill(pathOf(HEART));
  }
  shape(NOZZLE, colours.done);
  shape(FINS, laneColour);
  shape(BODY, colours['piece-white']);
  context.fillStyle = laneColour;
  context.fill(pathOf(NOSE));
  context.fill(pathOf(BAND));
  shape(PORT, colours['square-light']);
  context.restore();
}

function paintTower({ context, inks }: Pen, x: number, floor: number, high: number, arm: number): void {
  const wide = high * 0.085;
  const top = floor - high * 0.92;
  const steps = 6;
  context.strokeStyle = inks.colours.done;
  context.lineWidth = Math.max(1.25, high * 0.012);
  context.beginPath();
  for (const side of [x - wide, x]) {
    context.moveTo(side, floor);
    context.lineTo(side, top);
  }
  for (let step = 0; step < steps; step++) {
    const [low, up] = [floor - ((floor - top) * step) / steps, floor - ((floor - top) * (step + 1)) / steps];
    context.moveTo(x - wide, low);
    context.lineTo(x, up);
    context.moveTo(x - wide, up);
    context.lineTo(x, up);
  }
  context.stroke();
  context.lineWidth = Math.max(2, high * 0.03);
  context.beginPath();
  context.moveTo(x, top + high * 0.34);
  context.lineTo(x + arm, top + high * 0.34);
  context.stroke();
}

/** Draws puffs of smoke from the pad up to the rocket; older puffs are larger. */
function paintTrail({ context, inks }: Pen, x: number, from: number, to: number, high: number): void {
  const puffs = 9;
  for (const [grow, style] of [
    [1.5, inks.colours.done],
    [0, inks.colours['square-light']],
  ] as const) {
    context.fillStyle = style;
    context.beginPath();
    for (let puff = 0; puff < puffs; puff++) {
      const way = puff / (puffs - 1);
      const y = from + (0.25 + 0.75 * way) * (to - from);
      const radius = high * (0.025 + 0.06 * way) + grow;
      const aside = (puff % 2 === 0 ? -1 : 1) * high * 0.045 * way;
      for (const shift of way > 0.8 ? [-high * 0.12, 0, high * 0.12] : [0]) {
        context.moveTo(x + aside + shift + radius, y);
        context.arc(x + aside + shift, Math.min(y, to - radius * 0.4), radius, 0, 2 * Math.PI);
      }
    }
    context.fill();
  }
}
