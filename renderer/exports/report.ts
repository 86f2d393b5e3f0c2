/** A page of HTML that stands for itself: its font and its drawings are inside, and it prints to one sheet of A4. */
import { escaped } from '../picture/markup.ts';
import { exports as words } from '../words/en/exports.ts';
import { fill } from '../words/fill.ts';
import { version } from '../words/version.ts';

export interface ReportTable {
  readonly head: readonly string[];
  /** The name of each row, then a cell for each column: the value, and what stands small below it. */
  readonly rows: readonly (readonly [
    name: string,
    ...cells: { readonly value: string; readonly small: string | null }[],
  ])[];
}

export interface Report {
  readonly title: string;
  /** What was run, a line each. */
  readonly scenario: readonly string[];
  readonly table: ReportTable;
  /** Elements of SVG, with their sizes. */
  readonly drawings: readonly {
    readonly title: string;
    readonly width: number;
    readonly height: number;
    readonly content: string;
  }[];
  /** What the listings of the lanes have different: a sentence, and the lines with their signs. */
  readonly difference: { readonly says: string; readonly lines: readonly string[] };
  /** What opens the run again. */
  readonly link: string;
}

/** Characters of a link, and lines of a difference, that one sheet has room for. */
const LINK_MOST = 1500;
const LINES_MOST = 14;

const STYLE = `
@page { size: A4; margin: 12mm; }
* { box-sizing: border-box; margin: 0; }
body { max-width: 186mm; margin: 0 auto; font: 9.5pt/1.35 'Libre Franklin Variable', sans-serif; color: #20170f; background: #fff; font-variant-numeric: tabular-nums; }
h1 { font-size: 17pt; margin-bottom: 1.5mm; }
h2 { font-size: 11pt; margin: 4mm 0 1mm; }
p { overflow-wrap: anywhere; }
table { width: 100%; border-collapse: collapse; }
th, td { padding: 0.7mm 0 0.7mm 3mm; text-align: right; border-bottom: 0.2mm solid #b5a78f; vertical-align: top; }
tr > :first-child { padding-left: 0; text-align: left; }
small { display: block; font-size: 7.5pt; color: #574938; }
.charts { display: grid; grid-template-columns: 1fr 1fr; gap: 4mm; margin-top: 3mm; }
svg { display: block; width: 100%; height: auto; }
pre { font: 7.5pt/1.35 ui-monospace, Menlo, Consolas, monospace; white-space: pre-wrap; overflow-wrap: anywhere; }
.link { font: 6.5pt/1.3 ui-monospace, Menlo, Consolas, monospace; }
footer { margin-top: 3mm; font-size: 7.5pt; color: #574938; }
`;

/** The text of the page. `fonts` are the rules that hold its font. */
export function reportPage(report: Report, fonts: string): string {
  const { title, scenario, table, drawings, difference, link } = report;
  const text = words.report;
  const lines = difference.lines.slice(0, LINES_MOST);
  const left = difference.lines.length - lines.length;
  const cells = table.rows.map(([name, ...values]) => {
    const row = values.map(({ value, small }) => `<td>${escaped(value)}${small === null ? '' : `<small>${escaped(small)}</small>`}</td>`);
    return `<tr><th scope="row">${escaped(name)}</th>${row.join('')}</tr>`;
  }); // prettier-ignore
  const charts = drawings.map(
    ({ title, width, height, content }) =>
      `<svg role="img" aria-label="${escaped(title)}" viewBox="0 0 ${width} ${height}" font-family="'Libre Franklin Variable', sans-serif">${content}</svg>`,
  );
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; font-src data:">
<title>${escaped(title)}</title>
<style>${fonts}${STYLE}</style>
</head>
<body>
<h1>${escaped(title)}</h1>
${scenario.map((line) => `<p>${escaped(line)}</p>`).join('\n')}
<h2>${text.table}</h2>
<table>
<thead><tr>${table.head.map((name) => `<th scope="col">${escaped(name)}</th>`).join('')}</tr></thead>
<tbody>
${cells.join('\n')}
</tbody>
</table>
<div class="charts">${charts.join('\n')}</div>
<h2>${text.difference}</h2>
<p>${escaped(difference.says)}</p>
${lines.length === 0 ? '' : `<pre>${escaped(lines.join('\n'))}</pre>`}
${left > 0 ? `<p>${fill(text.moreLines, { count: left })}</p>` : ''}
<h2>${text.link}</h2>
<p class="link">${escaped(link.length > LINK_MOST ? fill(text.longLink, { length: link.length }) : link)}</p>
<footer>Simul ${escaped(version)}</footer>
</body>
</html>
`;
}
