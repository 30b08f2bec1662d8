import { GRADES, type Grade } from '@knotenpunkt/kernel';
import { embedMark } from './embed-picture';
import { escaped } from './escaped';

/** Everything an embedded view says, already in the reader's language. */
export interface EmbedPage {
  language: 'de' | 'en';
  title: string;
  sentence: string;
  /** "Stand: …, 12 Akteure, 15 Beziehungen". */
  state: string;
  source: string;
  /** What is not as in the view itself; empty: nothing. */
  remark: string;
  link: { address: string; text: string };
  /** Drawn as SVG; it is put in as it is. */
  picture: string;
  notes: { title: string; rows: { number: number; name: string; address: string; text: string }[] };
  kinds: { kind: string; text: string }[];
  legend: { grade: Grade; text: string }[];
  table: { summary: string; head: readonly [string, string, string, string]; rows: EmbedRow[]; more: string };
}

export interface EmbedRow {
  name: string;
  address: string;
  kind: string;
  city: string;
  /** Whom it is tied to, and how. */
  ties: string;
}

/** How the page and its picture look; the page allows this style and no other. The hues of kinds are made for light ground, which the picture keeps. */
export const EMBED_STYLE = `
:root{color-scheme:light dark;--ground:#fff;--text:#1a1d2b;--muted:#545a70;--line:#d9dce8;--tie:#a8aec4;--link:#2b3fae}
@media (prefers-color-scheme:dark){:root{--ground:#14161f;--text:#eceef6;--muted:#a9afc4;--line:#333849;--tie:#5a6180;--link:#a8b4ff}}
*{box-sizing:border-box}
body{margin:0;padding:.75rem;background:var(--ground);color:var(--text);font:1rem/1.45 system-ui,sans-serif}
h1{margin:0;font-size:1.125rem;line-height:1.3;overflow-wrap:anywhere}
p,ul,ol{margin:.35rem 0 0}
ol{padding-left:1.5rem}
a{color:var(--link)}
a:focus-visible,summary:focus-visible{outline:3px solid var(--link);outline-offset:2px}
figure{margin:.5rem 0 0}
figure svg{display:block;width:100%;height:auto;max-height:70vh;border:1px solid var(--line);border-radius:.5rem}
.picture{--ground:#fff;--text:#1a1d2b;--muted:#545a70;--line:#d9dce8;--tie:#a8aec4;--link:#2b3fae;background:#fff}
figcaption,.muted{color:var(--muted);font-size:.875rem}
.said,td,li{overflow-wrap:anywhere}
.legend{display:flex;flex-wrap:wrap;gap:.25rem 1rem;padding:0;list-style:none}
.legend .kind{display:inline-block;width:1rem;height:1rem;margin-right:.35rem;border:0;border-radius:.2rem;background:#fff;vertical-align:-.2rem}
.legend .line{display:inline-block;width:2rem;height:.6rem;margin-right:.35rem;border:0;border-radius:0;vertical-align:middle}
details{margin-top:.5rem}
summary{cursor:pointer;padding:.35rem 0}
.scroll{overflow-x:auto}
table{border-collapse:collapse;width:100%;font-size:.875rem}
th,td{padding:.3rem .5rem .3rem 0;border-bottom:1px solid var(--line);text-align:left;vertical-align:top}
.ground{stroke:var(--line);stroke-width:1;fill:none}
.ground.strong{stroke:var(--muted);stroke-opacity:.5}
.place{fill:var(--muted);font:13px system-ui,sans-serif}
.tie{stroke:var(--tie);stroke-width:1.2;fill:none}
.tie.STATED{stroke-dasharray:7 4}
.tie.MET{stroke-dasharray:2 4}
.mark path{stroke:var(--ground);stroke-width:1.5}
.mark.chosen path{stroke:var(--text);stroke-width:2.5}
.flag{fill:var(--text)}
.flag .pole{stroke:var(--text);stroke-width:2}
.flag text{fill:var(--ground);font:650 13px system-ui,sans-serif}
.name{fill:var(--text);stroke:var(--ground);stroke-width:3;paint-order:stroke;font:15px system-ui,sans-serif}
`;

const line = (grade: Grade) => `<svg class="line" viewBox="0 0 40 12" aria-hidden="true"><path class="tie ${grade}" d="M0 6H40"/></svg>`;

const KIND_MARK = { x: 12, y: 12, radius: 8 };
const kindMark = (kind: string) => `<svg class="kind" viewBox="0 0 24 24" aria-hidden="true">${embedMark(kind, KIND_MARK)}</svg>`;

/** The page that stands in a foreign one: no script, nothing fetched, complete as it is. */
export function embedPage(page: EmbedPage): string {
  const { language, title, sentence, state, source, remark, link, picture, notes, kinds, legend, table } = page;
  const to = (address: string, text: string) => `<a href="${escaped(address)}" target="_blank" rel="noopener">${escaped(text)}</a>`;
  const shownGrades = GRADES.filter((grade) => legend.some((entry) => entry.grade === grade));
  return `<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>${escaped(title)}</title>
<style>${EMBED_STYLE}</style>
</head>
<body>
<main>
<h1>${escaped(title)}</h1>
${sentence ? `<p class="said">${escaped(sentence)}</p>` : ''}
<figure>
${picture}
<figcaption>
<ul class="legend">${kinds.map(({ kind, text }) => `<li>${kindMark(kind)}${escaped(text)}</li>`).join('')}</ul>
<ul class="legend">${shownGrades.map((grade) => `<li>${line(grade)}${escaped(legend.find((entry) => entry.grade === grade)!.text)}</li>`).join('')}</ul>
<p>${escaped(state)}</p>
${remark ? `<p>${escaped(remark)}</p>` : ''}
<p>${escaped(source)} ${to(link.address, link.text)}</p>
</figcaption>
</figure>
${
  notes.rows.length > 0
    ? `<h2 class="muted">${escaped(notes.title)}</h2>
<ol>${notes.rows.map(({ number, name, address, text }) => `<li value="${number}">${to(address, name)}: ${escaped(text)}</li>`).join('')}</ol>`
    : ''
}
<details>
<summary>${escaped(table.summary)}</summary>
<div class="scroll">
<table>
<thead><tr>${table.head.map((cell) => `<th scope="col">${escaped(cell)}</th>`).join('')}</tr></thead>
<tbody>
${table.rows.map(rowOf).join('\n')}
</tbody>
</table>
</div>
${table.more ? `<p class="muted">${escaped(table.more)}</p>` : ''}
</details>
</main>
</body>
</html>
`;

  function rowOf({ name, address, kind, city, ties }: EmbedRow): string {
    return `<tr><td>${to(address, name)}</td><td>${escaped(kind)}</td><td>${escaped(city)}</td><td>${escaped(ties)}</td></tr>`;
  }
}
