import { isId, type Id, type LocalDate } from '@knotenpunkt/kernel';
import type pg from 'pg';
import { digestOfAddress } from './address-digest';
import { registeredPersonalData } from './registry';
import { addressesStatement, erasingStatements, type PersonKeys } from './statements';

/**
 * That somebody was erased: a number that leads to nobody, unless a backup brings the person back; or, of somebody without an account, a
 * digest of the mail address.
 */
export type Erasure = { personId: Id; erasedOn: LocalDate } | { digest: string; erasedOn: LocalDate };

/** All erasures a database remembers; none where it is empty or older than they are. */
export async function erasuresOf(client: pg.ClientBase): Promise<Erasure[]> {
  const read = async (table: string, columns: string): Promise<Erasure[]> => {
    const { rows: there } = await client.query<{ there: boolean }>(`SELECT to_regclass('public.${table}') IS NOT NULL AS there`);
    if (!there[0]!.there) return [];
    return (await client.query<Erasure>(`SELECT ${columns}, erased_on::text AS "erasedOn" FROM public.${table} ORDER BY erased_on, 1`))
      .rows;
  };
  return [...(await read('erasure', 'person_id AS "personId"')), ...(await read('erased_address', 'digest'))];
}

/** Erases again whoever of these came back with a backup, in every room, and remembers it; how many came back. */
export async function replayErasures(client: pg.ClientBase, erasures: readonly Erasure[], secret: string): Promise<number> {
  const persons = erasures.flatMap((one) => ('personId' in one ? [one] : []));
  const addresses = erasures.flatMap((one) => ('digest' in one ? [one] : []));
  const ids = persons.map(({ personId }) => personId);
  await client.query(
    `INSERT INTO public.erasure (person_id, erased_on) SELECT * FROM unnest($1::uuid[], $2::date[]) ON CONFLICT DO NOTHING`,
    [ids, persons.map(({ erasedOn }) => erasedOn)],
  );
  await client.query(
    `INSERT INTO public.erased_address (digest, erased_on) SELECT DISTINCT ON (1) * FROM unnest($1::text[], $2::date[]) ON CONFLICT DO NOTHING`,
    [addresses.map(({ digest }) => digest), addresses.map(({ erasedOn }) => erasedOn)],
  );
  const { rows: back } = await client.query<PersonKeys>('SELECT id, name, email FROM auth."user" WHERE id = ANY($1::uuid[]) ORDER BY id', [
    ids,
  ]);
  const again = [...back, ...(await erasedAmong(client, new Set(addresses.map(({ digest }) => digest)), secret))];
  for (const person of again)
    for (const { text, values } of erasingStatements(registeredPersonalData(), person)) await client.query(text, values);
  return new Set(again.map(({ email }) => email)).size;
}

/** What stands under addresses that were erased; an account that somebody made with one since then is theirs. */
async function erasedAmong(client: pg.ClientBase, digests: ReadonlySet<string>, secret: string): Promise<PersonKeys[]> {
  if (digests.size === 0) return [];
  const { rows } = await client.query<PersonKeys>(
    `SELECT gen_random_uuid() AS id, name, email FROM (${addressesStatement(registeredPersonalData(), { only: false })}) found
     WHERE NOT EXISTS (SELECT FROM auth."user" u WHERE lower(u.email) = found.email)`,
  );
  return rows.filter(({ email }) => digests.has(digestOfAddress(secret, email)));
}

/** A list to keep apart from the backups: one line for each. */
export function writeErasures(erasures: readonly Erasure[]): string {
  return erasures.map((one) => `${'personId' in one ? one.personId : one.digest};${one.erasedOn}\n`).join('');
}

/** The erasures such a list names. */
export function erasuresIn(list: string): Erasure[] {
  return list.split(/\r?\n/).flatMap((line): Erasure[] => {
    const [who = '', erasedOn = ''] = line.trim().split(';');
    if (!/^\d{4}-\d{2}-\d{2}$/.test(erasedOn)) return [];
    if (isId(who)) return [{ personId: who, erasedOn }];
    return /^[\w-]{43}$/.test(who) ? [{ digest: who, erasedOn }] : [];
  });
}
