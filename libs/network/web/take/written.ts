import { others } from '../inSlices';
import { inBlocks, WRITERS, type OpenFormat, type Taken } from '@knotenpunkt/network/domain';

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

/** Writes data as a file, block by block, so that the page stays usable; tells how far it is, 0 to 1. Null when it was left. */
export async function writtenAs(
  taken: Taken,
  format: OpenFormat,
  tell: (share: number) => void,
  signal: AbortSignal,
): Promise<Blob | null> {
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
  for (const block of inBlocks(counted(), 1 << 20)) {
    blocks.push(block);
    tell(Math.min(1, count / all));
    await others();
    if (signal.aborted) return null;
  }
  return new Blob(blocks, { type: TYPES[format] });
}
