import { short } from './chunks';
import type { Taken, TakenNode, TakenTie } from './taken';
import { TakeWords } from './take-words';

/** A list of a file of JSON, one thing a line. */
function* lines<Thing>(things: Iterable<Thing>, write: (thing: Thing, number: number) => object): Generator<string> {
  let number = 0;
  for (const thing of things) {
    yield `${number === 0 ? '' : ','}\n${JSON.stringify(write(thing, number))}`;
    number++;
  }
}

function nodeOf(
  taken: Taken,
  words: TakeWords,
  { id, name, label, kind, themes, city, x, y, degree, community, colour, address }: TakenNode,
) {
  return {
    ...{ id, name, label, kind, kindName: words.kindOfOne(kind), themes, city, x: Number(short(x)), y: Number(short(y)), degree },
    ...{ community: taken.communities[community]?.name ?? null, colour, address },
  };
}

function tieOf(words: TakeWords, { a, b, grade, strength, since, until, sources }: TakenTie) {
  return { a, b, grade, gradeName: words.grade(grade), strength: Number(short(strength, 6)), since, until, sources };
}

/** JSON of our own that says of itself what its fields mean, of which day it is and under which licence. */
export function* jsonPieces(taken: Taken): Generator<string> {
  const words = new TakeWords(taken.language);
  const { actors, ties } = words.own.fields;
  const head = {
    ...{ format: 'knotenpunkt-network', version: 1, title: taken.title, language: taken.language, region: taken.region, asOf: taken.asOf },
    ...{ about: taken.about, source: taken.source, fields: { nodes: actors, ties } },
    ...{ communities: taken.communities, nodeCount: taken.nodes.length, tieCount: taken.tieCount },
  };
  yield `${JSON.stringify(head).slice(0, -1)},\n"nodes":[`;
  yield* lines(taken.nodes, (node) => nodeOf(taken, words, node));
  yield '\n],\n"ties":[';
  yield* lines(taken.ties, (tie) => tieOf(words, tie));
  yield '\n]}\n';
}

/** JSON of Cytoscape (`.cyjs`), which its desktop version opens as a network with places. */
export function* cyjsPieces(taken: Taken): Generator<string> {
  const words = new TakeWords(taken.language);
  const { attribution, licence, note, address } = taken.source;
  const own = {
    ...{ name: taken.title, asOf: taken.asOf, region: taken.region.name, attribution, note, source: address },
    licence: licence && `${licence.name} (${licence.address})`,
  };
  yield `{"format_version":"1.0","generated_by":"knotenpunkt","target_cytoscapejs_version":"~3.0","data":${JSON.stringify(own)},\n`;
  yield '"elements":{"nodes":[';
  yield* lines(taken.nodes, (node) => {
    const { x, y, label, name, ...data } = nodeOf(taken, words, node);
    return {
      data: { ...data, name: label || name, fullName: name, shared_name: label || name, themes: node.themes.join(', ') },
      position: { x, y },
    };
  });
  yield '\n],"edges":[';
  yield* lines(taken.ties, (tie, number) => {
    const { a, b, ...data } = tieOf(words, tie);
    return { data: { id: `t${number}`, source: a, target: b, interaction: data.grade, ...data } };
  });
  yield '\n]}}\n';
}
