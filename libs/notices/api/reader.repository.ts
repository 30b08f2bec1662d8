import { Injectable } from '@nestjs/common';
import type { Id } from '@knotenpunkt/kernel';
import type { FollowType, Visits } from '@knotenpunkt/notices/domain';
import { Database, query, type Tx } from '@knotenpunkt/platform/database';

export interface Followed {
  type: FollowType;
  id: string;
}

/** Somebody the weekly mail may go to. */
export interface DigestReader {
  personId: Id;
  name: string;
  email: string;
  /** Null: nobody has said. */
  language: 'de' | 'en' | null;
  sentAt: Date | null;
  /** Since when the first thing is followed: before that nothing is news. */
  followingSince: Date;
}

const followed = query(
  'reader.followed',
  'SELECT type, target_id AS id FROM following WHERE person_id = $1 AND region_id = $2 ORDER BY since DESC, target_id LIMIT 300',
);
const setting = query(
  'reader.setting',
  'SELECT seen_at AS "seenAt", seen_before_at AS "seenBeforeAt", digest FROM reader WHERE person_id = $1 AND region_id = $2',
);
const digestReaders = query(
  'reader.digest',
  `SELECT f.person_id AS "personId", u.name, u.email, u.language, r.digest_sent_at AS "sentAt", min(f.since) AS "followingSince"
   FROM following f JOIN auth."user" u ON u.id = f.person_id LEFT JOIN reader r ON r.person_id = f.person_id AND r.region_id = f.region_id
   WHERE f.region_id = $1 AND coalesce(r.digest, true) AND f.person_id > $2
   GROUP BY f.person_id, u.name, u.email, u.language, r.digest_sent_at ORDER BY f.person_id LIMIT $3`,
);
const byToken = query(
  'reader.byToken',
  'SELECT person_id AS "personId", digest FROM reader WHERE region_id = $1 AND token_hashes @> ARRAY[$2::bytea]',
);

/** Of the links to end the weekly mail the last ones keep working. */
const LINKS_KEPT = 26;

/** What a person follows and when it looked, in one region. */
@Injectable()
export class ReaderRepository {
  constructor(private readonly database: Database) {}

  followed(personId: Id, regionId: Id): Promise<Followed[]> {
    return this.database.read<Followed>(followed, [personId, regionId]);
  }

  async setting(personId: Id, regionId: Id): Promise<Visits & { digest: boolean }> {
    const row = await this.database.readOne<Visits & { digest: boolean }>(setting, [personId, regionId]);
    return row ?? { seenAt: null, seenBeforeAt: null, digest: true };
  }

  /** Persons who follow something and want the mail, by id; the next page begins after the last one. */
  digestReaders(regionId: Id, after: Id, limit: number): Promise<DigestReader[]> {
    return this.database.read<DigestReader>(digestReaders, [regionId, after, limit]);
  }

  byToken(regionId: Id, hash: Buffer): Promise<{ personId: Id; digest: boolean } | null> {
    return this.database.readOne(byToken, [regionId, hash]);
  }

  async follow(tx: Tx, personId: Id, regionId: Id, { type, id }: Followed): Promise<void> {
    await tx.query('INSERT INTO following (person_id, region_id, type, target_id) VALUES ($1, $2, $3, $4) ON CONFLICT DO NOTHING', [
      personId,
      regionId,
      type,
      id,
    ]);
  }

  async unfollow(tx: Tx, personId: Id, regionId: Id, { type, id }: Followed): Promise<void> {
    await tx.query('DELETE FROM following WHERE person_id = $1 AND region_id = $2 AND type = $3 AND target_id = $4', [
      personId,
      regionId,
      type,
      id,
    ]);
  }

  async saveVisits(tx: Tx, personId: Id, regionId: Id, { seenAt, seenBeforeAt }: Visits): Promise<void> {
    await tx.query(
      `INSERT INTO reader (person_id, region_id, seen_at, seen_before_at) VALUES ($1, $2, $3, $4)
       ON CONFLICT (person_id, region_id) DO UPDATE SET seen_at = excluded.seen_at, seen_before_at = excluded.seen_before_at`,
      [personId, regionId, seenAt, seenBeforeAt],
    );
  }

  async saveDigest(tx: Tx, personId: Id, regionId: Id, digest: boolean): Promise<void> {
    await tx.query(
      `INSERT INTO reader (person_id, region_id, digest) VALUES ($1, $2, $3)
       ON CONFLICT (person_id, region_id) DO UPDATE SET digest = excluded.digest`,
      [personId, regionId, digest],
    );
  }

  /** Notes that the mail went out, with the hash of the link that ends it. */
  async digestSent(tx: Tx, personId: Id, regionId: Id, { at, hash }: { at: Date; hash: Buffer }): Promise<void> {
    await tx.query(
      `INSERT INTO reader (person_id, region_id, digest_sent_at, token_hashes) VALUES ($1, $2, $3, ARRAY[$4::bytea])
       ON CONFLICT (person_id, region_id) DO UPDATE
         SET digest_sent_at = excluded.digest_sent_at,
             token_hashes = (reader.token_hashes || excluded.token_hashes)[greatest(1, cardinality(reader.token_hashes) + 2 - ${LINKS_KEPT}):]`,
      [personId, regionId, at, hash],
    );
  }
}
