import { short, xml } from './chunks';
import { rgbOf, upwards, widthOf } from './looks';
import type { Taken } from './taken';
import { TakeWords } from './take-words';

const NODE_ATTRIBUTES = [
  ['kind', 'string'],
  ['kindName', 'string'],
  ['name', 'string'],
  ['themes', 'liststring'],
  ['city', 'string'],
  ['community', 'string'],
  ['degree', 'integer'],
  ['address', 'anyURI'],
] as const;

const TIE_ATTRIBUTES = [
  ['grade', 'string'],
  ['gradeName', 'string'],
  ['sources', 'integer'],
] as const;

function attributes(of: 'node' | 'edge', list: readonly (readonly [string, string])[]): string {
  const each = list.map(([id, type]) => `<attribute id="${id}" title="${id}" type="${type}"/>`).join('');
  return `<attributes class="${of}">${each}</attributes>\n`;
}

function values(of: Record<string, string | number | null>): string {
  const given = Object.entries(of).filter(([, value]) => value !== null && value !== '');
  return `<attvalues>${given.map(([key, value]) => `<attvalue for="${key}" value="${xml(String(value))}"/>`).join('')}</attvalues>`;
}

/** GEXF 1.3 as Gephi reads it: with places, colours and sizes, and for each tie from when to when it runs. */
export function* gexfPieces(taken: Taken): Generator<string> {
  const words = new TakeWords(taken.language);
  const { attribution, licence, note, address } = taken.source;
  const description = [
    words.state(taken.asOf, taken.nodes.length, taken.tieCount),
    ...taken.about,
    licence?.name,
    licence?.address,
    note,
    address,
  ];
  yield '<?xml version="1.0" encoding="UTF-8"?>\n';
  yield '<gexf xmlns="http://gexf.net/1.3" xmlns:viz="http://gexf.net/1.3/viz" version="1.3">\n';
  yield `<meta lastmodifieddate="${taken.asOf}"><creator>${xml(attribution)}</creator><title>${xml(taken.title)}</title>`;
  yield `<description>${xml(description.filter(Boolean).join(' · '))}</description></meta>\n`;
  yield '<graph defaultedgetype="undirected" mode="dynamic" timeformat="date" timerepresentation="interval">\n';
  yield attributes('node', NODE_ATTRIBUTES);
  yield attributes('edge', TIE_ATTRIBUTES);
  yield `<nodes count="${taken.nodes.length}">\n`;
  for (const { id, name, label, kind, themes, city, community, degree, address: page, x, y, size, colour } of taken.nodes) {
    const [r, g, b] = rgbOf(colour);
    yield `<node id="${id}" label="${xml(label || name)}">${values({
      ...{ kind, kindName: words.kindOfOne(kind), name, themes: themes.join('|'), city, degree, address: page },
      community: taken.communities[community]?.name ?? null,
    })}<viz:position x="${short(x)}" y="${short(upwards(y))}" z="0"/>`;
    yield `<viz:color r="${r}" g="${g}" b="${b}"/><viz:size value="${short(widthOf(size))}"/></node>\n`;
  }
  yield `</nodes>\n<edges count="${taken.tieCount}">\n`;
  let number = 0;
  // Ids, days and numbers hold no markup, and half a million ties are many.
  for (const { a, b, grade, strength, since, until, sources } of taken.ties) {
    const times = `${since ? ` start="${since}"` : ''}${until ? ` end="${until}"` : ''}`;
    const facts = `<attvalue for="grade" value="${grade}"/><attvalue for="gradeName" value="${words.grade(grade)}"/><attvalue for="sources" value="${sources}"/>`;
    yield `<edge id="t${number++}" source="${a}" target="${b}" weight="${short(strength, 6)}"${times}><attvalues>${facts}</attvalues></edge>\n`;
  }
  yield '</edges>\n</graph>\n</gexf>\n';
}
