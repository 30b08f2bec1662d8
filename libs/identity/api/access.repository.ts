import { Injectable } from '@nestjs/common';
import type { PersonAccess } from '@knotenpunkt/identity/domain';
import type { Id } from '@knotenpunkt/kernel';
import { Database, query, type Tx } from '@knotenpunkt/platform/database';

const PERSON = `
  SELECT u.id, u.name, u.email,
    EXISTS (SELECT FROM auth.authenticator WHERE person_id = u.id AND since IS NOT NULL)
      OR EXISTS (SELECT FROM auth.passkey WHERE person_id = u.id) AS "secondFactor",
    CASE WHEN b.id IS NOT NULL THEN jsonb_build_object('reason', b.reason, 'at', b.blocked_at, 'by', coalesce(by.name, '')) END AS block
  FROM auth."user" u LEFT JOIN person_block b ON b.person_id = u.id AND b.opened_at IS NULL LEFT JOIN auth."user" by ON by.id = b.blocked_by`;

const blocked = query('access.blocked', `${PERSON} WHERE b.id IS NOT NULL ORDER BY b.blocked_at DESC, u.id LIMIT $1`);
const found = query(
  'access.found',
  `${PERSON} WHERE position($1 IN lower(u.name)) > 0 OR position($1 IN u.email) > 0 ORDER BY u.name COLLATE "de-x-icu", u.id LIMIT $2`,
);

type Row = Omit<PersonAccess, 'block'> & { block: { reason: string; at: string; by: string } | null };
const personOf = ({ block, ...person }: Row): PersonAccess => ({ ...person, block: block && { ...block, at: new Date(block.at) } });

/** Accounts that are blocked, and were. */
@Injectable()
export class AccessRepository {
  constructor(private readonly database: Database) {}

  /** Whose access is blocked, the last one first. */
  async blocked(limit: number): Promise<PersonAccess[]> {
    return (await this.database.read<Row>(blocked, [limit])).map(personOf);
  }

  /** Persons whose name or address holds a text. */
  async found(text: string, limit: number): Promise<PersonAccess[]> {
    return (await this.database.read<Row>(found, [text.toLowerCase(), limit])).map(personOf);
  }

  /** Locked, so that two who block each other at once do not both succeed. */
  async lock(tx: Tx, personIds: readonly Id[]): Promise<void> {
    await tx.query('SELECT id FROM auth."user" WHERE id = ANY($1::uuid[]) ORDER BY id FOR UPDATE', [personIds]);
  }

  async find(tx: Tx, personId: Id): Promise<PersonAccess | null> {
    const rows = (await tx.query(`${PERSON} WHERE u.id = $1`, [personId])) as Row[];
    return rows[0] ? personOf(rows[0]) : null;
  }

  async block(tx: Tx, personId: Id, { reason, at, by }: { reason: string; at: Date; by: Id }): Promise<void> {
    await tx.query('INSERT INTO person_block (person_id, reason, blocked_at, blocked_by) VALUES ($1, $2, $3, $4)', [
      personId,
      reason,
      at,
      by,
    ]);
  }

  async open(tx: Tx, personId: Id, { at, by }: { at: Date; by: Id }): Promise<void> {
    await tx.query('UPDATE person_block SET opened_at = $2, opened_by = $3 WHERE person_id = $1 AND opened_at IS NULL', [personId, at, by]);
  }
}
