import { Injectable } from '@nestjs/common';
import type { Id } from '@knotenpunkt/kernel';
import type { Tx } from '@knotenpunkt/platform/database';

/** Whether the thing with this id is hidden, as a condition of SQL. */
export const isHidden = (id: string) => `EXISTS (SELECT FROM hidden_subject_v1 h WHERE h.subject_id = ${id})`;

/** What the coordination has taken out of sight. The room of an entry says what of it is left to whom; acts about it are told to nobody. */
@Injectable()
export class HiddenSubjects {
  /** `with`: what hangs on it and is named in acts of its own. */
  async hide(tx: Tx, id: Id, { with: others = [] }: { with?: readonly Id[] } = {}): Promise<void> {
    await tx.query('INSERT INTO hidden_subject (subject_id, because_id) SELECT unnest($1::uuid[]), $2 ON CONFLICT DO NOTHING', [
      [id, ...others],
      id,
    ]);
  }

  /** It comes back, with what hangs on it; false where it was not hidden. */
  async show(tx: Tx, id: Id): Promise<boolean> {
    const [, shown] = (await tx.query('DELETE FROM hidden_subject WHERE because_id = $1', [id])) as [unknown[], number];
    return shown > 0;
  }

  async has(tx: Tx, id: Id): Promise<boolean> {
    return ((await tx.query(`SELECT WHERE ${isHidden('$1')}`, [id])) as unknown[]).length > 0;
  }
}
