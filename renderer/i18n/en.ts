/** Every text of the page in English, by where it stands. A translation is this object again in other words. */
import { charts } from './en/charts.ts';
import { events } from './en/events.ts';
import { log } from './en/log.ts';
import { params } from './en/params.ts';
import { timeline } from './en/timeline.ts';

export const en = { charts, events, log, params, timeline };
