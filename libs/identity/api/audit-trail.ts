import { Inject, Injectable } from '@nestjs/common';
import type { AuditScope, AuditVerb } from '@knotenpunkt/identity/domain';
import { newId, toPage, type Clock, type Id, type Page } from '@knotenpunkt/kernel';
import { CLOCK, Database, query, type Tx } from '@knotenpunkt/platform/database';

/** What an entry says beside who did what: never names or texts. */
export interface AuditDetails {
  role?: string;
  fromOn?: string;
  untilOn?: string | null;
  way?: string;
}

/** An act that concerns who may do what. */
export interface Audited {
  verb: AuditVerb;
  /** Who did it; null: nobody with an account. */
  personId: Id | null;
  /** Whom it was about, where that is somebody. */
  aboutId?: Id | null;
  /** Null: it belongs to no region. */
  regionId: Id | null;
  actorId?: Id | null;
  details?: AuditDetails;
}

/** An entry as it is read; names are there as long as the accounts are. */
export interface AuditRow {
  id: Id;
  at: Date;
  verb: AuditVerb;
  actorId: Id | null;
  who: string | null;
  about: string | null;
  /** It was about somebody, named or erased. */
  isAboutSomebody: boolean;
  details: AuditDetails;
}

const READ = `SELECT e.id, e.at, e.verb, e.actor_id AS "actorId", e.details, w.name AS who, a.name AS about, e.about IS NOT NULL AS "isAboutSomebody"
  FROM audit_entry e
  LEFT JOIN audit_key wk ON wk.pseudonym = e.who LEFT JOIN auth."user" w ON w.id = wk.person_id
  LEFT JOIN audit_key ak ON ak.pseudonym = e.about LEFT JOIN auth."user" a ON a.id = ak.person_id`;
const ON = `AND ($2::uuid IS NULL OR e.id < $2) ORDER BY e.id DESC LIMIT $1`;

const ofRegion = query('audit.region', `${READ} WHERE e.region_id = $3 ${ON}`);
const ofActor = query('audit.actor', `${READ} WHERE e.actor_id = $4 AND e.region_id = $3 ${ON}`);
const ofNoRegion = query('audit.noRegion', `${READ} WHERE e.region_id IS NULL ${ON}`);

/**
 * The trail of who let whom do what. Rows are only added: the table refuses anything else. Persons stand in it by a pseudonym that
 * a table of keys leads back to them; when a person is erased the key goes and the trail stays.
 */
@Injectable()
export class AuditTrail {
  constructor(
    private readonly database: Database,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Writes an entry with the act itself, in its transaction. */
  async record(tx: Tx, { verb, personId, aboutId = null, regionId, actorId = null, details = {} }: Audited): Promise<void> {
    const at = this.clock.now();
    const who = await this.pseudonymOf(tx, personId);
    const about = aboutId === personId ? who : await this.pseudonymOf(tx, aboutId);
    await tx.query(
      'INSERT INTO audit_entry (id, at, region_id, actor_id, who, about, verb, details) VALUES ($1, $2, $3, $4, $5, $6, $7, $8)',
      [newId(at.getTime()), at, regionId, actorId, who, about, verb, JSON.stringify(details)],
    );
  }

  /** Entries, the newest first. `before`: the id of the last one read. */
  async page(scope: AuditScope, first: number, before: Id | null): Promise<Page<AuditRow>> {
    const asked = [first + 1, before];
    const rows =
      scope === 'NO_REGION'
        ? this.database.read<AuditRow>(ofNoRegion, asked)
        : 'actor' in scope
          ? this.database.read<AuditRow>(ofActor, [...asked, scope.region, scope.actor])
          : this.database.read<AuditRow>(ofRegion, [...asked, scope.region]);
    return toPage(await rows, first, ({ id }) => ['', id]);
  }

  /** The same for a person always; null for somebody without account. */
  private async pseudonymOf(tx: Tx, personId: Id | null): Promise<Id | null> {
    if (personId === null) return null;
    const rows = (await tx.query(
      `INSERT INTO audit_key (person_id) SELECT id FROM auth."user" WHERE id = $1
       ON CONFLICT (person_id) DO UPDATE SET person_id = excluded.person_id RETURNING pseudonym`,
      [personId],
    )) as { pseudonym: Id }[];
    return rows[0]?.pseudonym ?? null;
  }
}
