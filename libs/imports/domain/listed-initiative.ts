import { searchTextOf, type KnownCompetences } from '@knotenpunkt/actors/domain';
import {
  initiativeRefusals,
  LISTED_INITIATIVE_PARTS,
  readInitiativeRow,
  type InitiativeText,
  type ListedInitiativePart,
  type TableColumnName,
} from '@knotenpunkt/initiatives/domain';
import type { Id } from '@knotenpunkt/kernel';
import { partsOfCell, RowCells, type CellProblem } from './cells';
import { changesAmong, type Target } from './judge';
import { ALIKE, likeness, type Candidate } from './likeness';
import { readReference, referenceOf, type Reference } from './reference';

/** A Vorhaben as it stands, as far as tables can change it. */
export interface KnownInitiative extends Pick<InitiativeText, ListedInitiativePart> {
  id: Id;
  slug: string;
  leadId: Id;
  leadName: string;
  leadCertainty: string;
  sourceNote: string | null;
  /** Somebody changed something about it here; what stands there was not written, or put back, by a table. */
  changedHere: boolean;
  version: number;
}

/** What a row says of a Vorhaben. */
export interface ListedInitiative {
  /** As it would be entered. */
  text: InitiativeText;
  /** The parts the row says something of; what it does not say of one that is there stays. */
  told: readonly ListedInitiativePart[];
  /** What is missing where it is not there yet. */
  missing: CellProblem[];
}

/** The most partners of one row. */
const MOST_PARTNERS = 30;

const PRECISION_OF = { startPrecision: 'startOn', endPrecision: 'endOn' } as const;

/** What a row says of a Vorhaben, who leads it, and who takes part. */
export function readListedInitiative(
  cells: readonly string[],
  fields: readonly (string | null)[],
  known: KnownCompetences,
): { said: ListedInitiative; problems: CellProblem[]; lead: Reference | null; partners: Reference[] } {
  const row = new RowCells(cells, fields, 'title');
  const lead = readReference(row, 'lead');
  const named = partsOfCell(row.get('partners') ?? '');
  if (named.length > MOST_PARTNERS) row.refuse('partners', 'TOO_MANY_WORDS', { max: MOST_PARTNERS });
  const { text, refusals } = readInitiativeRow((column: TableColumnName) => row.get(column) ?? '', known);
  const missing = refusals.filter(({ code, field }) => code === 'TEXT_MISSING' && field === 'summary');
  for (const { code, field = 'title', params } of refusals) {
    if (missing.some((each) => each.field === field && each.code === code)) continue;
    row.refuse(field, code, params);
  }
  const told = LISTED_INITIATIVE_PARTS.filter(
    (part) => row.get(part in PRECISION_OF ? PRECISION_OF[part as keyof typeof PRECISION_OF] : part) !== undefined,
  );
  return {
    said: { text, told, missing: missing.map(({ code }) => ({ field: 'summary', code })) },
    problems: row.problems,
    lead,
    partners: named.slice(0, MOST_PARTNERS).map((words) => referenceOf('partners', words)),
  };
}

/** Rows of one table with the same mean the same. */
export function initiativeIdentity(leadId: Id, title: string): string {
  return `${leadId}|${searchTextOf(title)}`;
}

/** The Vorhaben a row means without any doubt, or those it may mean: of the same lead with similar words, or of another with the same. */
export function initiativeMeant(
  title: string,
  leadId: Id,
  known: readonly KnownInitiative[],
): { target: KnownInitiative | null; candidates: Candidate[] } {
  const key = searchTextOf(title);
  const likenessOf = (one: KnownInitiative) =>
    searchTextOf(one.title) === key ? 1 : one.leadId === leadId ? likeness(searchTextOf(one.title), key) : 0;
  const same = known.filter((one) => one.leadId === leadId && searchTextOf(one.title) === key);
  if (same.length === 1) return { target: same[0]!, candidates: [] };
  const alike = known
    .map((one) => ({ one, how: likenessOf(one) }))
    .filter(({ how }) => how >= ALIKE)
    .sort((a, b) => b.how - a.how || (a.one.id < b.one.id ? -1 : 1));
  const candidates = alike.slice(0, 5).map(({ one: { id, title: name, leadName, slug }, how }): Candidate => ({
    ...{ id, name, city: leadName, slug },
    reasons: [how === 1 ? 'NAME' : 'NAME_ALIKE'],
  }));
  return { target: null, candidates };
}

/** What a row says otherwise of a Vorhaben: the word of its lead counts more, also where only an editor of it wrote, who confirms nothing. */
export function initiativeTarget({ text, told }: ListedInitiative, known: KnownInitiative): Target {
  const said = Object.fromEntries(told.map((part) => [part, text[part]])) as Partial<Pick<InitiativeText, ListedInitiativePart>>;
  const saidByLead = known.leadCertainty === 'CONFIRMED' && known.sourceNote === null;
  return {
    id: known.id,
    version: known.version,
    changes: changesAmong(LISTED_INITIATIVE_PARTS, said, known),
    ownWordOf: saidByLead || known.changedHere ? known.leadName : null,
    because: saidByLead ? 'OWN_WORD' : 'CHANGED_HERE',
  };
}

/** What a row says that does not go with what it leaves as it is. */
export function initiativeProblems({ text, told }: ListedInitiative, known: KnownInitiative, competences: KnownCompetences): CellProblem[] {
  const parts = LISTED_INITIATIVE_PARTS.map((part) => [part, told.includes(part) ? text[part] : known[part]]);
  const merged: InitiativeText = {
    ...text,
    ...(Object.fromEntries(parts) as Pick<InitiativeText, ListedInitiativePart>),
    wanted: [],
    budget: null,
  };
  return initiativeRefusals(merged, competences).map(({ code, field = 'title', params }) => ({ field, code, ...(params && { params }) }));
}
