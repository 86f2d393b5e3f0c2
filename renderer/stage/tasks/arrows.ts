/** Which waits have an arrow, and where it goes. */
import type { Box } from '../../picture/areas.ts';
import type { TasksLayout } from './layout.ts';
import type { TasksView } from './view.ts';

interface Point {
  readonly x: number;
  readonly y: number;
}

/** An arrow from a task to the resource it waits for, or from a resource to the task that holds it. */
export interface Arrow {
  readonly what: 'waits' | 'held';
  readonly task: number;
  readonly resource: number;
  readonly from: Point;
  readonly to: Point;
  readonly inCircle: boolean;
  readonly selected: boolean;
}

/** What arrows follow from. */
export interface ArrowScene {
  readonly layout: TasksLayout;
  readonly view: TasksView;
  readonly selected: number | null;
}

/** The arrows of all waits where there are few; else those of the selected task and of a circle. */
export function arrowsOf({ layout, view, selected }: ArrowScene): Arrow[] {
  const places = new Map(view.resources.map(({ resource }, place) => [resource, layout.resources[place]!]));
  const { boxes } = layout.tasks;
  const { circle } = view;
  const waitsInCircle = new Map(circle?.tasks.map((task, place) => [task, circle.resources[place]!]));
  const heldInCircle = new Map(
    circle?.resources.map((resource, place) => [resource, circle.tasks[(place + 1) % circle.tasks.length]!]),
  );
  const arrows: Arrow[] = [];
  const add = (what: Arrow['what'], task: number, resource: number, inCircle: boolean) => {
    const [taskBox, resourceBox] = [boxes[task], places.get(resource)];
    if (taskBox === undefined || resourceBox === undefined) return;
    if (!layout.arrows && !inCircle && task !== selected) return;
    // The two ways have ports of their own, so that an arrow back does not cover an arrow there.
    const port = what === 'waits' ? 0.68 : 0.34;
    const [atTask, atResource] = [rightOf(taskBox, port), leftOf(resourceBox, port)];
    const ends = what === 'waits' ? { from: atTask, to: atResource } : { from: atResource, to: atTask };
    arrows.push({ what, task, resource, ...ends, inCircle, selected: task === selected });
  };
  for (const { task, on } of view.rows) {
    if (on >= 0) add('waits', task, on, waitsInCircle.get(task) === on);
  }
  for (const { resource, holders } of view.resources) {
    for (const task of new Set(holders.map(({ task }) => task))) {
      add('held', task, resource, heldInCircle.get(resource) === task);
    }
  }
  return arrows;
}

function rightOf({ x, y, width, height }: Box, share: number): Point {
  return { x: x + width + 1, y: y + height * share };
}

function leftOf({ x, y, height }: Box, share: number): Point {
  return { x: x - 1, y: y + height * share };
}
