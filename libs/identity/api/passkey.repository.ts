import { Injectable } from '@nestjs/common';
import type { Id } from '@knotenpunkt/kernel';
import { Database, query, type Tx } from '@knotenpunkt/platform/database';

/** A passkey as its person sees it. */
export interface PasskeyRow {
  id: Id;
  name: string;
  since: Date;
  usedAt: Date | null;
}

/** What is known of a passkey to check what it signed. */
export interface PasskeyCredential {
  credential: string;
  publicKey: string;
  counter: number;
  transports: string[];
}

const ofPerson = query(
  'passkey.ofPerson',
  'SELECT id, name, created_at AS since, used_at AS "usedAt" FROM auth.passkey WHERE person_id = $1 ORDER BY created_at, id LIMIT 50',
);

/** Passkeys as rows: public keys, which open nothing by themselves. */
@Injectable()
export class PasskeyRepository {
  constructor(private readonly database: Database) {}

  ofPerson(personId: Id): Promise<PasskeyRow[]> {
    return this.database.read<PasskeyRow>(ofPerson, [personId]);
  }

  /** The names by which browsers know the passkeys of a person. */
  async credentialsOf(tx: Tx, personId: Id): Promise<{ id: string; transports: string[] }[]> {
    return (await tx.query('SELECT credential AS id, transports FROM auth.passkey WHERE person_id = $1 LIMIT 50', [personId])) as {
      id: string;
      transports: string[];
    }[];
  }

  /** False where there is this passkey already. */
  async insert(tx: Tx, personId: Id, passkey: PasskeyCredential & { name: string }): Promise<boolean> {
    const rows = (await tx.query(
      `INSERT INTO auth.passkey (person_id, credential, public_key, counter, transports, name) VALUES ($1, $2, $3, $4, $5, $6)
       ON CONFLICT (credential) DO NOTHING RETURNING id`,
      [personId, passkey.credential, passkey.publicKey, passkey.counter, passkey.transports, passkey.name],
    )) as unknown[];
    return rows.length > 0;
  }

  /** A passkey with whom it belongs to, locked, so that no counter is read twice. */
  async byCredential(tx: Tx, credential: string): Promise<(PasskeyCredential & { personId: Id }) | null> {
    const rows = (await tx.query(
      `SELECT credential, public_key AS "publicKey", counter::float8 AS counter, transports, person_id AS "personId"
       FROM auth.passkey WHERE credential = $1 FOR UPDATE`,
      [credential],
    )) as (PasskeyCredential & { personId: Id })[];
    return rows[0] ?? null;
  }

  async use(tx: Tx, credential: string, counter: number): Promise<void> {
    await tx.query('UPDATE auth.passkey SET counter = $2, used_at = now() WHERE credential = $1', [credential, counter]);
  }

  async remove(tx: Tx, personId: Id, id: Id): Promise<boolean> {
    const [, gone] = (await tx.query('DELETE FROM auth.passkey WHERE person_id = $1 AND id = $2', [personId, id])) as [unknown, number];
    return gone > 0;
  }
}
