import { useCallback, useMemo } from 'react';
import { useSearchParams } from 'react-router';
import { GRADES, type Grade } from '@knotenpunkt/kernel';
import { ACTOR_KINDS, type ActorKind } from '@knotenpunkt/themes/domain';

/** What the address says about the page: who is chosen, where the way leads, what is shown. */
export interface NetworkAddress {
  /** Slugs. */
  actor: string | null;
  target: string | null;
  /** Kinds and grades shown. */
  kinds: ActorKind[];
  grades: Grade[];
  /** Id of a theme; empty: all. */
  theme: string;
  /** Null: as the width of the window suggests. */
  view: 'picture' | 'list' | null;
}

const NAMES = { actor: 'akteur', target: 'ziel', kinds: 'arten', grades: 'beziehungen', theme: 'feld', view: 'ansicht' } as const;

/** A list in an address; all of them when it says nothing, or nothing known. */
function listOf<Value extends string>(text: string | null, all: readonly Value[]): Value[] {
  const named = (text ?? '').toUpperCase().split(',');
  const found = all.filter((value) => named.includes(value));
  return text === null ? [...all] : found;
}

function written<Value extends string>(values: readonly Value[], all: readonly Value[]): string | null {
  return values.length === all.length ? null : values.join(',').toLowerCase();
}

export interface NetworkAddressControl {
  address: NetworkAddress;
  change: (part: Partial<NetworkAddress>) => void;
  /** The address with another actor chosen, as a link. */
  linkTo: (slug: string) => string;
}

/** Reads and writes the address of the page. Choosing an actor is a step back can undo; filters replace it. */
export function useNetworkAddress(): NetworkAddressControl {
  const [search, setSearch] = useSearchParams();
  const text = search.toString();
  const address = useMemo<NetworkAddress>(() => {
    const from = new URLSearchParams(text);
    const view = from.get(NAMES.view);
    return {
      actor: from.get(NAMES.actor),
      target: from.get(NAMES.target),
      kinds: listOf(from.get(NAMES.kinds), ACTOR_KINDS),
      grades: listOf(from.get(NAMES.grades), GRADES),
      theme: from.get(NAMES.theme) ?? '',
      view: view === 'liste' ? 'list' : view === 'bild' ? 'picture' : null,
    };
  }, [text]);

  const change = useCallback(
    (part: Partial<NetworkAddress>) => {
      setSearch((before) => changed(before, part), { replace: !('actor' in part || 'target' in part), preventScrollReset: true });
    },
    [setSearch],
  );
  const linkTo = useCallback((slug: string) => `?${changed(new URLSearchParams(text), { actor: slug, target: null })}`, [text]);
  return { address, change, linkTo };
}

function changed(before: URLSearchParams, part: Partial<NetworkAddress>): URLSearchParams {
  const next = new URLSearchParams(before);
  const put = (key: keyof typeof NAMES, value: string | null | undefined) => {
    if (value) next.set(NAMES[key], value);
    else if (value === '' && (key === 'kinds' || key === 'grades')) next.set(NAMES[key], '');
    else next.delete(NAMES[key]);
  };
  if ('actor' in part) put('actor', part.actor);
  if ('target' in part) put('target', part.target);
  if (part.kinds) put('kinds', written(part.kinds, ACTOR_KINDS));
  if (part.grades) put('grades', written(part.grades, GRADES));
  if (part.theme !== undefined) put('theme', part.theme || null);
  if (part.view) put('view', part.view === 'list' ? 'liste' : 'bild');
  return next;
}
