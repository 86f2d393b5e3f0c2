/** The page's own fonts as they lie inside of a drawing: the whole Latin file of each family that it uses. */

interface Enclosed {
  readonly family: string;
  readonly weights: string;
  readonly load: () => Promise<{ readonly default: string }>;
}

/** Both are variable fonts (SIL Open Font License): one file for all weights, 29 and 37 kB. */
const FONTS: readonly Enclosed[] = [
  {
    family: 'Libre Franklin Variable',
    weights: '100 900',
    load: () => import('@fontsource-variable/libre-franklin/files/libre-franklin-latin-wght-normal.woff2?inline'),
  },
  {
    family: 'Besley Variable',
    weights: '400 900',
    load: () => import('@fontsource-variable/besley/files/besley-latin-wght-normal.woff2?inline'),
  },
];

/** The rules that give a drawing the fonts which its text names, as CSS. */
export async function fontFaces(drawing: string): Promise<string> {
  const used = FONTS.filter(({ family }) => drawing.includes(family));
  const rules = used.map(async ({ family, weights, load }) => {
    const { default: address } = await load();
    return `@font-face{font-family:"${family}";font-weight:${weights};src:url(${address}) format("woff2")}`;
  });
  return (await Promise.all(rules)).join('');
}
