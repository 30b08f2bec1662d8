import { addDays, isLocalDate } from '@knotenpunkt/kernel';
import { loadRegionSeeds } from './load-region-seeds';
import type { RegionSeed } from './region-seed';

const today = '2026-11-25';
const seeds = loadRegionSeeds(today);

/** Every string in a tree of JSON with the path that leads to it. */
function* texts(tree: unknown, path = ''): Generator<[path: string, text: string]> {
  if (typeof tree === 'string') yield [path, tree];
  else if (tree !== null && typeof tree === 'object') {
    for (const [key, value] of Object.entries(tree)) yield* texts(value, `${path}/${key}`);
  }
}

const keysOf = (rows: { key: string }[]) => new Set(rows.map((row) => row.key));

/** What refers to something that does not exist, as "list/key: reference". */
function danglingIn(seed: RegionSeed): string[] {
  const people = keysOf(seed.people);
  const actors = keysOf(seed.actors);
  const entries = keysOf(seed.entries);
  const initiatives = keysOf(seed.initiatives);
  const challenges = keysOf(seed.challenges);
  const alliances = keysOf(seed.alliances);
  const subjects = {
    ALLIANCE: alliances,
    INITIATIVE: initiatives,
    CHALLENGE: challenges,
    INTRODUCTION: keysOf(seed.introductions),
    OUTSIDE_PROMISE: keysOf(seed.outsidePromises),
    ACTOR: actors,
  };
  const references: [from: string, to: string | null, known: Set<string>][] = [
    ...seed.people.flatMap((row) => row.mandates.map((mandate) => [row.key, mandate.actor, actors] as const)),
    ...seed.actors.flatMap((row) => [[row.key, row.parent, actors] as const, [row.key, row.employer ?? null, actors] as const]),
    ...seed.memberships.flatMap((row) => [['membership', row.member, actors] as const, ['membership', row.of, actors] as const]),
    ...seed.declaredTies.flatMap((row) => [['tie', row.from, actors] as const, ['tie', row.to, actors] as const]),
    ...seed.entries.map((row) => [row.key, row.actor, actors] as const),
    ...seed.initiatives.flatMap((row) => [
      [row.key, row.lead, actors] as const,
      [row.key, row.partOf, initiatives] as const,
      ...row.partners.map((partner) => [row.key, partner.actor, actors] as const),
    ]),
    ...seed.events.flatMap((row) => [
      [row.key, row.initiative, initiatives] as const,
      ...[...row.hosts, ...row.participants].map((actor) => [row.key, actor, actors] as const),
    ]),
    ...seed.challenges.map((row) => [row.key, row.askedBy, actors] as const),
    ...seed.alliances.flatMap((row) => [
      [row.key, row.challenge, challenges] as const,
      ...row.members.map((member) => [row.key, member.actor, actors] as const),
    ]),
    ...seed.allianceWork.flatMap((row) => [
      ['work', row.alliance, alliances] as const,
      ...[...row.statements.flatMap(({ by, present, silent }) => [by, ...present, ...silent]), ...row.tasks.map(({ by }) => by)].map(
        (actor) => [row.alliance, actor, actors] as const,
      ),
      ...row.departed.map(({ actor }) => [row.alliance, actor, actors] as const),
    ]),
    ...seed.commitments.flatMap((row) => [
      [row.key, row.actor, actors] as const,
      [row.key, row.to, actors] as const,
      [row.key, row.purpose.key, row.purpose.type === 'INITIATIVE' ? initiatives : alliances] as const,
    ]),
    ...seed.introductions.flatMap((row) => [
      [row.key, row.askedBy, actors] as const,
      ...[row.first, row.goBetween, row.second].flatMap((side) => [
        [row.key, side.actor, actors] as const,
        [row.key, side.person, people] as const,
      ]),
    ]),
    ...seed.registrations.flatMap((row) => [
      [row.key, row.person, people] as const,
      [row.key, row.actor, actors] as const,
      [row.key, row.founded?.employer ?? null, actors] as const,
    ]),
    ...seed.suggestions.flatMap((row) => [
      [row.asker, row.suggested, actors] as const,
      [row.suggested, row.asker, actors] as const,
      [row.asker, row.entry, entries] as const,
    ]),
    ...seed.outsidePromises.flatMap((row) => [
      [row.key, row.actor, actors] as const,
      [row.key, row.purpose.key, row.purpose.type === 'INITIATIVE' ? initiatives : alliances] as const,
    ]),
    ...seed.threads.flatMap((row) => [
      ...[...row.actors, row.stepActor, row.correction?.actor ?? null].map((actor) => [row.key, actor, actors] as const),
      ...[row.owner, row.deputy].map((person) => [row.key, person, people] as const),
      [row.key, row.subject?.key ?? null, row.subject ? subjects[row.subject.type] : actors] as const,
    ]),
    ...seed.contentReports.map((row) => [row.key, row.subject.key, subjects[row.subject.type]] as const),
    ...seed.networkViews.flatMap((row) =>
      [...row.chosen, ...row.notes.map(({ actor }) => actor)].map((actor) => [row.key, actor, actors] as const),
    ),
    ...seed.networkRounds.flatMap((row) => row.stops.map(({ view }) => [row.key, view, keysOf(seed.networkViews)] as const)),
    ...seed.people.flatMap(({ key, savedSearches = [] }) =>
      savedSearches.flatMap(({ news }) => news.map((actor) => [key, actor, actors] as const)),
    ),
    ...seed.successions.map((row) => [row.key, row.successor, actors] as const),
    ...seed.networkNotes.flatMap((row) => [row.actor, row.other].map((actor) => [row.key, actor, actors] as const)),
  ].map(([from, to, known]) => [from, to, known]);
  return references.flatMap(([from, to, known]) => (to !== null && !known.has(to) ? [`${from}: ${to}`] : []));
}

