import { Injectable } from '@nestjs/common';
import type { Commitment, CommitmentStanding, PurposeType } from '@knotenpunkt/agreements/domain';
import { isHidden } from '@knotenpunkt/identity/api';
import { decodeCursor, toPage, type DayPeriod, type Id, type LocalDate, type Page, type PageRequest } from '@knotenpunkt/kernel';
import { Database, query, type Tx } from '@knotenpunkt/platform/database';

/** Which commitments a list shows; what is missing or empty leaves nothing out. */
export interface CommitmentFilter {
  standings?: CommitmentStanding[] | null;
  purposes?: PurposeType[] | null;
  kinds?: string[] | null;
  /** Promised by this organisation. */
  actorId?: Id | null;
  purposeId?: Id | null;
  /** Kept or withdrawn within these days. */
  decided?: DayPeriod | null;
  /** Given within these days. */
  promised?: DayPeriod | null;
  search?: string | null;
}

export interface CommitmentCount {
  standing: CommitmentStanding;
  purpose: PurposeType;
  kind: string;
  count: number;
}

const COLUMNS = `c.id, c.region_id AS "regionId", c.actor_id AS "actorId", c.to_actor_id AS "toActorId",
  json_build_object('type', c.purpose_type, 'id', c.purpose_id, 'title', c.purpose_title, 'slug', c.purpose_slug) AS purpose, c.text,
  c.next_step AS "nextStep",  c.due_on AS "dueOn", c.original_due_on AS "originalDueOn", c.state, c.promised_on AS "promisedOn", c.decided_on AS "decidedOn", c.evidence,
  c.evidence_url AS "evidenceUrl", c.note, c.version,
  c.contribution_kind AS "contributionKind", c.from_on AS "fromOn",
  CASE WHEN c.amount IS NOT NULL THEN json_build_object('value', c.amount, 'unit', c.amount_unit) END AS amount,
  CASE WHEN c.said_outside_on IS NOT NULL THEN json_build_object('on', c.said_outside_on, 'way', c.said_outside_way) END AS "saidOutside"`;

const STANDING = `CASE WHEN c.state = 'OPEN' AND c.due_on < $2::date THEN 'OVERDUE' ELSE c.state END`;

/** Overdue first, longest first; then what is due next; then what was decided, latest first. */
const ORDER = `CASE WHEN c.state = 'OPEN' AND c.due_on < $2::date THEN '0' || c.due_on WHEN c.state = 'OPEN' THEN '1' || c.due_on
  ELSE '2' || lpad((DATE '9999-12-31' - c.decided_on)::text, 8, '0') END`;

const FILTERED = `c.region_id = $1 AND NOT ${isHidden('c.purpose_id')}
  AND ($3::text[] IS NULL OR ${STANDING} = ANY($3))
  AND ($4::text[] IS NULL OR c.purpose_type = ANY($4))
  AND ($5::text[] IS NULL OR a.kind = ANY($5))
  AND ($6::uuid IS NULL OR c.actor_id = $6)
  AND ($7::uuid IS NULL OR c.purpose_id = $7)
  AND ($8::text IS NULL OR concat_ws(' ', c.text, a.name, t.name, c.purpose_title) ILIKE $8)
  AND ($9::date IS NULL OR c.decided_on BETWEEN $9 AND $10::date)
  AND ($11::date IS NULL OR c.promised_on BETWEEN $11 AND $12::date)`;

const FROM = `FROM commitment c JOIN actor_v1 a ON a.id = c.actor_id LEFT JOIN actor_v1 t ON t.id = c.to_actor_id`;

const page = query(
  'commitment.page',
  `SELECT * FROM (SELECT ${COLUMNS}, ${ORDER} AS "sortKey" ${FROM} WHERE ${FILTERED}) AS found
   WHERE $13::text IS NULL OR ("sortKey" COLLATE "C", id) > ($13, $14::uuid) ORDER BY "sortKey" COLLATE "C", id LIMIT $15`,
);
const counts = query(
  'commitment.counts',
  `SELECT ${STANDING} AS standing, c.purpose_type AS purpose, a.kind, count(*) AS count ${FROM} WHERE ${FILTERED} GROUP BY 1, 2, 3 ORDER BY 1, 2, 3`,
);

const ofFeed = query(
  'commitment.ofFeed',
  `SELECT c.id, c.text, c.state, c.due_on AS "dueOn", a.name AS "actorName", c.purpose_title AS "purposeTitle", c.evidence, c.note,
     c.contribution_kind AS "contributionKind", c.from_on AS "fromOn",
     CASE WHEN c.amount IS NOT NULL THEN json_build_object('value', c.amount, 'unit', c.amount_unit) END AS amount
   FROM commitment c JOIN actor_v1 a ON a.id = c.actor_id
   WHERE c.region_id = $1 AND NOT ${isHidden('c.purpose_id')} AND ($2::uuid IS NULL OR c.id = $2) AND ($3::uuid IS NULL OR c.actor_id = $3) AND ($4::uuid IS NULL OR c.purpose_id = $4)
   ORDER BY coalesce(c.decided_on, c.promised_on) DESC, c.id DESC LIMIT $5`,
);

