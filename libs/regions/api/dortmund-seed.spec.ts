import { dortmundSeed } from './dortmund-seed';
import file from './seed/dortmund.json' with { type: 'json' };
import { tiesOf } from './seed-ties';

const seed = dortmundSeed();
const initiative = (key: string) => seed.initiatives.find((each) => each.key === key)!;
const event = (title: string) => seed.events.find((each) => each.title.startsWith(title))!;

describe('Dortmund', () => {
  it('has as many rows as the file, and nobody who signs in, consents or promises', () => {
    expect(seed.actors).toHaveLength(file.actors.length);
    expect(seed.memberships).toHaveLength(file.relations.length);
    expect(seed.initiatives).toHaveLength(file.initiatives.length);
    expect(seed.events).toHaveLength(file.events.length);
    expect(seed.challenges).toHaveLength(file.challenges.length);
    for (const none of [
      seed.people,
      seed.alliances,
      seed.commitments,
      seed.outsidePromises,
      seed.introductions,
      seed.threads,
      seed.registrations,
      seed.declaredTies,
    ])
      expect(none).toEqual([]);
    expect(seed.actors.flatMap((actor) => actor.contacts)).toEqual([]);
  });

  it('lets everybody offer and need exactly what the file says, in its words', () => {
    const said = (direction: string) =>
      Object.fromEntries(
        file.actors.map(({ id }) => [
          id,
          seed.entries.filter((entry) => entry.actor === id && entry.direction === direction).map((entry) => entry.text),
        ]),
      );
    expect(said('OFFER')).toEqual(Object.fromEntries(file.actors.map(({ id, offers }) => [id, offers])));
    expect(said('NEED')).toEqual(Object.fromEntries(file.actors.map(({ id, needs }) => [id, needs])));
    expect(seed.entries.filter((entry) => entry.confirmedOn !== null || entry.title !== entry.text)).toEqual([]);
  });

  it('adds no theme, place, size or competence of its own', () => {
    for (const [at, actor] of seed.actors.entries()) {
      expect(actor.themes).toEqual(file.actors[at]!.themes);
      expect([actor.lat, actor.lon, actor.size, actor.confirmedOn, actor.description]).toEqual([null, null, null, null, null]);
      expect(actor.competences).toEqual([]);
    }
  });

  it('derives the state of a Vorhaben from its dates as of 30 April 2024', () => {
    expect(Object.fromEntries(seed.initiatives.map(({ key, state }) => [key, state]))).toEqual({
      todo: 'ACTIVE',
      eventwoche: 'ACTIVE',
      'stadt-im-wandel': 'ACTIVE',
      'themenwoche-daw': 'ACTIVE',
      'fokus-konferenz-2024': 'FINISHED',
      'peag-fruehstueck': 'ACTIVE',
      'steckbriefe-daw': 'ACTIVE',
      'gesamtstrategie-uebergang': 'ACTIVE',
      'reallabor-arbeitszeit': 'IDEA',
    });
  });

  it('knows months as months', () => {
    expect(initiative('todo')).toMatchObject({ startOn: '2024-01-01', startPrecision: 'MONTH', endOn: null });
    expect(initiative('eventwoche')).toMatchObject({ startOn: '2024-04-29', startPrecision: 'DAY' });
    expect(event('Transformation & Inklusion')).toMatchObject({ dateOn: '2024-05-01', datePrecision: 'MONTH' });
  });

  it('calls an event held only where the file does; passed ones stay announced', () => {
    expect(seed.events.filter((each) => each.state === 'HELD').map((each) => each.title)).toEqual(['Fokus-Konferenz']);
    expect(event('Transformation & Mitwirkung')).toMatchObject({ dateOn: '2024-04-09', state: 'ANNOUNCED' });
    expect(seed.events.every((each) => each.hosts.length === 0)).toBe(true);
  });

  it('shows planned money as planned', () => {
    expect(initiative('todo').budget).toEqual({ planned: 400_000, decided: null, spent: null });
    expect(seed.initiatives.filter((each) => each.budget !== null)).toHaveLength(1);
  });

  it('asks editorial questions only, in nobody’s name', () => {
    for (const challenge of seed.challenges) {
      expect(challenge).toMatchObject({ origin: 'EDITORIAL', askedBy: null, state: 'PUBLISHED', competences: [] });
      expect(challenge.benches.every((bench) => bench.minimum === 1)).toBe(true);
    }
  });

  it('has no partner who accepted, and marks what was inferred', () => {
    expect(seed.initiatives.flatMap((each) => each.partners).every((partner) => partner.state === 'STATED')).toBe(true);
    expect(seed.initiatives.filter((each) => each.leadCertainty === 'INFERRED').map((each) => each.key)).toEqual([
      'fokus-konferenz-2024',
      'reallabor-arbeitszeit',
    ]);
    expect(seed.memberships.filter((each) => each.certainty === 'INFERRED').map((each) => each.member)).toEqual([
      'ihk-dortmund',
      'hwk-dortmund',
    ]);
  });

  it('makes ties of grade "angegeben" only, none of them from what is inferred or announced', () => {
    const ties = tiesOf(seed);
    const tied = (one: string, other: string) => ties.some(({ a, b }) => (a === one && b === other) || (a === other && b === one));
    expect(new Set(ties.map((tie) => tie.grade))).toEqual(new Set(['STATED']));
    expect(tied('peag-transfer', 'bbb')).toBe(true);
    // Inferred leadership of the Fokus-Konferenz: its partners know each other by it, the Beirat does not.
    expect(tied('beirat-uebergangsmanagement', 'freie-traeger')).toBe(false);
    // Together in an event that was only announced.
    expect(tied('adesso', 'materna')).toBe(false);
    expect(tied('migrado', 'geruestbau-boenninger')).toBe(false);
  });
});
