import type { Pen } from '../../picture/pen.ts';
import type { TasksLayout } from './layout.ts';
import { paintArrows } from './paint-arrows.ts';
import { paintBanner, paintHead } from './paint-head.ts';
import { paintResources } from './paint-resources.ts';
import { paintTape } from './paint-tape.ts';
import { paintTasks } from './paint-tasks.ts';
import type { TileSheet } from './tile-sheet.ts';
import type { TasksView } from './view.ts';

/** All that a drawing of the general stage depends on. */
export interface TasksScene {
  readonly layout: TasksLayout;
  readonly view: TasksView;
  /** The task that is selected; its waits are drawn also where others are not. */
  readonly selected: number | null;
}

/** Draws a scene. */
export function paintScene(pen: Pen, scene: TasksScene, sheet: TileSheet): void {
  const { layout, view } = scene;
  pen.clear();
  paintHead(pen, layout, view);
  paintTasks(pen, layout, view, sheet);
  paintResources(pen, layout, view);
  paintArrows(pen, scene);
  paintBanner(pen, layout, view);
  paintTape(pen, layout, view.tape);
}
