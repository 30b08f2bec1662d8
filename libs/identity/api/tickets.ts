import { createHash, randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { Id } from '@knotenpunkt/kernel';
import { Database, query, type Tx } from '@knotenpunkt/platform/database';

/** What a ticket opens, and for how many minutes. */
export const TICKETS = {
  /** An account for an address, with a password. */
  REGISTER: 24 * 60,
  /** A new password. */
  PASSWORD: 60,
  /** Another mail address. */
  ADDRESS: 60,
  /** The rest of a sign-in, after the password. */
  SECOND_FACTOR: 10,
  /** What a browser signs to make a passkey, and to sign in with one. */
  PASSKEY_NEW: 10,
  PASSKEY: 10,
  /** A mandate, for whom it was offered to. */
  INVITATION: 7 * 24 * 60,
  /** The way to a service that signs people in, and back. */
  SIGN_ON: 10,
} as const;

export type Purpose = keyof typeof TICKETS;

export interface Ticket {
  /** Null: nobody has an account yet. */
  personId: Id | null;
  content: Record<string, unknown>;
}

// A blocked person's tickets are as good as ended.
const VALID = `digest = $1 AND purpose = $2 AND until > now()
  AND (person_id IS NULL OR person_id NOT IN (SELECT person_id FROM public.blocked_person_v1))`;
const looked = query('ticket.looked', `SELECT person_id AS "personId", content FROM auth.ticket WHERE ${VALID}`);

// With the purpose, so that a token of one kind is none of another even where somebody mixes the columns up.
const digestOf = (purpose: Purpose, token: string) => createHash('sha256').update(`${purpose} ${token}`).digest('base64url');

/**
 * What opens one thing once: a random token in a mail or a cookie, of which only a digest is kept, bound to a purpose and, where
 * there is one, to a person.
 */
@Injectable()
export class Tickets {
  constructor(private readonly database: Database) {}

  /** A new token. `instead`: earlier ones of this person for this purpose end. */
  async issue(
    tx: Tx,
    purpose: Purpose,
    { personId, content = {}, instead = false }: { personId: Id | null; content?: Record<string, unknown>; instead?: boolean },
  ): Promise<string> {
    const token = randomBytes(32).toString('base64url');
    await tx.query('DELETE FROM auth.ticket WHERE until < now()');
    if (instead) await tx.query('DELETE FROM auth.ticket WHERE person_id = $1 AND purpose = $2', [personId, purpose]);
    await tx.query(
      'INSERT INTO auth.ticket (digest, purpose, person_id, content, until) VALUES ($1, $2, $3, $4, now() + make_interval(mins => $5))',
      [digestOf(purpose, token), purpose, personId, JSON.stringify(content), TICKETS[purpose]],
    );
    return token;
  }

  /** What a token opens, without using it up; null where it opens nothing. */
  look(purpose: Purpose, token: string): Promise<Ticket | null> {
    return this.database.readOne<Ticket>(looked, [digestOf(purpose, token), purpose]);
  }

  /** Uses a token up. Of two who come with the same one, one gets null. */
  async redeem(tx: Tx, purpose: Purpose, token: string): Promise<Ticket | null> {
    const [rows] = (await tx.query(`DELETE FROM auth.ticket WHERE ${VALID} RETURNING person_id AS "personId", content`, [
      digestOf(purpose, token),
      purpose,
    ])) as [Ticket[], number];
    return rows[0] ?? null;
  }
}
