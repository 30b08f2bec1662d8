import type { Id, LocalDate } from '@knotenpunkt/kernel';
import { isLocalDate } from '@knotenpunkt/kernel';
import { messages } from '../messages';
import { keyOf, type ListRow } from './list-columns';

/** What a list can be about; introductions, requests and outside promises have no name to be called by. */
export const LIST_SUBJECTS = ['ALLIANCE', 'INITIATIVE', 'CHALLENGE', 'ACTOR'] as const;
export type ListSubjectType = (typeof LIST_SUBJECTS)[number];

export interface KnownActor {
  id: Id;
  name: string;
  shortName: string;
  slug: string;
}

export interface KnownSubject {
  type: ListSubjectType;
  id: Id;
  title: string;
  slug: string;
}

export interface KnownCoordinator {
  id: Id;
  name: string;
}

/** A name as it stands in a cell, and whom or what it means. */
export interface ReadName<Found> {
  text: string;
  /** Null: nobody, or not clear who. */
  found: Found | null;
  /** Several are called so. */
  several: boolean;
}

function meant<Found extends { id: Id }>(text: string, candidates: readonly Found[]): ReadName<Found> {
  return { text, found: candidates.length === 1 ? candidates[0]! : null, several: candidates.length > 1 };
}

/** Organisations by name, short name or slug. What somebody chose for a text goes before. */
export class ActorNames {
  private readonly byKey = new Map<string, Map<Id, KnownActor>>();

  constructor(
    actors: readonly KnownActor[],
    private readonly chosen: ReadonlyMap<string, KnownActor> = new Map(),
  ) {
    for (const actor of actors) {
      for (const key of new Set([actor.name, actor.shortName, actor.slug].map(keyOf))) {
        if (key !== '') this.byKey.set(key, (this.byKey.get(key) ?? new Map<Id, KnownActor>()).set(actor.id, actor));
      }
    }
  }

  one(text: string): ReadName<KnownActor> {
    const chosen = this.chosen.get(keyOf(text));
    return chosen ? { text, found: chosen, several: false } : meant(text, [...(this.byKey.get(keyOf(text))?.values() ?? [])]);
  }

  /** Names in one cell, one below the other or with semicolons between; with commas only where each part is somebody. */
  all(cell: string): ReadName<KnownActor>[] {
    return partsOf(cell).flatMap((part) => {
      const whole = this.one(part);
      if (whole.found || whole.several || !part.includes(',')) return [whole];
      const each = trimmed(part.split(',')).map((name) => this.one(name));
      return each.every(({ found }) => found) ? each : [whole];
    });
  }
}

function trimmed(parts: readonly string[]): string[] {
  return parts.map((part) => part.trim()).filter((part) => part !== '');
}

function partsOf(cell: string): string[] {
  return trimmed(cell.split(/[;\n\r]+/));
}

/** Texts in a list that may be names of organisations. */
export function namesInList(rows: readonly ListRow[]): string[] {
  const cells = rows.flatMap(({ cells: { actors, stepActor } }) => [
    ...partsOf(actors),
    ...partsOf(actors).flatMap((part) => trimmed(part.split(','))),
    stepActor,
  ]);
  return [...new Set(cells.map(keyOf))].filter((key) => key !== '');
}

/** "Allianz: Gussform 3D" as kind and name; without a kind that we know, the whole is the name. */
export function splitSubject(cell: string): { type: ListSubjectType | null; name: string } {
  const colon = cell.indexOf(':');
  const kind = keyOf(cell.slice(0, Math.max(colon, 0)));
  const named = (type: ListSubjectType) => [messages.de.list.subjects[type], messages.en.list.subjects[type]].map(keyOf);
  const type = LIST_SUBJECTS.find((each) => named(each).includes(kind)) ?? null;
  return { type, name: (type ? cell.slice(colon + 1) : cell).trim() };
}

/** Texts in a list that may be titles or slugs of what it is about. */
export function subjectsInList(rows: readonly ListRow[]): string[] {
  return [...new Set(rows.map(({ cells }) => keyOf(splitSubject(cells.subject).name)))].filter((key) => key !== '');
}

/** What a cell is about, by title or slug; without a kind whatever is called so. */
export function subjectNames(subjects: readonly KnownSubject[]): (cell: string) => ReadName<KnownSubject> | null {
  const byKey = new Map<string, KnownSubject[]>();
  for (const subject of subjects) {
    for (const key of new Set([keyOf(subject.title), keyOf(subject.slug)])) byKey.set(key, [...(byKey.get(key) ?? []), subject]);
  }
  return (cell) => {
    const { type, name } = splitSubject(cell);
    if (name === '') return null;
    const named = byKey.get(keyOf(name)) ?? [];
    return meant(
      cell,
      named.filter((subject) => type === null || subject.type === type),
    );
  };
}

/** "Meryem Arslan", or as lists have it "M. Arslan" and "Arslan", where only one is called so. */
export function coordinatorNames(coordinators: readonly KnownCoordinator[]): (cell: string) => ReadName<KnownCoordinator> | null {
  const forms = ({ name }: KnownCoordinator) => {
    const [first = '', ...rest] = name.split(' ');
    return [name, `${first.slice(0, 1)}. ${rest.join(' ')}`, rest.join(' ')].map(keyOf);
  };
  return (cell) =>
    cell === ''
      ? null
      : meant(
          cell,
          coordinators.filter((each) => forms(each).includes(keyOf(cell))),
        );
}

/** Days as spreadsheets count them where a cell was not marked as a day: 1 is 1 January 1900. */
const FIRST_SERIAL = Date.UTC(1899, 11, 30);
const A_DAY_MS = 86_400_000;

/** A day as people write it in a list: 30.11.2026, 30.11.26, 2026-11-30; undefined: none of these. */
export function dayIn(cell: string): LocalDate | null | undefined {
  if (cell === '') return null;
  const day = /^(\d{1,2})\.\s?(\d{1,2})\.\s?(\d{4}|\d{2})$/.exec(cell);
  const written = day ? `${day[3]!.padStart(4, '20')}-${day[2]!.padStart(2, '0')}-${day[1]!.padStart(2, '0')}` : cell;
  // From 1954 until 2064: any other number is no day but a mistake.
  if (/^[2-5]\d{4}$/.test(cell)) return new Date(FIRST_SERIAL + Number(cell) * A_DAY_MS).toISOString().slice(0, 10);
  return isLocalDate(written) ? written : undefined;
}
