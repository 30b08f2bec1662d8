import { actorsCsvPieces, tiesCsvPieces } from './csv';
import type { OpenFormat } from './catalogue';
import { gexfPieces } from './gexf';
import { graphmlPieces } from './graphml';
import { cyjsPieces, jsonPieces } from './json';
import type { Taken } from './taken';

/** Who writes which format, piece by piece. */
export const WRITERS: Record<OpenFormat, (taken: Taken) => Generator<string>> = {
  json: jsonPieces,
  actorsCsv: actorsCsvPieces,
  tiesCsv: tiesCsvPieces,
  graphml: graphmlPieces,
  gexf: gexfPieces,
  cyjs: cyjsPieces,
};
