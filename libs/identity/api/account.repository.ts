import { Injectable } from '@nestjs/common';
import type { Addressee } from '@knotenpunkt/identity/domain';
import { newId, type Id } from '@knotenpunkt/kernel';
import { Database, query, type Tx } from '@knotenpunkt/platform/database';
import { registeredPersonalData } from './personal-data/registry';
import { followingStatements } from './personal-data/statements';

/** A person as mails about the account need it. */
export interface AccountPerson extends Addressee {
  id: Id;
}

const PERSON = `SELECT u.id, u.name, u.email, coalesce(u.language, 'de') AS language FROM auth."user" u`;
const withPassword = query(
  'account.withPassword',
  `SELECT u.id, a.password FROM auth."user" u LEFT JOIN auth.account a ON a."userId" = u.id AND a."providerId" = 'credential' WHERE u.email = $1`,
);
const passwordOf = query('account.password', `SELECT password FROM auth.account WHERE "userId" = $1 AND "providerId" = 'credential'`);

/** A service by which a person signs in, or, where it is not linked any more, no longer does. */
export interface LinkedService {
  key: string;
  linked: boolean;
  since: Date;
}

const services = query(
  'account.services',
  `SELECT substring("providerId" FROM ':(.*)$') AS key, "providerId" LIKE 'oidc:%' AS linked, "updatedAt" AS since
   FROM auth.account WHERE "userId" = $1 AND "providerId" ~ '^oidc(-off)?:' ORDER BY 2 DESC, 1 LIMIT 100`,
);

/** Accounts as rows: persons, their addresses and the digests of their passwords. */
@Injectable()
export class AccountRepository {
  constructor(private readonly database: Database) {}

  /** Whom a mail address belongs to, with the digest of the password, null where none is set. */
  withPassword(email: string): Promise<{ id: Id; password: string | null } | null> {
    return this.database.readOne(withPassword, [email]);
  }

  /** The digest of a person's password; null: none is set. */
  async passwordOf(personId: Id): Promise<string | null> {
    return (await this.database.readOne<{ password: string | null }>(passwordOf, [personId]))?.password ?? null;
  }

  /** The person with an address, locked; null where nobody has it, or the access is blocked. */
  async byMail(tx: Tx, email: string): Promise<AccountPerson | null> {
    return this.one(tx, 'u.email = $1', email);
  }

  async byId(tx: Tx, personId: Id): Promise<AccountPerson | null> {
    return this.one(tx, 'u.id = $1', personId);
  }

  /** Whether an address belongs to somebody, blocked or not. */
  async isTaken(tx: Tx, email: string): Promise<boolean> {
    return ((await tx.query('SELECT FROM auth."user" WHERE email = $1', [email])) as unknown[]).length > 0;
  }

  /** The person with a mail address, made when there is none yet. */
  async findOrCreate(tx: Tx, person: { name: string; email: string }): Promise<{ id: Id; isNew: boolean }> {
    const rows = (await tx.query(
      `INSERT INTO auth."user" (id, name, email) VALUES ($1, $2, $3) ON CONFLICT (email) DO UPDATE SET email = excluded.email RETURNING id, (xmax = 0) AS "isNew"`,
      [newId(), person.name, person.email],
    )) as { id: Id; isNew: boolean }[];
    return rows[0]!;
  }

  /** A new person whose address is known to be theirs. */
  async insert(tx: Tx, person: Omit<AccountPerson, 'id'>): Promise<Id> {
    const id = newId();
    await tx.query('INSERT INTO auth."user" (id, name, email, language, "emailVerified") VALUES ($1, $2, $3, $4, true)', [
      id,
      person.name,
      person.email,
      person.language,
    ]);
    return id;
  }

  /** Sets the digest of a password; whoever could read the mail with the link has the address. Ends all sessions. */
  async setPassword(tx: Tx, personId: Id, digest: string): Promise<void> {
    await tx.query('UPDATE auth."user" SET "emailVerified" = true, "updatedAt" = now() WHERE id = $1', [personId]);
    const [, changed] = (await tx.query(
      `UPDATE auth.account SET password = $2, "updatedAt" = now() WHERE "userId" = $1 AND "providerId" = 'credential'`,
      [personId, digest],
    )) as [unknown[], number];
    if (changed > 0) return;
    await tx.query(
      `INSERT INTO auth.account (id, "accountId", "providerId", "userId", password) VALUES ($1, $2::text, 'credential', $2::uuid, $3)`,
      [newId(), personId, digest],
    );
    await tx.query('DELETE FROM auth.session WHERE "userId" = $1', [personId]);
    await tx.query('DELETE FROM auth.ticket WHERE person_id = $1', [personId]);
  }

