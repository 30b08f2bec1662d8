import { isId, type Id, type LocalDate } from '@knotenpunkt/kernel';
import type pg from 'pg';
import { registeredPersonalData } from './registry';
import { erasingStatements, type PersonKeys } from './statements';

/** That somebody was erased: a number that leads to nobody, unless a backup brings the person back. */
export interface Erasure {
  personId: Id;
  erasedOn: LocalDate;
}

/** All erasures a database remembers; none where it is empty or older than they are. */
export async function erasuresOf(client: pg.ClientBase): Promise<Erasure[]> {
  const { rows: there } = await client.query<{ there: boolean }>(`SELECT to_regclass('public.erasure') IS NOT NULL AS there`);
  if (!there[0]!.there) return [];
  const { rows } = await client.query<Erasure>(
    'SELECT person_id AS "personId", erased_on::text AS "erasedOn" FROM public.erasure ORDER BY erased_on, person_id',
  );
  return rows;
}

/** Erases again whoever of these came back with a backup, in every room, and remembers it; how many came back. */
export async function replayErasures(client: pg.ClientBase, erasures: readonly Erasure[]): Promise<number> {
  const ids = erasures.map(({ personId }) => personId);
  await client.query(
    `INSERT INTO public.erasure (person_id, erased_on) SELECT * FROM unnest($1::uuid[], $2::date[]) ON CONFLICT DO NOTHING`,
    [ids, erasures.map(({ erasedOn }) => erasedOn)],
  );
  const { rows: back } = await client.query<PersonKeys>('SELECT id, name, email FROM auth."user" WHERE id = ANY($1::uuid[]) ORDER BY id', [
    ids,
  ]);
  for (const person of back)
    for (const { text, values } of erasingStatements(registeredPersonalData(), person)) await client.query(text, values);
  return back.length;
}

/** A list to keep apart from the backups: one line for each. */
export function writeErasures(erasures: readonly Erasure[]): string {
  return erasures.map(({ personId, erasedOn }) => `${personId};${erasedOn}\n`).join('');
}

/** The erasures such a list names. */
export function erasuresIn(list: string): Erasure[] {
  return list.split(/\r?\n/).flatMap((line) => {
    const [personId = '', erasedOn = ''] = line.trim().split(';');
    return isId(personId) && /^\d{4}-\d{2}-\d{2}$/.test(erasedOn) ? [{ personId, erasedOn }] : [];
  });
}
