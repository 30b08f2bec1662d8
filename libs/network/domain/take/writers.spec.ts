import { parse as parseCsv } from 'csv-parse/sync';
import type Graph from 'graphology';
import { MultiGraph, MultiUndirectedGraph } from 'graphology';
import gexf from 'graphology-gexf';
import graphml from 'graphology-graphml';
import { inBlocks, xml } from './chunks';
import { actorsCsvPieces, tiesCsvPieces } from './csv';
import { gexfPieces } from './gexf';
import { graphmlPieces } from './graphml';
import { cyjsPieces, jsonPieces } from './json';
import { sampleTaken } from './sample-taken';
import type { Taken } from './taken';

const SIZES = [0, 1, 2, 12, 150];
const written = (pieces: Iterable<string>) => [...pieces].join('');
/** What XML cannot hold is replaced by a sign that says so. */
const shown = (name: string) => name.replace('\u0007', '\ufffd').replace('\ud800', '\ufffd');
const tiesOf = ({ ties }: Taken) => [...ties].map(({ a, b, grade }) => `${a} ${b} ${grade}`).toSorted();
const edgesOf = (graph: Graph) => graph.mapEdges((_, { grade }, a, b) => `${a} ${b} ${String(grade)}`).toSorted();

describe('what leaves the network has the same actors and ties', () => {
  it.each(SIZES)('as GraphML, with %i actors', (size) => {
    const taken = sampleTaken(size);
    const graph = graphml.parse(MultiUndirectedGraph as never, written(graphmlPieces(taken)));
    expect(graph.mapNodes((id, { name }) => [id, name])).toEqual(taken.nodes.map(({ id, name }) => [id, shown(name)]));
    expect(edgesOf(graph)).toEqual(tiesOf(taken));
    for (const { id, x, colour, themes } of taken.nodes) {
      expect(graph.getNodeAttribute(id, 'x')).toBeCloseTo(x, 1);
      expect(graph.getNodeAttributes(id)).toMatchObject({ color: colour });
      if (themes.length > 0) expect(graph.getNodeAttribute(id, 'themes')).toBe(themes.join(', '));
    }
  });

  it.each(SIZES)('as GEXF, with %i actors, their places and colours, and the days of ties', (size) => {
    const taken = sampleTaken(size);
    const text = written(gexfPieces(taken));
    const graph = gexf.parse(MultiGraph as never, text);
    expect(graph.mapNodes((id, { name }) => [id, name])).toEqual(taken.nodes.map(({ id, name }) => [id, shown(name)]));
    expect(edgesOf(graph)).toEqual(tiesOf(taken));
    for (const { id, x, y } of taken.nodes) {
      expect(graph.getNodeAttribute(id, 'x')).toBeCloseTo(x, 1);
      expect(graph.getNodeAttribute(id, 'y')).toBeCloseTo(1000 - y, 1);
      expect(graph.getNodeAttribute(id, 'color')).toMatch(/^(#|rgb)/);
    }
    expect(text.match(/ start="2025-02-01"/g) ?? []).toHaveLength(taken.tieCount);
    expect(text.match(/ end="2026-05-31"/g) ?? []).toHaveLength([...taken.ties].filter(({ until }) => until !== null).length);
  });

  it.each(SIZES)('as JSON of our own and of Cytoscape, with %i actors', (size) => {
    const taken = sampleTaken(size);
    const own = JSON.parse(written(jsonPieces(taken)));
    expect(own).toMatchObject({ asOf: taken.asOf, source: taken.source, nodeCount: size, tieCount: taken.tieCount });
    expect(own.nodes.map(({ id, name }: { id: string; name: string }) => [id, name])).toEqual(
      taken.nodes.map(({ id, name }) => [id, name]),
    );
    expect(own.ties.map(({ a, b, grade }: Record<string, string>) => `${a} ${b} ${grade}`).toSorted()).toEqual(tiesOf(taken));
    const cytoscape = JSON.parse(written(cyjsPieces(taken)));
    expect(cytoscape.elements.nodes.map(({ data }: { data: { id: string } }) => data.id)).toEqual(taken.nodes.map(({ id }) => id));
    const edges = cytoscape.elements.edges as { data: Record<string, string> }[];
    expect(edges.map(({ data }) => `${data['source']} ${data['target']} ${data['grade']}`).toSorted()).toEqual(tiesOf(taken));
    expect(new Set(edges.map(({ data }) => data['id'])).size).toBe(edges.length);
  });

  it.each(SIZES)('as tables, with %i actors', (size) => {
    const taken = sampleTaken(size);
    const read = (pieces: Iterable<string>) =>
      parseCsv(written(pieces), { bom: true, delimiter: ';', columns: true, relax_column_count: false }) as Record<string, string>[];
    const actors = read(actorsCsvPieces(taken));
    expect(actors.map((row) => [row['Kennung'], row['Name']?.replace(/^'(?=[=+\-@])/, '')])).toEqual(
      taken.nodes.map(({ id, name }) => [id, shown(name)]),
    );
    const ties = read(tiesCsvPieces(taken));
    expect(ties.map((row) => [row['Kennung 1'], row['Kennung 2'], row['Stärke']?.replace(',', '.')])).toEqual(
      [...taken.ties].map(({ a, b, strength }) => [a, b, String(strength)]),
    );
    expect([...actors, ...ties].flatMap((row) => Object.values(row)).filter((text) => /^[=+\-@\t\r]/.test(text))).toEqual([]);
  });
});

it('never lets a text become markup', () => {
  expect(xml('<a b="c">&\'\n')).toBe('&lt;a b=&quot;c&quot;&gt;&amp;&#39;&#10;');
  for (const pieces of [graphmlPieces, gexfPieces]) expect(written(pieces(sampleTaken(12)))).not.toContain('<GmbH>');
});

it('is written in as many pieces for each actor and tie, however many there are', () => {
  for (const pieces of [graphmlPieces, gexfPieces, jsonPieces, cyjsPieces, actorsCsvPieces, tiesCsvPieces]) {
    const counts = [1_000, 2_000, 4_000].map((size) =>
      [...pieces(sampleTaken(size))].reduce((most, piece) => Math.max(most, piece.length), 0),
    );
    // No piece grows with the network: it may be sent on before the next one exists.
    expect(Math.max(...counts)).toBeLessThan(6_000);
  }
});

it('comes in larger blocks with nothing lost', () => {
  const pieces = Array.from({ length: 1_000 }, (_, at) => `${at},`);
  const blocks = [...inBlocks(pieces, 100)];
  expect(blocks.join('')).toBe(pieces.join(''));
  expect(blocks.slice(0, -1).every((block) => block.length >= 100 && block.length < 110)).toBe(true);
  expect([...inBlocks([])]).toEqual([]);
});
