import { AUDIENCES, type Audience, type Id, type LocalDate } from '@knotenpunkt/kernel';
import type { AnalysedOn } from '@knotenpunkt/network/domain';
import { query, type OwnConnection } from '@knotenpunkt/platform/database';
import { newestSnapshot, type NetworkSnapshot } from '../snapshot.repository';
import type { WrittenPlacing } from './making-step';
import { FORMAT, type NetworkFile, type Phase } from './stored-network';

/** So many versions of each region and audience are kept: who read an older one may still ask for its past. */
const KEPT_VERSIONS = 3;
const KEPT_DELTAS = 3;
/**
 * With the number of the region: whoever holds MAKING makes its whole network, others wait and find it made; whoever holds TELLING writes what
 * a reader is told next. A difference is told while a whole is being made.
 */
const LOCKS = { MAKING: 7_040_010, TELLING: 7_040_011 } as const;
/** So often it is looked whether a lock is free: no statement waits for it, since a line that does not answer counts as dead. */
const LOOK_AGAIN_MS = 100;
/** Longer nobody is waited for. */
const LONGEST_WAIT_MS = 10 * 60_000;

/** What is stored of a region's network for one audience. */
export interface KeptVersion {
  audience: Audience;
  version: string;
  seq: number;
  asOf: LocalDate;
  actors: number;
  content: string;
  /** What is different since: `content` of the newest difference; null: nothing is. */
  delta: string | null;
}

/** What is stored of a region's network. */
export interface KeptNetwork {
  /** Version of the data up to which it is known. */
  known: number;
  asOf: LocalDate;
  actors: number;
  hasDelta: boolean;
  of: ReadonlyMap<Audience, KeptVersion>;
}

/** What is different since a version, ready to be stored. */
export interface MadeDelta {
  audience: Audience;
  version: string;
  /** Equal for equal content, whatever the version of the data; null: nothing is different, and so are the bytes. */
  content: string | null;
  /** Compressed (gzip). */
  bytes: Buffer | null;
}

/** A whole network of a region, ready to be stored. */
export interface WholeToKeep {
  /** New places; null: those made at `placedAt` hold. */
  placing: WrittenPlacing | null;
  placedAt: Date | null;
  made: readonly MadeVersion[];
  /** What became different while it was made, where it is other than what is stored. */
  deltas: readonly MadeDelta[];
}

/** One audience's network, ready to be stored. */
export interface MadeVersion {
  audience: Audience;
  version: string;
  seq: number;
  asOf: LocalDate;
  analysedOn: AnalysedOn;
  actors: number;
  /** Equal for equal content, whatever the version of the data. */
  content: string;
  /** Compressed (gzip). */
  files: Record<NetworkFile, Uint8Array>;
}

