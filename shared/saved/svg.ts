/** Text in an SVG: a `metadata` element with an id of its own. */
import { refused } from './saved-run.ts';

/** Most characters of a tag that is looked at: a stranger's file may have one without end. */
const TAG_MAX = 500;
const ENTITIES: Readonly<Record<string, string>> = { quot: '"', apos: "'", amp: '&', lt: '<', gt: '>' };

/** Whether a text looks like an SVG. */
export function isSvg(text: string): boolean {
  return text.slice(0, 4096).includes('<svg') || (/^\uFEFF?\s*<\?xml/.test(text) && text.includes('<svg'));
}

/** The element that holds a text, which has no sign that XML reads something into. */
export function svgMetadata(id: string, text: string): string {
  return `<metadata id="${id}">${text}</metadata>`;
}

/** The text of the element with that id; null when there is none. @throws InputError when it does not end. */
export function svgText(svg: string, id: string): string | null {
  let from = svg.indexOf('<metadata');
  while (from >= 0) {
    const tag = svg.slice(from, from + TAG_MAX);
    const length = tag.indexOf('>') + 1;
    if (length > 0 && new RegExp(`\\sid=["']${id}["']`).test(tag.slice(0, length))) {
      const end = svg.indexOf('</metadata', from);
      if (end < 0) throw refused('file', 'an SVG', 'a whole SVG; this one is cut off');
      return plain(svg.slice(from + length, end));
    }
    from = svg.indexOf('<metadata', from + 1);
  }
  return null;
}

/** Other programs write some signs as entities when they save a drawing again. */
function plain(text: string): string {
  return text.replace(/&(?:#(\d{1,6})|(quot|apos|amp|lt|gt));/g, (_, code: string | undefined, name: string) =>
    code === undefined ? ENTITIES[name]! : String.fromCharCode(Number(code)),
  );
}
