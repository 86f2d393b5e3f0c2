/** Elements of an SVG file as text. */

/** Fonts that some machine or other has, the likest first. */
const ANYWHERE = "'Franklin Gothic Book', Arial, Helvetica, 'Liberation Sans', sans-serif";

/** The families of a font with the plainest ones there are behind it: a file names its fonts, it does not hold them. */
export function familiesAnywhere(family: string): string {
  return `${family.replace(/,\s*sans-serif$/, '')}, ${ANYWHERE}`;
}

export function tag(name: string, attributes: Readonly<Record<string, string | number>>, content?: string): string {
  const list = Object.entries(attributes).map(
    ([key, value]) => ` ${key}="${escaped(typeof value === 'number' ? lengthText(value) : value)}"`,
  );
  return content === undefined ? `<${name}${list.join('')}/>` : `<${name}${list.join('')}>${content}</${name}>`;
}

/** A length as text: a hundredth of a pixel is enough. */
export function lengthText(value: number): string {
  return String(Math.round(value * 100) / 100);
}

export function escaped(text: string): string {
  return text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);
}