  /** False where it was the name before. */
  async changeName(tx: Tx, personId: Id, name: string): Promise<boolean> {
    const sql = 'UPDATE auth."user" SET name = $2, "updatedAt" = now() WHERE id = $1 AND name <> $2';
    const [, changed] = (await tx.query(sql, [personId, name])) as [unknown[], number];
    return changed > 0;
  }

  /** Gives a person another address, also where rooms find what is the person's by it, which ends all sessions; false where somebody has it meanwhile. */
  async changeAddress(tx: Tx, { id, email: from }: { id: Id; email: string }, email: string): Promise<boolean> {
    const [, changed] = (await tx.query(
      `UPDATE auth."user" SET email = $2, "emailVerified" = true, "updatedAt" = now()
       WHERE id = $1 AND NOT EXISTS (SELECT FROM auth."user" WHERE email = $2)`,
      [id, email],
    )) as [unknown[], number];
    if (changed === 0) return false;
    for (const { text, values } of followingStatements(registeredPersonalData(), { from, to: email })) await tx.query(text, values);
    return true;
  }

  /** Whom a service means; null: it has not been here with this person. Of a blocked one nobody learns that here. */
  async bySubject(tx: Tx, key: string, subject: string): Promise<Id | null> {
    const rows = (await tx.query('SELECT "userId" AS id FROM auth.account WHERE "providerId" = $1 AND "accountId" = $2', [
      `oidc:${key}`,
      subject,
    ])) as { id: Id }[];
    return rows[0]?.id ?? null;
  }

  /** Whether a service calls a person anything yet. */
  async isLinked(tx: Tx, personId: Id, key: string): Promise<boolean> {
    const rows = (await tx.query('SELECT FROM auth.account WHERE "userId" = $1 AND "providerId" = $2', [
      personId,
      `oidc:${key}`,
    ])) as unknown[];
    return rows.length > 0;
  }

  /** Remembers what a service calls a person; no token of the service is kept. */
  async link(tx: Tx, personId: Id, key: string, subject: string): Promise<void> {
    await tx.query(`INSERT INTO auth.account (id, "accountId", "providerId", "userId") VALUES ($1, $2, $3, $4)`, [
      newId(),
      subject,
      `oidc:${key}`,
      personId,
    ]);
    await tx.query('UPDATE auth."user" SET "emailVerified" = true WHERE id = $1', [personId]);
  }

  /** The services that are linked with a person's account, or were and are no longer to be. */
  async servicesOf(personId: Id): Promise<LinkedService[]> {
    return this.database.read<LinkedService>(services, [personId]);
  }

  /** Whether the person has said that a service is no longer to be linked. */
  async isUnlinked(tx: Tx, personId: Id, key: string): Promise<boolean> {
    const sql = 'SELECT FROM auth.account WHERE "userId" = $1 AND "providerId" = $2';
    return ((await tx.query(sql, [personId, `oidc-off:${key}`])) as unknown[]).length > 0;
  }

  /** Parts a service from an account. It stays noted, so that the next time by the same address does not link it again; false: it was not linked. */
  async unlink(tx: Tx, personId: Id, key: string): Promise<boolean> {
    return this.rename(tx, personId, [`oidc:${key}`, `oidc-off:${key}`]);
  }

  /** Forgets that a service was parted; false: it was not. */
  async allow(tx: Tx, personId: Id, key: string): Promise<boolean> {
    const sql = 'DELETE FROM auth.account WHERE "userId" = $1 AND "providerId" = $2';
    const [, gone] = (await tx.query(sql, [personId, `oidc-off:${key}`])) as [unknown[], number];
    return gone > 0;
  }

  private async rename(tx: Tx, personId: Id, [from, to]: readonly [string, string]): Promise<boolean> {
    const sql = 'UPDATE auth.account SET "providerId" = $3, "updatedAt" = now() WHERE "userId" = $1 AND "providerId" = $2';
    const [, changed] = (await tx.query(sql, [personId, from, to])) as [unknown[], number];
    return changed > 0;
  }

  private async one(tx: Tx, condition: string, value: string): Promise<AccountPerson | null> {
    const rows = (await tx.query(`${PERSON} WHERE ${condition} AND u.id NOT IN (SELECT person_id FROM blocked_person_v1) FOR UPDATE OF u`, [
      value,
    ])) as AccountPerson[];
    return rows[0] ?? null;
  }
}