const lock = query('networkColumns.tryLock', 'SELECT pg_try_advisory_lock($1, hashtext($2)) AS got');
const unlock = query('networkColumns.unlock', 'SELECT pg_advisory_unlock($1, hashtext($2))');
const newest = query(
  'networkColumns.kept',
  `SELECT DISTINCT ON (v.audience) v.audience, v.version, v.seq, v.as_of AS "asOf", v.actors, v.content, coalesce(p.seq, v.seq) AS known,
     (SELECT d.content FROM network_delta d WHERE d.region_id = v.region_id AND d.audience = v.audience AND d.version = v.version
      ORDER BY d.seq DESC LIMIT 1) AS delta
   FROM network_version v LEFT JOIN network_progress p ON p.region_id = v.region_id
   WHERE v.region_id = $1 AND v.format = ${FORMAT} ORDER BY v.audience, v.made_at DESC`,
);
const columnsOf = query(
  'networkColumns.columns',
  `SELECT bytes FROM network_file WHERE region_id = $1 AND audience = $2 AND version = $3 AND file = 'COLUMNS'`,
);
const keepPlacing = query(
  'networkColumns.keepPlacing',
  `INSERT INTO network_snapshot (region_id, seq, analysed_on, fingerprint, positions, communities)
   VALUES ($1, $2, $3, $4, $5, $6)
   ON CONFLICT (region_id, seq) DO UPDATE SET analysed_on = excluded.analysed_on, fingerprint = excluded.fingerprint,
     positions = excluded.positions, communities = excluded.communities, made_at = excluded.made_at
   RETURNING made_at AS "madeAt"`,
);
const dropPlacings = query(
  'networkColumns.dropPlacings',
  `DELETE FROM network_snapshot old USING network_snapshot later
   WHERE old.region_id = $1 AND later.region_id = $1 AND later.seq > old.seq AND later.made_at::date = old.made_at::date`,
);
const keepVersion = query(
  'networkColumns.keepVersion',
  `INSERT INTO network_version (region_id, audience, version, format, seq, as_of, analysed_on, placed_at, actors, content)
   VALUES ($1, $2, $3, ${FORMAT}, $4, $5, $6, $7, $8, $9)
   ON CONFLICT (region_id, audience, version) DO UPDATE SET made_at = clock_timestamp()`,
);
const keepFile = query(
  'networkColumns.keepFile',
  'INSERT INTO network_file (region_id, audience, version, file, bytes) VALUES ($1, $2, $3, $4, $5) ON CONFLICT DO NOTHING',
);
const dropVersions = query(
  'networkColumns.dropVersions',
  `DELETE FROM network_version v WHERE v.region_id = $1 AND v.audience = $2 AND v.version NOT IN (
     SELECT version FROM network_version WHERE region_id = $1 AND audience = $2 ORDER BY made_at DESC LIMIT ${KEPT_VERSIONS})`,
);
const keepDelta = query(
  'networkColumns.keepDelta',
  `INSERT INTO network_delta (region_id, audience, version, seq, content, bytes) VALUES ($1, $2, $3, $4, $5, $6)
   ON CONFLICT (region_id, audience, version, seq) DO UPDATE SET content = excluded.content, bytes = excluded.bytes`,
);
const dropDeltas = query(
  'networkColumns.dropDeltas',
  `DELETE FROM network_delta d WHERE d.region_id = $1 AND d.audience = $2 AND d.version = $3 AND d.seq NOT IN (
     SELECT seq FROM network_delta WHERE region_id = $1 AND audience = $2 AND version = $3 ORDER BY seq DESC LIMIT $4)`,
);
const tell = query(
  'networkColumns.tell',
  `INSERT INTO network_progress (region_id, phase, part) VALUES ($1, $2, $3)
   ON CONFLICT (region_id) DO UPDATE SET phase = excluded.phase, part = excluded.part, changed_at = clock_timestamp()`,
);
const know = query(
  'networkColumns.know',
  `INSERT INTO network_progress (region_id, seq) VALUES ($1, $2)
   ON CONFLICT (region_id) DO UPDATE SET seq = excluded.seq, changed_at = clock_timestamp()`,
);
const knowWhole = query(
  'networkColumns.knowWhole',
  `INSERT INTO network_progress (region_id, seq) VALUES ($1, $2)
   ON CONFLICT (region_id) DO UPDATE SET seq = excluded.seq, phase = NULL, part = 0, changed_at = clock_timestamp()`,
);

/** What the worker keeps in Postgres and reads there. */
export class ColumnsStore {
  constructor(private readonly connection: OwnConnection) {}

  /** One at a time for each region, in all processes. */
  alone<Value>(what: keyof typeof LOCKS, regionId: Id, work: () => Promise<Value>): Promise<Value> {
    const named = [LOCKS[what], regionId];
    return this.connection.hold(async () => {
      const until = Date.now() + LONGEST_WAIT_MS;
      while (!(await this.connection.readOne<{ got: boolean }>(lock, named))!.got) {
        if (Date.now() > until) throw new Error('another process has been at this network for too long');
        await new Promise((go) => setTimeout(go, LOOK_AGAIN_MS));
      }
      try {
        return await work();
      } finally {
        // Where the connection is gone, so is the lock.
        await this.connection.read(unlock, named).catch(() => undefined);
      }
    });
  }

