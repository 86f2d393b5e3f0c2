import { PNG } from 'pngjs';
import { savedSession } from '../../shared/protocol/saved-session.ts';
import type { SavedRun } from '../../shared/saved/saved-run.ts';
import { InputError } from '../../shared/scenario/problem.ts';
import { sessionOf } from '../support/sessions.ts';

/** What a page would keep of an exhibition with signs that JSON, XML and Latin-1 have trouble with. */
export function runOf(params: object = { boards: 3, pairMoves: 4 }, at = 123.5): SavedRun {
  return { ...savedSession(sessionOf(params).info.lanes)!, at };
}

/** A picture that Simul has not made. */
export function picture(width = 7, height = 5): Uint8Array {
  const png = new PNG({ width, height });
  for (let index = 0; index < png.data.length; index++) png.data[index] = (index * 37) % 256;
  return new Uint8Array(PNG.sync.write(png));
}

/** What was thrown for a bad input; '' when nothing was. Anything else that is thrown is a defect. */
export function whyNot(read: () => unknown): string {
  try {
    read();
    return '';
  } catch (error) {
    if (error instanceof InputError) return error.message;
    throw error;
  }
}
