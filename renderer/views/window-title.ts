import { en } from '../words/en.ts';
import { fill } from '../words/fill.ts';
import { window as words } from '../words/en/window.ts';

/**
 * The title of the window: the file, the program, and whether it has changed since it was saved. A recording of another
 * program covers them.
 */
export function windowTitle(
  program: string | null,
  { name, dirty }: { readonly name: string | null; readonly dirty: boolean },
  recording?: string,
): string {
  if (recording !== undefined) return `${recording} – ${words.app}`;
  if (program === null) return words.app;
  const mark = dirty ? en.params.file.mark : '';
  if (name === null) return `${mark}${program} – ${words.app}`;
  return `${fill(en.params.file.title, { mark, name, program })} – ${words.app}`;
}
