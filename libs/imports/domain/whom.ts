import type { Id } from '@knotenpunkt/kernel';
import type { RowDecision } from './batch';
import type { KnownActor } from './judge';
import { candidatesAmong, reasonsOf, type Candidate, type Traits } from './likeness';
import type { ListedActor } from './listed-actor';

/** An organisation of the directory with what is compared of it. */
export interface TraitedActor extends KnownActor {
  slug: string;
  traits: Traits;
}

/** One that is not in the directory any more: archived by itself, hidden, or merged into another. Which of these a table is not told. */
export interface UnlistedActor extends TraitedActor {
  mergedIntoId: Id | null;
}

/** What is known of the organisations a row may mean. */
export interface Around {
  actors: ReadonlyMap<Id, TraitedActor>;
  unlisted: ReadonlyMap<Id, UnlistedActor>;
  /** Those that have something in common with it. */
  alike: readonly Id[];
  /** Whose number in a list it has, and whose in a register. */
  numbered: Id | undefined;
  registered: Id | undefined;
}

export interface AskedRow {
  said: ListedActor;
  traits: Traits;
  decision: RowDecision | null;
  decidedId: Id | null;
}

/** Whom a row means without any doubt: one that is there, or one that is not in the directory any more; both null: nobody for certain. */
export interface Meant {
  target: TraitedActor | null;
  /** The row calls it what an entry was called that became part of it. */
  byFormerName: boolean;
  unlisted: UnlistedActor | null;
}

const NOBODY: Meant = { target: null, byFormerName: false, unlisted: null };

/** The organisation a row means without any doubt. Those that are there go before those that are not; what was merged is the entry it became part of. */
export function whomMeant(row: AskedRow, around: Around): Meant {
  const { actors, unlisted } = around;
  if (row.decision === 'NOT_SAME') return NOBODY;
  if (row.decision === 'SAME' && row.decidedId !== null)
    return { ...NOBODY, target: actors.get(row.decidedId) ?? null, unlisted: unlisted.get(row.decidedId) ?? null };
  const there = fitting(row, around, actors);
  if (there.length > 0) return { ...NOBODY, target: there.length === 1 ? there[0]! : null };
  const gone = fitting(row, around, unlisted);
  if (gone.length === 0) return NOBODY;
  const [first] = gone;
  if (gone.every(({ mergedIntoId }) => mergedIntoId === null)) return { ...NOBODY, unlisted: first! };
  const became = gone.length === 1 && first!.mergedIntoId !== null ? actors.get(first!.mergedIntoId) : undefined;
  if (became) return { ...NOBODY, target: became, byFormerName: true };
  return { ...NOBODY, unlisted: gone.length === 1 ? first! : null };
}

/** Who has its number and something else of it, else who is called exactly so in a place that does not say otherwise. */
function fitting<Known extends TraitedActor>(
  { said, traits }: AskedRow,
  { alike, numbered }: Around,
  known: ReadonlyMap<Id, Known>,
): Known[] {
  const own = numbered === undefined ? undefined : known.get(numbered);
  // Another list may use the same numbers for others: something else must be alike.
  if (own && reasonsOf({ ...traits, key: null }, own.traits).length > 0) return [own];
  const name = said.name.toLowerCase();
  return alike
    .flatMap((id) => known.get(id) ?? [])
    .filter((one) => one.name.toLowerCase() === name && (traits.city === '' || one.traits.city === '' || one.traits.city === traits.city));
}

/** Those a row may mean, the best founded first. Instead of one that was merged the entry it became part of is named. */
export function whomMaybe({ traits }: Pick<AskedRow, 'traits'>, { actors, unlisted, alike, numbered, registered }: Around): Candidate[] {
  const ids = new Set([registered, numbered, ...alike].filter((id) => id !== undefined));
  const among = [...ids].flatMap((id) => {
    const known = actors.get(id) ?? unlisted.get(id);
    if (!known) return [];
    const became = 'mergedIntoId' in known && known.mergedIntoId !== null ? actors.get(known.mergedIntoId as Id) : undefined;
    const shown = became ?? known;
    return [
      {
        ...known.traits,
        register: id === registered ? traits.register : null,
        key: id === numbered ? traits.key : null,
        ...{ id: shown.id, name: shown.name, cityName: shown.city, slug: shown.slug, listed: actors.has(shown.id) },
      },
    ];
  });
  return candidatesAmong(traits, among);
}
