import { loadRegionSeeds, type SeedActorKind } from '@knotenpunkt/regions/api';
import {
  ACTOR_KINDS,
  isActorKind,
  loadCompetences,
  loadOccupations,
  loadSectors,
  themeOf,
  type ActorKind,
  type CompetenceCatalogue,
} from '@knotenpunkt/themes/domain';

// Here and not in regions, because regions is an earlier room than themes and may not ask it.
const seeds = loadRegionSeeds('2026-11-25');
// Do not compile when the two lists of kinds drift apart.
const sameKinds: SeedActorKind[] = [...ACTOR_KINDS];
const sameKindsBack: ActorKind[] = sameKinds;

describe.each(seeds.map((seed) => [seed.region.slug, seed] as const))('the seed of %s', (_, seed) => {
  let competences: CompetenceCatalogue;
  beforeAll(async () => {
    competences = await loadCompetences();
  });

  it('uses known kinds of actor only', () => {
    const kinds = [
      ...seed.actors.map((actor) => actor.kind),
      ...seed.initiatives.flatMap((each) => each.wanted.flatMap((wanted) => wanted.kinds)),
      ...seed.challenges.flatMap((each) => each.benches.map((bench) => bench.kind)),
      ...seed.alliances.flatMap((each) => each.members.map((member) => member.bench)),
    ];
    expect(kinds.filter((kind) => !isActorKind(kind))).toEqual([]);
    expect(sameKindsBack).toHaveLength(12);
  });

  it('uses known themes only', () => {
    const themed = [...seed.actors, ...seed.entries, ...seed.initiatives, ...seed.challenges];
    expect(themed.flatMap((row) => row.themes).filter((theme) => !themeOf(theme))).toEqual([]);
  });

  it('uses known competences only', () => {
    const used = [
      ...[...seed.actors, ...seed.entries, ...seed.challenges].flatMap((row) => row.competences),
      ...seed.initiatives.flatMap((each) => each.wanted.flatMap((wanted) => wanted.competences)),
    ];
    expect(used.filter((id) => !competences.has(id))).toEqual([]);
  });

  it('uses known sectors and occupations only', async () => {
    const [sectors, occupations] = [await loadSectors(), await loadOccupations()];
    expect(seed.actors.filter(({ sector }) => sector && !sectors.has(sector))).toEqual([]);
    expect(seed.actors.flatMap((actor) => actor.occupations ?? []).filter((code) => !occupations.has(code))).toEqual([]);
  });
});
