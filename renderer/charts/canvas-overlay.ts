import type { Plugin } from 'chart.js';
import { makePatterns } from '../picture/patterns.ts';
import { textWidth } from '../picture/offscreen.ts';
import { overlay, type Piece } from './overlay.ts';
import type { ChartSpec } from './spec.ts';
import { thickness, type ChartTheme } from './theme.ts';

/** The Chart.js plugin that draws what is written into a chart; `spec` and `theme` are asked for at every drawing. */
export function overlayPlugin(now: () => { spec: ChartSpec; theme: ChartTheme }): Plugin {
  return {
    id: 'overlay',
    afterDatasetsDraw({ ctx, chartArea }) {
      const { spec, theme } = now();
      const font = (strong: boolean) => `${strong ? theme.strong : theme.weight} ${theme.size}px ${theme.font}`;
      const measure = (text: string, strong: boolean) => {
        return textWidth(text, font(strong));
      };
      ctx.save();
      const pieces = overlay(spec, chartArea, { size: theme.size, measure, roomy: theme.roomy });
      for (const piece of pieces) draw(ctx, piece, theme, font);
      ctx.restore();
    },
  };
}

/** Draws one of the four marks. */
function drawPart(ctx: CanvasRenderingContext2D, piece: Extract<Piece, { kind: 'part' }>, theme: ChartTheme): void {
  const colours = { sheet: theme.colour('sheet'), wait: theme.colour('wait'), hold: theme.colour('hold') };
  const [x, y, width, height] = piece.box;
  if (piece.mark === 'ready') {
    ctx.setLineDash([]);
    ctx.strokeStyle = theme.colour('ready');
    ctx.lineWidth = 1.5;
    ctx.strokeRect(x + 0.75, y + 0.75, Math.max(0, width - 1.5), height - 1.5);
    return;
  }
  const { hatch, bars } = makePatterns(ctx, colours, 1);
  ctx.fillStyle = piece.mark === 'running' ? theme.colour('run') : piece.mark === 'waiting' ? hatch : bars;
  ctx.fillRect(x, y, width, height);
}

function draw(ctx: CanvasRenderingContext2D, piece: Piece, theme: ChartTheme, font: (strong: boolean) => string): void {
  if (piece.kind === 'part') return drawPart(ctx, piece, theme);
  const thick = thickness(theme);
  if (piece.kind === 'dot') {
    ctx.setLineDash([]);
    ctx.beginPath();
    ctx.arc(...piece.at, 4.5 * thick, 0, 2 * Math.PI);
    ctx.fillStyle = theme.colour(piece.colour);
    ctx.fill();
    ctx.strokeStyle = theme.colour('sheet');
    ctx.lineWidth = 1.5 * thick;
    ctx.stroke();
    return;
  }
  if (piece.kind === 'line') {
    ctx.strokeStyle = theme.colour(piece.colour);
    ctx.lineWidth = piece.width * thick;
    ctx.setLineDash(piece.dash.map((each) => each * thick));
    ctx.beginPath();
    ctx.moveTo(...piece.from);
    ctx.lineTo(...piece.to);
    ctx.stroke();
    return;
  }
  ctx.font = font(piece.strong);
  ctx.textAlign = piece.anchor;
  ctx.textBaseline = 'alphabetic';
  ctx.setLineDash([]);
  // A rim of paper keeps words readable where they cross a line.
  ctx.lineJoin = 'round';
  ctx.lineWidth = 3;
  ctx.strokeStyle = theme.colour('sheet');
  ctx.strokeText(piece.text, ...piece.at);
  ctx.fillStyle = theme.colour(piece.colour);
  ctx.fillText(piece.text, ...piece.at);
}
