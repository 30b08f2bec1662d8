import { createHmac } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { UnitOfWork } from '@knotenpunkt/platform/database';
import { IDENTITY_SETTINGS, type IdentitySettings } from './identity-settings';

/** How many attempts of a kind are let through within fifteen minutes. */
export const ATTEMPTS = {
  /** Guessing the password of one account from one address. */
  'sign-in here': 10,
  /** Guessing the password of one account from many addresses. Higher, so that nobody is locked out by somebody else so easily. */
  'sign-in account': 100,
  /** Trying one password at many accounts. */
  'sign-in address': 60,
  /** Filling somebody's letter box. */
  'link account': 5,
  'link address': 30,
  /** Guessing the password of whoever is signed in at an unattended screen. */
  'password person': 10,
  /** Having mails sent to addresses of others, as somebody signed in. */
  'address person': 10,
  /** Guessing the second factor of whose password one knows. */
  'code person': 10,
  /** Telling that person that somebody does. */
  'code told': 1,
  /** Asking for the riddles of passkeys. */
  'passkey address': 120,
  /** Setting out to a service that signs people in. */
  'sign-on address': 120,
  /** Reporting content or barriers, which needs no account. */
  'report address': 20,
  /** Having pictures worked on, which is dear. */
  'picture person': 60,
  /** Having workbooks read, likewise. */
  'sheet person': 60,
} as const;

export type Attempt = keyof typeof ATTEMPTS;

const MINUTES = 15;

/** Counts attempts in the database, for all servers together. What is kept is a digest, and that for minutes. */
@Injectable()
export class Attempts {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    @Inject(IDENTITY_SETTINGS) private readonly settings: IdentitySettings,
  ) {}

  /** Counts one attempt for each of `subjects` and answers how many seconds to wait, 0 when it may go ahead. */
  async count(subjects: Partial<Record<Attempt, string>>): Promise<number> {
    const kinds = Object.keys(subjects) as Attempt[];
    const rows = await this.unitOfWork.run(async (tx) => {
      await tx.query('DELETE FROM auth.attempt WHERE until < now()');
      return (await tx.query(
        `INSERT INTO auth.attempt (key, count, until)
         SELECT key, 1, now() + make_interval(mins => $2) FROM unnest($1::text[]) AS key ORDER BY key
         ON CONFLICT (key) DO UPDATE SET count = attempt.count + 1
         RETURNING key, count, ceil(extract(epoch FROM until - now()))::int AS wait`,
        [kinds.map((kind) => this.keyOf(kind, subjects[kind]!)), MINUTES],
      )) as { key: string; count: number; wait: number }[];
    });
    const limits = new Map(kinds.map((kind) => [this.keyOf(kind, subjects[kind]!), ATTEMPTS[kind]]));
    return Math.max(0, ...rows.map(({ key, count, wait }) => (count > limits.get(key)! ? wait : 0)));
  }

  /** Takes back what was counted for an attempt that went well. */
  async forgive(subjects: Partial<Record<Attempt, string>>): Promise<void> {
    const keys = (Object.keys(subjects) as Attempt[]).map((kind) => this.keyOf(kind, subjects[kind]!));
    await this.unitOfWork.run((tx) => tx.query('UPDATE auth.attempt SET count = count - 1 WHERE key = ANY($1) AND count > 0', [keys]));
  }

  private keyOf(kind: Attempt, subject: string): string {
    return createHmac('sha256', this.settings.secret).update(`${kind} ${subject}`).digest('base64url');
  }
}
