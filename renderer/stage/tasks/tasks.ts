import ListTodo from '@lucide/svelte/icons/list-todo';
import { circleOf } from '../../../shared/fold/circle.ts';
import { ResourceKind } from '../../../shared/fold/resources.ts';
import type { Trace } from '../../../shared/trace/trace.ts';
import { LISTED_MOST, type HitArea } from '../../picture/areas.ts';
import { foldOf } from '../../stores/folds.ts';
import { fill } from '../../words/fill.ts';
import { general as words } from '../../words/en/general.ts';
import type { StageKind, StageLane } from '../kit/kind.ts';
import { plain } from '../kit/plain.ts';
import { TasksFold } from './fold.ts';
import { layoutTasks, type TasksLayout, type TasksShape } from './layout.ts';
import { paintScene } from './paint.ts';
import { eventText, resourceText, taskText } from './text.ts';
import { TileSheet } from './tile-sheet.ts';
import { viewTasks, type TasksView } from './view.ts';

/** Resources for which there is room anywhere. */
const RESOURCES_MOST = 60;
/** Letters of a name that was not given: of task-99999. */
const LEAST_LETTERS = 6;
/** Events of the tape can be selected where tasks are not so many that nobody looks for one. */
const SELECTED_EVENTS_UNTIL = 200;

/** Any program: its tasks, what they share and wait for, and what happened last. */
export const tasks: StageKind<TasksFold, TasksShape, TasksLayout, TasksView> = {
  ...plain,
  id: 'tasks',
  icon: ListTodo,
  picture: {
    testid: 'general',
    fold: () => new TasksFold(),
    shape({ lane }) {
      const shape = shapeOf(allOf(lane), lane.trace);
      return { ...shape, circle: shape.circle || (lane.deadlock?.circle.length ?? 0) > 0 };
    },

    label({ title }, { tasks, resourcesInAll: resources }) {
      return fill(resources > 0 ? words.name : words.nameAlone, { title, tasks, resources });
    },

    layout: (size, shape, { sizes }) => (shape.tasks === 0 ? null : layoutTasks(size, shape, sizes)),

    view({ lane, entry, fold, playback, over }, layout) {
      const { trace, end } = lane;
      const at = playback.t;
      const happened = lane.countUntil?.(at) ?? trace.countUntil(at);
      const own = (entry?.vocabulary ?? []).map(({ event }) => event);
      const deadlock = over ? lane.deadlock?.circle : undefined;
      const all = allOf(lane);
      const input = { fold, all, trace, happened, at, own, whole: end !== null, ...(deadlock && { deadlock }) };
      return viewTasks(input, {
        tasks: layout?.shape.tasks ?? 0,
        rows: Math.min(LISTED_MOST, layout?.tasks.boxes.length ?? 0),
        tiles: layout?.tasks.detail === 'tile',
        resources: layout?.shape.resources.slice(0, layout.resources.length) ?? [],
        events: layout?.tape.length ?? 0,
      });
    },

    areas(layout, { resources, tape }) {
      const shared = resources.map(({ task }, place): HitArea => ({ ...layout.resources[place]!, task }));
      const events = selectedEvents(layout, tape).map(({ task }, place): HitArea => ({ ...layout.tape[place]!, task }));
      const room = LISTED_MOST - shared.length - events.length;
      return [...layout.tasks.boxes.slice(0, room).map((box, task) => ({ ...box, task })), ...shared, ...events];
    },
    areasKey({ rows, resources, tape }) {
      return [...resources, ...(rows.length <= SELECTED_EVENTS_UNTIL ? tape : [])].map(({ task }) => task).join();
    },

    names({ rows, resources, tape }, areas, layout) {
      const events = selectedEvents(layout, tape);
      const tasks = areas.length - resources.length - events.length;
      return [...rows.slice(0, tasks).map(taskText), ...resources.map(resourceText), ...events.map(eventText)];
    },

    painter(pen, layout) {
      const sheet = new TileSheet(layout.tasks.boxes);
      return (view, selected) => {
        paintScene(pen, { layout, view, selected }, sheet);
        return false;
      };
    },
  },
};

function selectedEvents<E>({ shape }: TasksLayout, tape: readonly E[]): readonly E[] {
  return shape.tasks <= SELECTED_EVENTS_UNTIL ? tape : [];
}

/** All that is known of a lane's run. */
function allOf(lane: StageLane): TasksFold {
  return foldOf(lane, 'general', () => new TasksFold());
}

/** What says most comes first. */
const order: readonly ResourceKind[] = Object.values(ResourceKind);

/** What the layout depends on: all that the run will have, so that nothing moves when it comes. */
export function shapeOf({ states, children, resources }: TasksFold, { names }: Pick<Trace, 'names'>): TasksShape {
  const used = resources.used;
  const kindOf = (resource: number) => order.indexOf(resources.resource(resource)!.kind);
  const listed = used.sort((a, b) => kindOf(a) - kindOf(b) || a - b).slice(0, RESOURCES_MOST);
  return {
    tasks: Math.max(states.size, children.size),
    letters: names.tasks.reduce((most, name) => Math.max(most, name.length), LEAST_LETTERS),
    resources: listed,
    resourcesInAll: used.length,
    circle: circleOf(resources) !== null,
  };
}
