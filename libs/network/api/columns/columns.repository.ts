import { Injectable } from '@nestjs/common';
import { LRUCache } from 'lru-cache';
import type { Audience, Id, LocalDate } from '@knotenpunkt/kernel';
import type { AnalysedOn } from '@knotenpunkt/network/domain';
import { Database, query } from '@knotenpunkt/platform/database';
import { FORMAT, type NetworkFile, type Phase } from './stored-network';

/** So much is read at once: a longer answer would keep the thread busy for as long as it is decoded. */
const PIECE = 512 * 1024;
/** Files read last stay at hand, up to so many bytes together. */
const MOST_KEPT = 48 * 1024 * 1024;

/** What there is of a region's network for one audience. */
export interface StoredNetwork {
  /** Null: none was made yet; so are those that follow from it. */
  version: string | null;
  seq: number | null;
  asOf: LocalDate | null;
  analysedOn: AnalysedOn | null;
  placedAt: Date | null;
  actors: number | null;
  /** Version of the data of what is different since; null: nothing is. */
  deltaSeq: number | null;
  /** Up to which version of the data all this is known. */
  known: number;
  phase: Phase | null;
  part: number;
}

const newest = query(
  'network.stored',
  `SELECT v.version, v.seq, v.as_of AS "asOf", v.analysed_on AS "analysedOn", v.placed_at AS "placedAt", v.actors,
     (SELECT max(d.seq) FROM network_delta d WHERE d.region_id = $1 AND d.audience = $2 AND d.version = v.version) AS "deltaSeq",
     coalesce(p.seq, 0) AS known, CASE WHEN p.changed_at > now() - interval '10 minutes' THEN p.phase END AS phase, coalesce(p.part, 0) AS part
   FROM (SELECT 1) one
   LEFT JOIN LATERAL (SELECT * FROM network_version WHERE region_id = $1 AND audience = $2 AND format = ${FORMAT} ORDER BY made_at DESC LIMIT 1) v ON true
   LEFT JOIN network_progress p ON p.region_id = $1`,
);
const piece = query(
  'network.filePiece',
  `SELECT substring(bytes FROM $5 FOR ${PIECE}) AS bytes, length(bytes) AS length FROM network_file
   WHERE region_id = $1 AND audience = $2 AND version = $3 AND file = $4`,
);
const delta = query(
  'network.delta',
  'SELECT bytes FROM network_delta WHERE region_id = $1 AND audience = $2 AND version = $3 AND seq = $4',
);

/** Reads what the worker has stored. */
@Injectable()
export class ColumnsRepository {
  private readonly files = new LRUCache<string, Buffer>({ maxSize: MOST_KEPT, sizeCalculation: ({ length }) => length + 1 });

  constructor(private readonly database: Database) {}

  async newest(regionId: Id, audience: Audience): Promise<StoredNetwork> {
    return (await this.database.readOne<StoredNetwork>(newest, [regionId, audience]))!;
  }

  /** A file of a version, compressed (gzip); null where there is none. */
  async file(regionId: Id, audience: Audience, version: string, file: NetworkFile): Promise<Buffer | null> {
    const key = [regionId, audience, version, file].join(' ');
    const known = this.files.get(key);
    if (known) return known;
    const pieces: Buffer[] = [];
    let [read, length] = [0, 1];
    while (read < length) {
      const row = await this.database.readOne<{ bytes: Buffer; length: number }>(piece, [regionId, audience, version, file, read + 1]);
      if (!row) return null;
      pieces.push(row.bytes);
      length = row.length;
      read += row.bytes.length;
    }
    const whole = Buffer.concat(pieces);
    this.files.set(key, whole);
    return whole;
  }

  /** What is different since a version as of a version of the data, compressed (gzip); null where there is none. */
  async delta(regionId: Id, audience: Audience, version: string, seq: number): Promise<Buffer | null> {
    return (await this.database.readOne<{ bytes: Buffer }>(delta, [regionId, audience, version, seq]))?.bytes ?? null;
  }
}
