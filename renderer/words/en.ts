/** Every text of the page in English, by where it stands. A translation is this object again in other words. */
import { charts } from './en/charts.ts';
import { events } from './en/events.ts';
import { gallery } from './en/gallery.ts';
import { lanes } from './en/lanes.ts';
import { listing } from './en/listing.ts';
import { log } from './en/log.ts';
import { params } from './en/params.ts';
import { programs } from './en/programs.ts';
import { timeline } from './en/timeline.ts';

export const en = { charts, events, gallery, lanes, listing, log, params, programs, timeline };
