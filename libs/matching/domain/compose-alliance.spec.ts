import fc from 'fast-check';
import { composeAlliance, valueOf } from './compose-alliance';
import { coverageOf, type Covered } from './coverage';
import { concernsEmployees, isCouncil } from './employees-side';
import type { MatchedEntry } from './entry';
import { missingAtTable } from './missing-at-table';
import { wantedBenches, willingness, type Candidate, type TableQuestion } from './table';

const QUESTION: TableQuestion = {
  text: 'Wie kommen Leute früh ins Gewerbegebiet?',
  themes: ['mobilitaet'],
  competences: ['bus', 'plan', 'messen'],
  benches: [
    { kind: 'COMPANY', minimum: 2 },
    { kind: 'SCIENCE', minimum: 1 },
  ],
  askedById: 'asker',
};
const covers = (...competences: string[]): Covered[] =>
  competences.map((competence) => ({ competence, cover: 'COVERS', entryId: `${competence}-offer` }));
const candidate = (actorId: string, kind: string, covered: Covered[] = [], more: Partial<Candidate> = {}): Candidate => ({
  actorId,
  kind,
  themes: [],
  covered,
  matches: [],
  worksWith: [],
  shared: 0,
  councilOf: null,
  openCommitments: 0,
  offersAnything: true,
  ...more,
});
const ALL = [
  candidate('asker', 'COMPANY'),
  candidate('haulier', 'COMPANY', covers('bus')),
  candidate('software', 'COMPANY', covers('plan')),
  candidate('institute', 'SCIENCE', covers('messen'), { themes: ['mobilitaet'] }),
  candidate('university', 'SCIENCE', covers('messen'), { openCommitments: 4, themes: ['mobilitaet'] }),
  candidate('museum', 'OTHER'),
];

describe('a proposed alliance', () => {
  it('begins with who asks, covers all that can be covered, and takes nobody who adds nothing', () => {
    const { members, coverage, benches } = composeAlliance(QUESTION, ALL);
    expect(members[0]).toMatchObject({ actorId: 'asker', fixed: true, exchanges: [] });
    expect(members.map(({ actorId }) => actorId).toSorted()).toEqual(['asker', 'haulier', 'institute', 'software']);
    expect(coverage.every(({ worth }) => worth === 1)).toBe(true);
    expect(benches.map(({ kind, taken }) => [kind, taken])).toEqual([
      ['COMPANY', 3],
      ['SCIENCE', 1],
    ]);
  });

  it('offers an exchange and says what it changes', () => {
    const { members } = composeAlliance(QUESTION, [...ALL, candidate('bikes', 'COMPANY')]);
    const exchanges = (id: string) => members.find(({ actorId }) => actorId === id)?.exchanges ?? [];
    expect(exchanges('institute')[0]).toMatchObject({ actorId: 'university', gains: [], losses: [] });
    expect(exchanges('haulier').map(({ actorId }) => actorId)).not.toContain('museum');
    expect(exchanges('institute')[0]?.doubts).toContainEqual({ code: 'MANY_OPEN_COMMITMENTS', params: { count: 4 }, evidence: [] });
  });

  it('adds the employees’ side where working time is concerned, a council of a member first', () => {
    const question = { ...QUESTION, text: 'Wie besetzen wir Schichten?' };
    const union = candidate('union', 'UNION');
    const council = candidate('council', 'UNION', [], { councilOf: 'asker' });
    const { members, benches } = composeAlliance(question, [...ALL, union, council]);
    expect(benches).toContainEqual({ kind: 'UNION', minimum: 1, employeesSide: true, taken: 1 });
    expect(members.find(({ bench }) => bench === 'UNION')).toMatchObject({ actorId: 'council', certainty: 'WELL_FOUNDED' });
    expect(wantedBenches(QUESTION).some(({ kind }) => kind === 'UNION')).toBe(false);
  });

  it('covers whatever all together could cover, with nobody who adds nothing', () => {
    const kinds = fc.constantFrom('COMPANY', 'SCIENCE', 'OTHER');
    const some = fc.array(fc.record({ kind: kinds, competences: fc.subarray([...QUESTION.competences]) }), { minLength: 1, maxLength: 7 });
    const question = { ...QUESTION, askedById: null };
    const wanted = wantedBenches(question);
    fc.assert(
      fc.property(some, (rows) => {
        const all = rows.map(({ kind, competences }, at) => candidate(`c${at}`, kind, covers(...competences)));
        const { members } = composeAlliance(question, all);
        const chosen = all.filter(({ actorId }) => members.some((member) => member.actorId === actorId));
        // Every addition gains something, so nothing that is left out would.
        for (const other of all.filter((one) => !chosen.includes(one)))
          expect(valueOf(question, wanted, [...chosen, other])).toBe(valueOf(question, wanted, chosen));
        expect(valueOf(question, wanted, chosen)).toBe(valueOf(question, wanted, all));
        expect(new Set(members.map(({ actorId }) => actorId)).size).toBe(members.length);
      }),
    );
  });

  it('asks whoever has promised much already less eagerly', () => {
    const busy = candidate('busy', 'COMPANY', [], { themes: ['mobilitaet'], openCommitments: 3 });
    expect(willingness(QUESTION, busy)).toBeCloseTo(willingness(QUESTION, { ...busy, openCommitments: 0 }) / 2);
  });
});

