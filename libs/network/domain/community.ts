/** What a member of a community says about the community. */
export interface Member {
  kind: string;
  themes: readonly string[];
}

/**
 * How a community is called: by one or two themes its members share more often than others do, else by the kind of actor
 * most of them are, else only by its number. Words come from the catalogue of themes.
 */
export interface CommunityNaming {
  themes: string[];
  kind: string | null;
  /** From 1; told only where neither theme nor kind sets the community apart. */
  number: number;
}

/** A theme names a community only if so many of its members have it… */
const SHARED = 0.3;
/** …and it is so much more frequent there than in the whole region. */
const DISTINCT = 1.2;
/** A second theme is added when it says nearly as much as the first. */
const SECOND = 0.7;
/** Half of the members make a kind a name. */
const MOST = 0.5;

/** How much a value sets a community apart: its share there times the logarithm of how much larger that is than elsewhere. */
export function distinctness(here: number, everywhere: number): number {
  if (here <= 0 || everywhere <= 0) return 0;
  return here * Math.log(here / everywhere);
}

function shares(members: readonly Member[], valuesOf: (member: Member) => readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const member of members) for (const value of new Set(valuesOf(member))) counts.set(value, (counts.get(value) ?? 0) + 1);
  return new Map(Array.from(counts, ([value, count]) => [value, count / Math.max(1, members.length)]));
}

/** Values that set the community apart, the most telling first. */
function telling(here: Map<string, number>, everywhere: Map<string, number>): { value: string; weight: number }[] {
  return Array.from(here, ([value, share]) => ({ value, share, weight: distinctness(share, everywhere.get(value) ?? share) }))
    .filter(({ value, share }) => share >= SHARED && share / (everywhere.get(value) ?? share) >= DISTINCT)
    .sort((p, q) => q.weight - p.weight || (p.value < q.value ? -1 : 1))
    .map(({ value, weight }) => ({ value, weight }));
}

/**
 * Names communities, largest first served: no theme stands in two names. `all`: everybody in the region, those in no community
 * included; what a community's members share is compared with that.
 */
export function nameCommunities(communities: readonly (readonly Member[])[], all: readonly Member[]): CommunityNaming[] {
  const themesOf = (member: Member) => member.themes;
  const everywhere = shares(all, themesOf);
  const everyKind = shares(all, ({ kind }) => [kind]);
  const takenThemes = new Set<string>();
  const takenKinds = new Set<string>();
  const order = communities.map((_, at) => at).sort((p, q) => communities[q]!.length - communities[p]!.length || p - q);
  const names: CommunityNaming[] = communities.map(() => ({ themes: [], kind: null, number: 0 }));
  order.forEach((at, place) => {
    const members = communities[at]!;
    const found = telling(shares(members, themesOf), everywhere).filter(({ value }) => !takenThemes.has(value));
    const [first, second] = found;
    const themes = first ? [first, ...(second && second.weight >= SECOND * first.weight ? [second] : [])].map(({ value }) => value) : [];
    themes.forEach((theme) => takenThemes.add(theme));
    const kind = telling(
      shares(members, (member) => [member.kind]),
      everyKind,
    ).find(({ value }) => !takenKinds.has(value));
    const kindShare = kind ? members.filter((member) => member.kind === kind.value).length / members.length : 0;
    const named = themes.length === 0 && kind && kindShare >= MOST ? kind.value : null;
    if (named) takenKinds.add(named);
    names[at] = { themes, kind: named, number: place + 1 };
  });
  return names;
}

/**
 * Names communities in levels, one name each in the order of `communities`. Those at the top are compared with all `members`;
 * finer ones with the other members of the community they lie in, so that they are told apart from their siblings.
 */
export function nameLevels(
  communities: readonly { id: string; parent: string | null; level: number }[],
  communityOf: readonly string[],
  members: readonly Member[],
): CommunityNaming[] {
  const parentOf = new Map(communities.map(({ id, parent }) => [id, parent]));
  const membersOf = new Map<string, Member[]>(communities.map(({ id }) => [id, []]));
  members.forEach((member, at) => {
    for (let id: string | null | undefined = communityOf[at]; id; id = parentOf.get(id)) membersOf.get(id)?.push(member);
  });
  const siblings = new Map<string, string[]>();
  for (const { id, parent, level } of communities) {
    const place = parent ?? `top ${level}`;
    siblings.set(place, [...(siblings.get(place) ?? []), id]);
  }
  const names = new Map<string, CommunityNaming>();
  for (const [place, those] of siblings) {
    const named = nameCommunities(
      those.map((id) => membersOf.get(id)!),
      membersOf.get(place) ?? members,
    );
    those.forEach((id, at) => names.set(id, named[at]!));
  }
  return communities.map(({ id }) => names.get(id)!);
}

/**
 * Keeps the ids of communities from one computation to the next: a community takes over the id of the earlier one with which
 * it shares most members; what is new gets the smallest free number (`g1`, `g2`, …). Both lists hold ids of members; a member
 * may be in several, one within the other.
 */
export function keepCommunityIds(
  before: readonly { id: string; members: readonly string[] }[],
  now: readonly (readonly string[])[],
): string[] {
  const homes = new Map<string, string[]>();
  for (const { id, members } of before) {
    for (const member of members) {
      const known = homes.get(member);
      if (known) known.push(id);
      else homes.set(member, [id]);
    }
  }
  const claims = now
    .flatMap((members, at) => {
      const shared = new Map<string, number>();
      for (const member of members) for (const id of homes.get(member) ?? []) shared.set(id, (shared.get(id) ?? 0) + 1);
      return Array.from(shared, ([id, count]) => ({ at, id, count }));
    })
    .sort((p, q) => q.count - p.count || p.at - q.at || (p.id < q.id ? -1 : 1));
  const ids: (string | undefined)[] = now.map(() => undefined);
  const taken = new Set<string>();
  for (const { at, id } of claims) {
    if (ids[at] || taken.has(id)) continue;
    ids[at] = id;
    taken.add(id);
  }
  let next = 1;
  return ids.map((id) => {
    if (id) return id;
    while (taken.has(`g${next}`)) next++;
    taken.add(`g${next}`);
    return `g${next}`;
  });
}
