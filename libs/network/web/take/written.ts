import { inBlocks, svgInSteps, WRITERS, type OpenFormat, type Paper, type Taken } from '@knotenpunkt/network/domain';

/** Pieces that a format writes for each actor, about: only to say how far it is. */
const PIECES_A_NODE: Partial<Record<OpenFormat, number>> = { gexf: 2 };

const TYPES: Record<OpenFormat, string> = {
  json: 'application/json',
  actorsCsv: 'text/csv;charset=utf-8',
  tiesCsv: 'text/csv;charset=utf-8',
  graphml: 'application/graphml+xml',
  gexf: 'application/gexf+xml',
  cyjs: 'application/json',
};

/** Data as a file, block by block. */
export function* writtenAs(taken: Taken, format: OpenFormat): Generator<number, Blob> {
  const nodes = format === 'tiesCsv' ? 0 : taken.nodes.length * (PIECES_A_NODE[format] ?? 1);
  const all = Math.max(1, nodes + (format === 'actorsCsv' ? 0 : taken.tieCount));
  let count = 0;
  function* counted() {
    for (const piece of WRITERS[format](taken)) {
      count++;
      yield piece;
    }
  }
  const blocks: string[] = [];
  for (const block of inBlocks(counted())) {
    blocks.push(block);
    yield Math.min(1, count / all);
  }
  return new Blob(blocks, { type: TYPES[format] });
}

/** The sheet as SVG. */
export function* writtenAsSvg(taken: Taken, paper: Paper): Generator<number, Blob> {
  return new Blob(yield* svgInSteps(taken, { paper }), { type: 'image/svg+xml' });
}
