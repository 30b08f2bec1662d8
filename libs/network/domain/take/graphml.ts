import { short, xml } from './chunks';
import { rgbOf, upwards } from './looks';
import type { Taken } from './taken';
import { TakeWords } from './take-words';

type Type = 'string' | 'double' | 'int';

const NODE_KEYS: readonly [id: string, type: Type][] = [
  ['label', 'string'],
  ['name', 'string'],
  ['kind', 'string'],
  ['kindName', 'string'],
  ['themes', 'string'],
  ['city', 'string'],
  ['community', 'string'],
  ['degree', 'int'],
  ['address', 'string'],
  ['x', 'double'],
  ['y', 'double'],
  ['size', 'double'],
  ['color', 'string'],
  ['r', 'int'],
  ['g', 'int'],
  ['b', 'int'],
];

const TIE_KEYS: readonly [id: string, type: Type][] = [
  ['grade', 'string'],
  ['gradeName', 'string'],
  ['weight', 'double'],
  ['since', 'string'],
  ['until', 'string'],
  ['sources', 'int'],
];

const GRAPH_KEYS = ['title', 'asOf', 'region', 'attribution', 'licence', 'note', 'source'] as const;

function data(prefix: string, values: Record<string, string | number | null>): string {
  return Object.entries(values)
    .filter(([, value]) => value !== null && value !== '')
    .map(([key, value]) => `<data key="${prefix}${key}">${typeof value === 'number' ? value : xml(value!)}</data>`)
    .join('');
}

/**
 * GraphML (1.1 schema). Reads in Gephi, Cytoscape, yEd, NetworkX and igraph; places, sizes and colours under the names that Gephi knows.
 */
export function* graphmlPieces(taken: Taken): Generator<string> {
  const words = new TakeWords(taken.language);
  yield '<?xml version="1.0" encoding="UTF-8"?>\n';
  yield '<graphml xmlns="http://graphml.graphdrawing.org/xmlns" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" ';
  yield 'xsi:schemaLocation="http://graphml.graphdrawing.org/xmlns http://graphml.graphdrawing.org/xmlns/1.1/graphml.xsd">\n';
  for (const key of GRAPH_KEYS) yield `<key id="g_${key}" for="graph" attr.name="${key}" attr.type="string"/>\n`;
  for (const [key, type] of NODE_KEYS) yield `<key id="n_${key}" for="node" attr.name="${key}" attr.type="${type}"/>\n`;
  for (const [key, type] of TIE_KEYS) yield `<key id="t_${key}" for="edge" attr.name="${key}" attr.type="${type}"/>\n`;
  yield '<graph id="network" edgedefault="undirected">\n';
  const { attribution, licence, note, address } = taken.source;
  const own = { title: taken.title, asOf: taken.asOf, region: taken.region.name, attribution, note, source: address };
  yield `${data('g_', { ...own, licence: licence && `${licence.name} (${licence.address})` })}\n`;
  for (const { id, name, label, kind, themes, city, community, degree, address: page, x, y, size, colour } of taken.nodes) {
    const [r, g, b] = rgbOf(colour);
    yield `<node id="${id}">${data('n_', {
      ...{ label: label || name, name, kind, kindName: words.kindOfOne(kind), themes: themes.join(', '), city, degree, address: page },
      community: taken.communities[community]?.name ?? null,
      ...{ x: Number(short(x)), y: Number(short(upwards(y))), size: Number(short(size)), color: colour, r, g, b },
    })}</node>\n`;
  }
  let number = 0;
  // Ids, days and numbers hold no markup, and half a million ties are many.
  for (const { a, b, grade, strength, since, until, sources } of taken.ties) {
    const days = `${since ? `<data key="t_since">${since}</data>` : ''}${until ? `<data key="t_until">${until}</data>` : ''}`;
    yield `<edge id="t${number++}" source="${a}" target="${b}"><data key="t_grade">${grade}</data><data key="t_gradeName">${words.grade(grade)}</data><data key="t_weight">${short(strength, 6)}</data>${days}<data key="t_sources">${sources}</data></edge>\n`;
  }
  yield '</graph>\n</graphml>\n';
}