describe('what is missing at a table', () => {
  it('is benches below their minimum and competences nobody covers, with who could come', () => {
    const missing = missingAtTable(QUESTION, [{ actorId: 'asker', bench: 'COMPANY' }], ALL, 3);
    expect(missing.benches.map(({ kind, taken, minimum }) => [kind, taken, minimum])).toEqual([
      ['COMPANY', 1, 2],
      ['SCIENCE', 0, 1],
    ]);
    expect(missing.benches[1]?.candidates.map(({ actorId }) => actorId)).toEqual(['institute', 'university']);
    expect(missing.competences.map(({ competence, candidates }) => [competence, candidates[0]?.actorId])).toEqual([
      ['bus', 'haulier'],
      ['plan', 'software'],
      ['messen', 'institute'],
    ]);
  });

  it('is nothing where all sit', () => {
    const seats = ['haulier', 'software', 'institute'].map((actorId) => ({
      actorId,
      bench: actorId === 'institute' ? 'SCIENCE' : 'COMPANY',
    }));
    expect(missingAtTable(QUESTION, seats, ALL, 3)).toEqual({ benches: [], competences: [] });
  });
});

describe('coverage', () => {
  it('is full by a tagged offer, in part by a text or the Steckbrief', () => {
    const offer = (id: string, competences: string[]): MatchedEntry => ({
      id,
      actorId: 'a',
      direction: 'OFFER',
      title: id,
      text: '',
      language: 'de',
      themes: [],
      competences,
    });
    const actor = { competences: ['c'], offers: [offer('tagged', ['a']), offer('named', [])] };
    expect(coverageOf(actor, ['a', 'b', 'c', 'd'], ({ id }) => (id === 'named' ? ['b'] : []))).toEqual([
      { competence: 'a', cover: 'COVERS', entryId: 'tagged' },
      { competence: 'b', cover: 'CONTRIBUTES', entryId: 'named' },
      { competence: 'c', cover: 'CONTRIBUTES', entryId: null },
    ]);
  });
});

describe('the employees’ side', () => {
  it('is concerned by working time, technology and training, not by heat', () => {
    const about = (text: string, themes: string[] = []) => concernsEmployees({ text, themes });
    expect([about('Wie besetzen wir Schichten?'), about('KI in der Verwaltung'), about('x', ['arbeitszeit'])]).toEqual([true, true, true]);
    expect(about('Wohin mit 12 GWh Abwärme aus der Gießerei?', ['energie'])).toBe(false);
  });

  it('knows a council by its name', () => {
    expect(isCouncil({ kind: 'UNION', name: 'Betriebsrat Klinikum Westpark' })).toBe(true);
    expect(isCouncil({ kind: 'UNION', name: 'Gewerkschaftsbund' })).toBe(false);
    expect(isCouncil({ kind: 'COMPANY', name: 'Betriebsrat GmbH' })).toBe(false);
  });
});