/** A Zusage as a feed tells it. */
export type FeedCommitment = Pick<
  Commitment,
  'id' | 'text' | 'state' | 'dueOn' | 'evidence' | 'note' | 'contributionKind' | 'amount' | 'fromOn'
> & {
  actorName: string;
  purposeTitle: string;
};

function some<Value>(values: Value[] | null | undefined): Value[] | null {
  return values && values.length > 0 ? values : null;
}

function parameters(regionId: Id, today: LocalDate, filter: CommitmentFilter): unknown[] {
  const search = filter.search?.trim();
  return [
    regionId,
    today,
    some(filter.standings),
    some(filter.purposes),
    some(filter.kinds),
    filter.actorId ?? null,
    filter.purposeId ?? null,
    search ? `%${search.replace(/[\\%_]/g, '\\$&')}%` : null,
    filter.decided?.from ?? null,
    filter.decided?.until ?? null,
    filter.promised?.from ?? null,
    filter.promised?.until ?? null,
  ];
}

@Injectable()
export class CommitmentRepository {
  constructor(private readonly database: Database) {}

  async page(regionId: Id, today: LocalDate, filter: CommitmentFilter, { first, after }: PageRequest): Promise<Page<Commitment>> {
    const limit = Math.min(Math.max(first, 1), 100);
    const [sortKey, id] = (after && decodeCursor(after)) || [null, null];
    const rows = await this.database.read<Commitment & { sortKey: string }>(page, [
      ...parameters(regionId, today, filter),
      sortKey,
      id,
      limit + 1,
    ]);
    return toPage(rows, limit, (row) => [row.sortKey, row.id]);
  }

  counts(regionId: Id, today: LocalDate, filter: CommitmentFilter): Promise<CommitmentCount[]> {
    return this.database.read<CommitmentCount>(counts, parameters(regionId, today, filter));
  }

  /** The Zusagen a feed tells of, the latest change first. */
  ofFeed(
    regionId: Id,
    wish: { id?: Id | undefined; actorId?: Id | undefined; purposeId?: Id | undefined },
    limit: number,
  ): Promise<FeedCommitment[]> {
    return this.database.read<FeedCommitment>(ofFeed, [regionId, wish.id ?? null, wish.actorId ?? null, wish.purposeId ?? null, limit]);
  }

  async find(tx: Tx, id: Id, regionId: Id): Promise<Commitment | null> {
    const rows = (await tx.query(`SELECT ${COLUMNS} FROM commitment c WHERE c.id = $1 AND c.region_id = $2`, [
      id,
      regionId,
    ])) as Commitment[];
    return rows[0] ?? null;
  }

  /** The ids of all that was promised for one purpose. */
  async idsFor(tx: Tx, purposeId: Id): Promise<Id[]> {
    return ((await tx.query('SELECT id FROM commitment WHERE purpose_id = $1', [purposeId])) as { id: Id }[]).map(({ id }) => id);
  }

  /** Adds a promise; one with an id that is there already changes nothing. */
  async insert(tx: Tx, commitment: Commitment): Promise<void> {
    await tx.query(
      `INSERT INTO commitment (id, region_id, actor_id, to_actor_id, purpose_type, purpose_id, purpose_title, purpose_slug, text, next_step,
         due_on, original_due_on, state, promised_on, decided_on, evidence, evidence_url, note,
         said_outside_on, said_outside_way, contribution_kind, amount, amount_unit, from_on)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21, $22, $23, $24) ON CONFLICT (id) DO NOTHING`,
      [
        commitment.id,
        commitment.regionId,
        commitment.actorId,
        commitment.toActorId,
        commitment.purpose.type,
        commitment.purpose.id,
        commitment.purpose.title,
        commitment.purpose.slug,
        commitment.text,
        commitment.nextStep,
        commitment.dueOn,
        commitment.originalDueOn,
        commitment.state,
        commitment.promisedOn,
        commitment.decidedOn,
        commitment.evidence,
        commitment.evidenceUrl,
        commitment.note,
        commitment.saidOutside?.on ?? null,
        commitment.saidOutside?.way ?? null,
        commitment.contributionKind,
        commitment.amount?.value ?? null,
        commitment.amount?.unit ?? null,
        commitment.fromOn,
      ],
    );
  }
}
