import { ok, refuse, type Grade, type LocalDate, type Result } from '@knotenpunkt/kernel';
import type { ActorKind } from '@knotenpunkt/themes/domain';
import type { ARRANGEMENTS, COLOURS, FORMS, LABELS, SIZES, STEPS } from './choices';
import { FIELDS } from './fields';

/**
 * Everything one does to the network, as one plain value: to its picture as to its twin in words. It names actors by slug and never
 * says what is tied to what, so that whoever opens it sees with their own rights.
 */
export interface NetworkView {
  /** Slugs; the first is told in the panel, several have common ground. */
  chosen: readonly string[];
  /** Slug of the actor to which a way is told. */
  target: string | null;
  /** Slug of the actor whose tie to the first chosen is told as evidence. */
  tie: string | null;
  steps: (typeof STEPS)[number];
  kinds: readonly ActorKind[];
  grades: readonly Grade[];
  /** Ids of themes and words of roles; empty: all. */
  themes: readonly string[];
  roles: readonly string[];
  /** Weaker ties are left out. */
  minStrength: number;
  /** Ties that began earlier are left out. */
  sinceAfter: LocalDate | null;
  /** Only ties of which something still runs. */
  running: boolean;
  colour: (typeof COLOURS)[number];
  /** Ids of classes of the colouring that are not shown; kinds and themes are hidden by `kinds` and `themes`. */
  hidden: readonly string[];
  size: (typeof SIZES)[number];
  label: (typeof LABELS)[number];
  arrangement: (typeof ARRANGEMENTS)[number];
  /** The day that is shown; null: today. */
  asOf: LocalDate | null;
  /** An earlier day it is compared with. */
  comparedWith: LocalDate | null;
  /** Null: as the width of the window suggests. */
  form: (typeof FORMS)[number] | null;
}

type Key = keyof NetworkView;
const KEYS = Object.keys(FIELDS) as Key[];

/** The network as it is first seen. */
export const FIRST_VIEW: NetworkView = Object.freeze(
  Object.fromEntries(KEYS.map((key) => [key, FIELDS[key].initial])) as unknown as NetworkView,
);

/** What the search part of an address says. Whatever it does not say, or says in a way nobody understands, is as at first. */
export function viewFromAddress(search: URLSearchParams): NetworkView {
  return Object.fromEntries(
    KEYS.map((key) => {
      const text = search.get(FIELDS[key].name);
      return [key, (text === null ? undefined : FIELDS[key].read(text)) ?? FIELDS[key].initial];
    }),
  ) as unknown as NetworkView;
}

/** The search part that says the view; what is as at first is left out, what else stands in `others` stays. */
export function viewToAddress(view: NetworkView, others: URLSearchParams = new URLSearchParams()): URLSearchParams {
  const search = new URLSearchParams(others);
  for (const key of KEYS) {
    const written = FIELDS[key].write(view[key] as never);
    if (written === FIELDS[key].write(FIELDS[key].initial as never)) search.delete(FIELDS[key].name);
    else search.set(FIELDS[key].name, written);
  }
  return search;
}

export type ViewCode = 'VIEW_INVALID';

/** A view that was kept or sent as JSON; what is missing is as at first. Refused where a value is none of those there are. */
export function readView(json: unknown): Result<NetworkView, ViewCode> {
  if (typeof json !== 'object' || json === null || Array.isArray(json)) return refuse('VIEW_INVALID', { field: 'view' });
  const given = json as Record<string, unknown>;
  const wrong = Object.keys(given).find((key) => !(KEYS as string[]).includes(key) || !holds(key as Key, given[key]));
  if (wrong) return refuse('VIEW_INVALID', { field: 'view', params: { part: wrong.slice(0, 40) } });
  return ok({ ...FIRST_VIEW, ...(given as Partial<NetworkView>) });
}

/** Whether two views show the same. */
export function sameView(one: NetworkView, other: NetworkView): boolean {
  return KEYS.every((key) => FIELDS[key].write(one[key] as never) === FIELDS[key].write(other[key] as never));
}

/** A value is right when it is what its own text is read as. */
function holds(key: Key, value: unknown): boolean {
  const { initial, read, write } = FIELDS[key];
  const plain = Array.isArray(value) ? value.every((each) => typeof each === 'string') : value === null || typeof value !== 'object';
  if (!plain || Array.isArray(initial) !== Array.isArray(value)) return false;
  const again = value === null ? initial : read(write(value as never));
  return JSON.stringify(again) === JSON.stringify(value);
}
