import { passes, type Viewer } from '@knotenpunkt/identity/domain';
import { ok, refuse, type Result } from '@knotenpunkt/kernel';
import type { Actor } from './actor';
import { areCouncilAndEmployer, employerIdOf } from './council';

/** Parts of an entry between which one chooses when two become one. */
export const MERGE_PARTS = [
  'name',
  'shortName',
  'kind',
  'summary',
  'description',
  'themes',
  'competences',
  'sector',
  'occupations',
  'place',
  'website',
  'size',
  'logo',
] as const;
export type MergePart = (typeof MERGE_PARTS)[number];

type Field = Exclude<keyof Actor, 'id' | 'regionId' | 'slug' | 'archived' | 'version'>;

/** What belongs together: half an address of each would be nobody's. */
const FIELDS: Record<MergePart, readonly Field[]> = {
  name: ['name'],
  shortName: ['shortName'],
  kind: ['kind'],
  summary: ['summary'],
  description: ['description'],
  themes: ['themes'],
  competences: ['competences'],
  sector: ['sector'],
  occupations: ['occupations'],
  place: ['street', 'postalCode', 'city', 'district', 'lon', 'lat'],
  website: ['website'],
  size: ['size'],
  logo: ['logoHash'],
};

/** What follows from the choice and is not chosen. */
const FOLLOWING: readonly Field[] = ['parentId', 'employerId', 'confirmedOn', 'proposable'];

const isEmpty = (value: unknown) => value === null || value === '' || (Array.isArray(value) && value.length === 0);
const same = (one: unknown, other: unknown) => JSON.stringify(one) === JSON.stringify(other);
const filled = (actor: Actor, part: MergePart) => FIELDS[part].filter((field) => !isEmpty(actor[field])).length;
/** How much somebody has written there. */
const length = (value: unknown) => (typeof value === 'string' || Array.isArray(value) ? value.length : 0);

/** Parts in which two entries differ. */
export function partsApart(one: Actor, other: Actor): MergePart[] {
  return MERGE_PARTS.filter((part) => FIELDS[part].some((field) => !same(one[field], other[field])));
}

/** Which parts to take from the entry that is given up, unless somebody says otherwise: what is missing, and what is fuller there. The word of an organisation is not written over. */
export function fullerParts(kept: Actor, merged: Actor): MergePart[] {
  const ownWord = kept.provenance === 'ENTERED' && merged.provenance !== 'ENTERED';
  return partsApart(kept, merged).filter((part) => {
    const [here, there] = [filled(kept, part), filled(merged, part)];
    if (part === 'kind') return kept.kind === 'OTHER';
    if (here === 0 || ownWord || part === 'name') return here === 0 && there > 0;
    if (part === 'place') return there > here;
    const field = FIELDS[part][0]!;
    return ['description', 'themes', 'competences', 'occupations'].includes(part) && length(merged[field]) > length(kept[field]);
  });
}

/** Which of two should stay: what an organisation keeps itself, then what more hangs on, then what says more. */
export function keptOf<One extends { actor: Actor; references: number }>(a: One, b: One): [kept: One, merged: One] {
  const own = (one: One) => Number(one.actor.provenance === 'ENTERED');
  const said = (one: One) => MERGE_PARTS.reduce((sum, part) => sum + filled(one.actor, part), 0);
  const first = own(a) - own(b) || a.references - b.references || said(a) - said(b) || (a.actor.id < b.actor.id ? 1 : -1);
  return first > 0 ? [a, b] : [b, a];
}

/** Values of an entry before and after a merging, as far as they differ. */
export interface MergeChange {
  before: Partial<Actor>;
  after: Partial<Actor>;
}

export type MergeCode = 'NOT_PERMITTED' | 'SAME_ENTRY' | 'ENTRY_GONE' | 'COUNCIL_AND_EMPLOYER';

/** Who merges entries: the coordination of the region. */
export function merges(viewer: Viewer): boolean {
  return passes(viewer, 'COORDINATOR');
}

/** Decides what the entry that stays says afterwards. `employs`: one of both has councils, so together they are none. */
export function mergeInto(
  viewer: Viewer,
  { kept, merged, takes, employs }: { kept: Actor; merged: Actor; takes: readonly MergePart[]; employs: boolean },
): Result<{ actor: Actor; change: MergeChange }, MergeCode> {
  if (!merges(viewer)) return refuse('NOT_PERMITTED');
  if (kept.id === merged.id) return refuse('SAME_ENTRY');
  if (kept.archived || merged.archived || kept.regionId !== merged.regionId) return refuse('ENTRY_GONE');
  // Mandates go over with an entry: the people of one would act for the other.
  if (areCouncilAndEmployer(kept, merged)) return refuse('COUNCIL_AND_EMPLOYER');
  const taken = partsApart(kept, merged).filter((part) => takes.includes(part));
  const parts = Object.fromEntries(taken.flatMap((part) => FIELDS[part]).map((field) => [field, merged[field]]));
  const parent = kept.parentId === merged.id || kept.parentId === null ? merged.parentId : kept.parentId;
  const actor: Actor = {
    ...kept,
    ...parts,
    parentId: parent === kept.id ? null : parent,
    employerId: employs ? null : (employerIdOf(kept) ?? employerIdOf(merged)),
    // Who does not want to be proposed is not asked again by this.
    proposable: kept.proposable && merged.proposable,
    // What was confirmed was another text.
    confirmedOn: taken.length === 0 ? kept.confirmedOn : earlier(kept.confirmedOn, merged.confirmedOn),
  };
  return ok({ actor, change: changeBetween(kept, actor) });
}

const earlier = (one: string | null, other: string | null) => (one === null || other === null ? null : one < other ? one : other);

function changeBetween(before: Actor, after: Actor): MergeChange {
  // Of what belongs together all is kept, so that a later change of any of it is seen.
  const parts = partsApart(before, after).flatMap((part) => FIELDS[part]);
  const fields = [...parts, ...FOLLOWING.filter((field) => !same(before[field], after[field]))];
  const of = (actor: Actor) => Object.fromEntries(fields.map((field) => [field, actor[field]]));
  return { before: of(before), after: of(after) };
}

/** What an entry said before a merging, except where somebody has changed it since; `left` names those parts. */
export function takeApart(now: Actor, { before, after }: MergeChange): { actor: Actor; left: MergePart[] } {
  const groups = [...Object.values(FIELDS), ...FOLLOWING.map((field): readonly Field[] => [field])];
  const untouched = groups.filter((fields) => fields.every((field) => !(field in after) || same(now[field], after[field]))).flat();
  const values = Object.fromEntries(untouched.filter((field) => field in before).map((field) => [field, before[field]]));
  const left = MERGE_PARTS.filter((part) => FIELDS[part].some((field) => field in after && !untouched.includes(field)));
  return { actor: { ...now, ...values }, left };
}