describe.each(seeds.map((seed) => [seed.region.slug, seed] as const))('the seed of %s', (_, seed) => {
  it('has unique keys', () => {
    for (const rows of [
      seed.people,
      seed.actors,
      seed.entries,
      seed.initiatives,
      seed.events,
      seed.challenges,
      seed.alliances,
      seed.commitments,
      seed.introductions,
      seed.outsidePromises,
      seed.threads,
      seed.contentReports,
      seed.registrations,
      seed.networkViews,
      seed.networkRounds,
      seed.networkNotes,
      seed.successions,
    ]) {
      expect(keysOf(rows).size).toBe(rows.length);
    }
    expect(new Set(seed.actors.map((actor) => actor.name)).size).toBe(seed.actors.length);
  });

  it('refers only to what exists', () => {
    expect(danglingIn(seed)).toEqual([]);
  });

  it('names nobody twice in the same Vorhaben, event, alliance, introduction or suggestion', () => {
    const groups = [
      ...seed.initiatives.map((row) => [row.lead, ...row.partners.map((partner) => partner.actor)]),
      ...seed.events.map((row) => [...row.hosts, ...row.participants]),
      ...seed.alliances.map((row) => row.members.map((member) => member.actor)),
      ...seed.introductions.map((row) => [row.first.actor, row.goBetween.actor, row.second.actor]),
      ...seed.suggestions.map((row) => [row.asker, row.suggested]),
    ];
    expect(groups.filter((group) => new Set(group).size < group.length)).toEqual([]);
  });

  it('has real dates everywhere, and periods that do not end before they begin', () => {
    const dates = [...texts(seed)].filter(
      ([path]) => /(On|dueOn|since|from|until|reservedUntil|asOf|\/on)$/.test(path) && !/declaredTies\/\d+\/from/.test(path),
    );
    expect(dates.length).toBeGreaterThan(10);
    expect(dates.filter(([, text]) => !isLocalDate(text))).toEqual([]);
    expect([...texts(seed)].filter(([, text]) => /^(today|month)([+-]\d+)?$/.test(text))).toEqual([]);
    for (const row of seed.initiatives) if (row.startOn && row.endOn) expect(row.startOn <= row.endOn).toBe(true);
    for (const row of seed.entries) if (row.fromOn && row.untilOn) expect(row.fromOn <= row.untilOn).toBe(true);
    for (const row of seed.commitments) expect(row.promisedOn <= row.dueOn).toBe(true);
    for (const row of seed.outsidePromises) expect(row.saidOn <= row.dueOn).toBe(true);
  });

  it('keeps places inside its extent', () => {
    const [west, south, east, north] = seed.region.extent;
    expect(west < east && south < north).toBe(true);
    const outside = seed.actors.filter(
      ({ lat, lon }) => lat !== null && lon !== null && !(lon > west && lon < east && lat > south && lat < north),
    );
    expect(outside).toEqual([]);
  });

  it('is free of slogans', () => {
    const slogan =
      /leuchtturm|strahlkraft|zukunftsfest|zukunftsfähig|vorreiter|ganzheitlich|nachhaltig aufgestellt|synergie|paradigm|innovationsschub|Potenziale heben/i;
    expect([...texts(seed)].filter(([, text]) => slogan.test(text))).toEqual([]);
  });
});

it('begins with Harkenrode, the default, and gives the same answer for the same day', () => {
  expect(seeds.map((seed) => seed.region.slug)).toEqual(['harkenrode', 'dortmund']);
  expect(loadRegionSeeds(today)).toEqual(seeds);
});

it('moves Harkenrode with the day of loading and leaves Dortmund in April 2024', () => {
  const [harkenrode, dortmund] = loadRegionSeeds(addDays(today, 100));
  expect(dortmund).toEqual(seeds[1]);
  const due = (seed: RegionSeed) => seed.commitments.map((commitment) => commitment.dueOn);
  expect(due(harkenrode!)).toEqual(due(seeds[0]!).map((date) => addDays(date, 100)));
});