  /** What is stored for every audience; null where anything of it is missing or of another day than the rest. */
  async kept(regionId: Id): Promise<KeptNetwork | null> {
    const rows = await this.connection.read<KeptVersion & { known: number }>(newest, [regionId]);
    const [first] = rows;
    if (!first || rows.length < AUDIENCES.length || rows.some(({ asOf }) => asOf !== first.asOf)) return null;
    return {
      ...{ known: first.known, asOf: first.asOf },
      actors: Math.max(...rows.map(({ actors }) => actors)),
      hasDelta: rows.some(({ delta }) => delta !== null),
      of: new Map(rows.map((row) => [row.audience, row])),
    };
  }

  /** The columns of a version, compressed; null where it is gone. */
  async columns(regionId: Id, audience: Audience, version: string): Promise<Buffer | null> {
    return (await this.connection.readOne<{ bytes: Buffer }>(columnsOf, [regionId, audience, version]))?.bytes ?? null;
  }

  lastPlacing(regionId: Id): Promise<NetworkSnapshot | null> {
    return this.connection.readOne<NetworkSnapshot>(newestSnapshot, [regionId]);
  }

  /** Keeps what was made with all that builds on it, or nothing of it. */
  async keepVersions(regionId: Id, seq: number, whole: WholeToKeep): Promise<void> {
    const { placing, placedAt, made, deltas } = whole;
    await this.connection.inTransaction(async () => {
      const placed = placing ? await this.keepPlacing(regionId, placing) : placedAt;
      for (const { audience, version, seq: of, asOf, analysedOn, actors, content, files } of made) {
        await this.connection.read(keepVersion, [regionId, audience, version, of, asOf, analysedOn, placed, actors, content]);
        for (const [file, bytes] of Object.entries(files)) await this.connection.read(keepFile, [regionId, audience, version, file, bytes]);
        await this.connection.read(dropVersions, [regionId, audience]);
        await this.connection.read(dropDeltas, [regionId, audience, version, 0]);
      }
      await this.putDeltas(regionId, seq, deltas);
      await this.connection.read(knowWhole, [regionId, seq]);
    });
  }

  /** Keeps what is different since a version. Of an audience that is not named, what there was stays. */
  async keepDeltas(regionId: Id, seq: number, deltas: readonly MadeDelta[]): Promise<void> {
    await this.connection.inTransaction(async () => {
      await this.putDeltas(regionId, seq, deltas);
      await this.connection.read(know, [regionId, seq]);
    });
  }

  private async putDeltas(regionId: Id, seq: number, deltas: readonly MadeDelta[]): Promise<void> {
    for (const { audience, version, content, bytes } of deltas) {
      if (bytes) await this.connection.read(keepDelta, [regionId, audience, version, seq, content, bytes]);
      await this.connection.read(dropDeltas, [regionId, audience, version, bytes ? KEPT_DELTAS : 0]);
    }
  }

  /** Keeps places and communities and, of each earlier day, the last ones. Gives when they count as made. */
  private async keepPlacing(regionId: Id, { seq, analysedOn, fingerprint, positions, communities }: WrittenPlacing): Promise<Date> {
    const kept = [regionId, seq, analysedOn, fingerprint, positions, communities];
    const { madeAt } = (await this.connection.readOne<{ madeAt: Date }>(keepPlacing, kept))!;
    await this.connection.read(dropPlacings, [regionId]);
    return madeAt;
  }

  /** Says how far the work is, for a page that waits. */
  async tell(regionId: Id, phase: Phase | null, part: number): Promise<void> {
    await this.connection.read(tell, [regionId, phase, part]);
  }
}
