import { Injectable } from '@nestjs/common';
import type { Device } from '@knotenpunkt/identity/domain';
import type { Id } from '@knotenpunkt/kernel';
import { Database, query, UnitOfWork, type Tx } from '@knotenpunkt/platform/database';

/** A session as its person sees it. */
export interface SessionRow extends Device {
  id: Id;
  since: Date;
  usedAt: Date;
  current: boolean;
}

/** Who has no password confirms what matters by having signed in so many minutes ago at most. */
const FRESH_MINUTES = 10;

const ofPerson = query(
  'session.ofPerson',
  `SELECT id, browser, system, "createdAt" AS since, "usedAt", token = $2 AS current FROM auth.session
   WHERE "userId" = $1 AND "expiresAt" > now() ORDER BY token = $2 DESC, "usedAt" DESC, id LIMIT 100`,
);
const isFresh = query(
  'session.isFresh',
  `SELECT id FROM auth.session WHERE "userId" = $1 AND token = $2 AND "createdAt" > now() - make_interval(mins => ${FRESH_MINUTES})`,
);

/** Sessions as rows. Beginning and drawing them out is the library's. */
@Injectable()
export class SessionRepository {
  constructor(
    private readonly database: Database,
    private readonly unitOfWork: UnitOfWork,
  ) {}

  /** The sessions of a person, this one first. */
  ofPerson(personId: Id, token: string): Promise<SessionRow[]> {
    return this.database.read<SessionRow>(ofPerson, [personId, token]);
  }

  /** Whether the person signed in just now. */
  async isFresh(personId: Id, token: string): Promise<boolean> {
    return (await this.database.readOne(isFresh, [personId, token])) !== null;
  }

  /** Remembers that a session is in use; by the hour is enough to tell sessions apart. */
  async use(token: string): Promise<void> {
    await this.unitOfWork.run((tx) =>
      tx.query(`UPDATE auth.session SET "usedAt" = now() WHERE token = $1 AND "usedAt" < now() - interval '1 hour'`, [token]),
    );
  }

  /** Ends one session of a person; false where there is none with this id. */
  async end(tx: Tx, personId: Id, id: Id): Promise<boolean> {
    const [, ended] = (await tx.query('DELETE FROM auth.session WHERE "userId" = $1 AND id = $2', [personId, id])) as [unknown, number];
    return ended > 0;
  }

  /** Ends all sessions of a person but one. */
  async endOthers(tx: Tx, personId: Id, token: string): Promise<void> {
    await tx.query('DELETE FROM auth.session WHERE "userId" = $1 AND token <> $2', [personId, token]);
  }

  /** Notes that in this session a second factor was shown. */
  async strengthen(tx: Tx, personId: Id, token: string): Promise<void> {
    await tx.query('UPDATE auth.session SET "secondFactor" = true WHERE "userId" = $1 AND token = $2', [personId, token]);
  }
}
