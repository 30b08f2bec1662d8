import { Injectable } from '@nestjs/common';
import type { Id } from '@knotenpunkt/kernel';
import { Database, query, type Tx } from '@knotenpunkt/platform/database';

/** What a person has beside the password. */
export interface Factors {
  authenticatorSince: Date | null;
  passkeys: number;
  recoveryCodes: number;
  /** Coordinates a region or administrates the platform. */
  holdsOffice: boolean;
}

const factorsOf = query(
  'secondFactor.of',
  `SELECT (SELECT since FROM auth.authenticator WHERE person_id = $1) AS "authenticatorSince",
     (SELECT count(*)::int FROM auth.passkey WHERE person_id = $1) AS passkeys,
     (SELECT count(*)::int FROM auth.recovery_code WHERE person_id = $1) AS "recoveryCodes",
     EXISTS (SELECT FROM coordinator WHERE person_id = $1) OR EXISTS (SELECT FROM platform_administrator WHERE person_id = $1) AS "holdsOffice"`,
);

/** Minutes within which an app that was told a secret is confirmed. */
const CONFIRMED_WITHIN = 30;

/** Authenticator apps and recovery codes as rows. */
@Injectable()
export class SecondFactorRepository {
  constructor(private readonly database: Database) {}

  async of(personId: Id): Promise<Factors> {
    return (await this.database.readOne<Factors>(factorsOf, [personId]))!;
  }

  /** Keeps the sealed secret of an app that is not confirmed yet; false where one is confirmed already. */
  async propose(tx: Tx, personId: Id, secret: string): Promise<boolean> {
    const rows = (await tx.query(
      `INSERT INTO auth.authenticator (person_id, secret) VALUES ($1, $2)
       ON CONFLICT (person_id) DO UPDATE SET secret = excluded.secret, last_step = 0, proposed_at = now() WHERE authenticator.since IS NULL RETURNING person_id`,
      [personId, secret],
    )) as unknown[];
    return rows.length > 0;
  }

  /** The sealed secret of a person's app, confirmed or just now to be; locked. */
  async secretOf(tx: Tx, personId: Id, confirmed: boolean): Promise<string | null> {
    const rows = (await tx.query(
      `SELECT secret FROM auth.authenticator WHERE person_id = $1 AND (since IS NOT NULL) = $2
         AND (since IS NOT NULL OR proposed_at > now() - interval '${CONFIRMED_WITHIN} minutes') FOR UPDATE`,
      [personId, confirmed],
    )) as { secret: string }[];
    return rows[0]?.secret ?? null;
  }

  /** Notes that the code of a period was used; false where that, or a later one, was used before. */
  async useStep(tx: Tx, personId: Id, step: number): Promise<boolean> {
    const [, used] = (await tx.query('UPDATE auth.authenticator SET last_step = $2 WHERE person_id = $1 AND last_step < $2', [
      personId,
      step,
    ])) as [unknown, number];
    return used > 0;
  }

  async confirm(tx: Tx, personId: Id): Promise<void> {
    await tx.query('UPDATE auth.authenticator SET since = now() WHERE person_id = $1', [personId]);
  }

  async removeAuthenticator(tx: Tx, personId: Id): Promise<boolean> {
    const [, gone] = (await tx.query('DELETE FROM auth.authenticator WHERE person_id = $1 AND since IS NOT NULL', [personId])) as [
      unknown,
      number,
    ];
    return gone > 0;
  }

  /** Takes recovery codes away that have nothing left to stand in for. */
  async forgetIdleRecoveryCodes(tx: Tx, personId: Id): Promise<void> {
    await tx.query(
      `DELETE FROM auth.recovery_code WHERE person_id = $1
         AND NOT EXISTS (SELECT FROM auth.authenticator WHERE person_id = $1 AND since IS NOT NULL)
         AND NOT EXISTS (SELECT FROM auth.passkey WHERE person_id = $1)`,
      [personId],
    );
  }

  /** Takes everything away that a person has beside the password; why and by whom stays. A trigger ends the sessions. */
  async takeAway(tx: Tx, personId: Id, { reason, by }: { reason: string; by: Id }): Promise<void> {
    for (const table of ['authenticator', 'passkey', 'recovery_code'])
      await tx.query(`DELETE FROM auth.${table} WHERE person_id = $1`, [personId]);
    await tx.query('INSERT INTO factor_removal (person_id, reason, removed_by) VALUES ($1, $2, $3)', [personId, reason, by]);
  }

  /** Exchanges all recovery codes. */
  async setRecoveryCodes(tx: Tx, personId: Id, digests: readonly string[]): Promise<void> {
    await tx.query('DELETE FROM auth.recovery_code WHERE person_id = $1', [personId]);
    await tx.query('INSERT INTO auth.recovery_code (person_id, digest) SELECT $1, unnest($2::text[])', [personId, digests]);
  }

  /** Uses a recovery code up; false where there is none with this digest. */
  async useRecoveryCode(tx: Tx, personId: Id, digest: string): Promise<boolean> {
    const [, used] = (await tx.query('DELETE FROM auth.recovery_code WHERE person_id = $1 AND digest = $2', [personId, digest])) as [
      unknown,
      number,
    ];
    return used > 0;
  }
}
