import { concernsEmployees } from '@knotenpunkt/challenges/domain';
import { composeTables } from './composition/compose';
import { coverageOf, type Covered } from './coverage';
import { emphasesOf } from './emphasis';
import { employerOf, isCouncil } from './employees-side';
import type { MatchedEntry } from './entry';
import { missingAtTable } from './missing-at-table';
import { proposeAlliances, type Compose, type Surroundings } from './propose-alliances';
import { proposeReplacements } from './propose-replacements';
import { neighboursOf } from './shared-partners';
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
  history: null,
  councilOf: null,
  employerId: null,
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
const NOBODY: Surroundings = { neighbours: new Map(), communityOf: new Map() };
const compose: Compose = (problem, most) => composeTables(problem, null, most);
const proposed = (question: TableQuestion, all: readonly Candidate[], around = NOBODY) => proposeAlliances(question, all, around, compose);
const idsOf = ({ members }: { members: { actorId: string }[] }) => members.map(({ actorId }) => actorId).toSorted();

describe('a proposed alliance', () => {
  it('begins with who asks, covers all that can be covered, and takes nobody who adds nothing', async () => {
    const [first] = await proposed(QUESTION, ALL);
    expect(first!.members[0]).toMatchObject({ actorId: 'asker', fixed: true, exchanges: [] });
    expect(idsOf(first!)).toEqual(['asker', 'haulier', 'institute', 'software']);
    expect(first!.coverage.every(({ worth }) => worth === 1)).toBe(true);
    expect(first!.benches.map(({ kind, taken }) => [kind, taken])).toEqual([
      ['COMPANY', 3],
      ['SCIENCE', 1],
    ]);
  });

  it('is followed by others with other people', async () => {
    const more = ['bikes', 'trains', 'planner'].map((id, at) => candidate(id, 'COMPANY', covers(['bus', 'bus', 'plan'][at]!)));
    const all = await proposed(QUESTION, [...ALL, ...more]);
    expect(all).toHaveLength(3);
    expect(new Set(all.map((one) => idsOf(one).join())).size).toBe(3);
    expect(all.every((one) => idsOf(one).includes('asker'))).toBe(true);
    expect(all[0]!.points).toBeGreaterThanOrEqual(all[1]!.points);
  });

  it('offers an exchange and says what it changes in every part', async () => {
    const neighbours = neighboursOf([
      { a: 'institute', b: 'asker' },
      { a: 'haulier', b: 'asker' },
      { a: 'software', b: 'asker' },
      { a: 'bikes', b: 'asker' },
    ]);
    const [first] = await proposed(
      QUESTION,
      [...ALL, candidate('bikes', 'COMPANY', [{ competence: 'bus', cover: 'CONTRIBUTES', entryId: null }])],
      {
        neighbours,
        communityOf: new Map(),
      },
    );
    const exchanges = (id: string) => first!.members.find(({ actorId }) => actorId === id)!.exchanges;
    expect(exchanges('institute')[0]).toMatchObject({
      actorId: 'university',
      gains: [],
      losses: [
        { type: 'REACH', id: null, points: -10 },
        { type: 'WILLINGNESS', id: null },
      ],
    });
    expect(exchanges('haulier')[0]).toMatchObject({
      actorId: 'bikes',
      gains: [],
      losses: [{ type: 'COMPETENCE', id: 'bus', points: -50 }],
    });
    expect(exchanges('haulier').map(({ actorId }) => actorId)).not.toContain('museum');
    expect(exchanges('institute')[0]!.doubts).toContainEqual({ code: 'MANY_OPEN_COMMITMENTS', params: { count: 4 }, evidence: [] });
  });

  it('adds the employees’ side where working time is concerned, a council of a member first, or names the gap', async () => {
    const question = { ...QUESTION, text: 'Wie besetzen wir Schichten?' };
    const union = candidate('union', 'UNION');
    const council = candidate('council', 'UNION', [], { councilOf: 'asker', employerId: 'asker' });
    const [first] = await proposed(question, [...ALL, union, council]);
    expect(first!.benches).toContainEqual({ kind: 'UNION', minimum: 1, employeesSide: true, taken: 1 });
    expect(first!.members.find(({ bench }) => bench === 'UNION')).toMatchObject({ actorId: 'council', certainty: 'WELL_FOUNDED' });
    expect((await proposed(question, ALL))[0]!.benches).toContainEqual({ kind: 'UNION', minimum: 1, employeesSide: true, taken: 0 });
    expect(wantedBenches(QUESTION).some(({ kind }) => kind === 'UNION')).toBe(false);
  });

  it('takes a council only with its employer', async () => {
    const question = { ...QUESTION, text: 'Wie besetzen wir Schichten?' };
    const council = candidate('council', 'UNION', [], { employerId: 'bakery' });
    const [first] = await proposed(question, [...ALL, candidate('bakery', 'OTHER'), council]);
    expect(idsOf(first!)).toEqual(expect.arrayContaining(['bakery', 'council']));
    expect(first!.members.find(({ actorId }) => actorId === 'bakery')!.exchanges).toEqual([]);
    expect(first!.members.find(({ actorId }) => actorId === 'council')!.reasons[0]).toMatchObject({
      code: 'COUNCIL_OF_MEMBER',
      evidence: [{ type: 'ACTOR', id: 'bakery' }],
    });
    const withUnion = await proposed(question, [...ALL, candidate('bakery', 'OTHER'), council, candidate('union', 'UNION')]);
    expect(idsOf(withUnion[0]!)).toContain('union');
    expect(idsOf(withUnion[0]!)).not.toContain('council');
  });

  it('names nobody who is not among the candidates, not even in a reason', async () => {
    const neighbours = neighboursOf(ALL.map(({ actorId }) => ({ a: actorId, b: 'hidden' })));
    const communityOf = new Map([...ALL.map(({ actorId }, at) => [actorId, `g${at % 2}`] as const), ['hidden', 'g0'] as const]);
    expect(JSON.stringify(await proposed(QUESTION, ALL, { neighbours, communityOf }))).not.toContain('hidden');
  });

  it('does not depend on the order in which the candidates came', async () => {
    expect(await proposed(QUESTION, ALL.toReversed())).toEqual(await proposed(QUESTION, ALL));
  });

  it('is none where nobody could come, or all chairs are taken', async () => {
    expect(await proposed(QUESTION, ALL.slice(0, 1))).toEqual([]);
    const seats = Array.from({ length: 12 }, (_, at) => ({ actorId: `s${at}`, bench: 'COMPANY' }));
    expect(
      await proposeAlliances(QUESTION, [...ALL, ...seats.map(({ actorId }) => candidate(actorId, 'COMPANY'))], NOBODY, compose, seats),
    ).toEqual([]);
  });

  it('brings groups together that hardly meet, and says who', async () => {
    const group = (letter: string) => Array.from({ length: 5 }, (_, at) => `${letter}${at}`);
    const clique = (ids: string[]) => ids.flatMap((a, at) => ids.slice(at + 1).map((b) => ({ a, b })));
    const [here, there] = [
      ['asker', 'haulier', ...group('g')],
      ['institute', 'university', ...group('h')],
    ];
    const around = {
      neighbours: neighboursOf([...clique(here), ...clique(there)]),
      communityOf: new Map([...here.map((id) => [id, 'g'] as const), ...there.map((id) => [id, 'h'] as const)]),
    };
    const [first] = await proposed(QUESTION, ALL, around);
    expect(first!.parts.bridges).toBe(10);
    expect(first!.bridges).toEqual([
      {
        code: 'BRINGS_TOGETHER',
        params: {},
        evidence: [
          { type: 'ACTOR', id: 'asker' },
          { type: 'ACTOR', id: 'institute' },
        ],
      },
    ]);
    expect(first!.ties).toEqual([{ a: 'asker', b: 'haulier' }]);
  });
});

describe('willingness', () => {
  const open = candidate('open', 'COMPANY', [], { themes: ['mobilitaet'] });
  const match = { entryId: 'e', actorId: 'open', probability: 0.6, certainty: 'WELL_FOUNDED', reasons: [], sentence: '' } as const;

  it('is half for whoever has promised much already', () => {
    expect(willingness(QUESTION, { ...open, openCommitments: 3 })).toBeCloseTo(willingness(QUESTION, open) / 2);
  });

  it('is more with an offer that is open, still more if it answers, and less if nobody confirmed it for long', () => {
    const all = [
      { ...open, offersAnything: false, aged: { freshness: 0.5, confirmedOn: '2025-01-01' } },
      { ...open, aged: { freshness: 0.5, confirmedOn: '2025-01-01' } },
      open,
      { ...open, matches: [{ ...match, probability: 0.3, doubts: [] }] },
      { ...open, matches: [{ ...match, doubts: [] }] },
    ].map((one) => willingness(QUESTION, one as unknown as Candidate));
    expect(all).toEqual(all.toSorted((a, b) => a - b));
    expect(new Set(all).size).toBe(5);
  });
});

describe('the words for proposals', () => {
  it('tell each from the others, and no word is given twice', () => {
    const parts = { coverage: 300, seats: 200, reach: 30, bridges: 0, willingness: 60, size: -240 };
    const table = (places: number[], more: Partial<typeof parts>) => ({
      places,
      parts: { ...parts, ...more },
      points: 0,
      exact: true,
      bound: null,
    });
    const all = [
      table([1, 2, 3, 4], {}),
      table([1, 2, 3], { coverage: 200 }),
      table([1, 2, 4, 5], { coverage: 250, bridges: 10, willingness: 50 }),
    ];
    expect(emphasesOf(all)).toEqual(['COVERS_MOST', 'SMALLEST', 'BRIDGES_MOST']);
    expect(emphasesOf([all[0]!, all[0]!])).toEqual(['COVERS_MOST', 'OTHERS']);
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
  it('is concerned by working time, technology, data about staff and training, not by heat', () => {
    const about = (text: string, themes: string[] = []) => concernsEmployees({ text, themes });
    expect([about('Wie besetzen wir Schichten?'), about('KI in der Verwaltung'), about('x', ['arbeitszeit'])]).toEqual([true, true, true]);
    expect([about('Wer darf Personaldaten auswerten?'), about('AI at the workplace'), about('Who shares staff data?')]).toEqual([
      true,
      true,
      true,
    ]);
    expect(about('Wie bleiben Messdaten der Luft offen?', ['klima'])).toBe(false);
    expect(about('Wohin mit 12 GWh Abwärme aus der Gießerei?', ['energie'])).toBe(false);
  });

  it('knows a council by its name, or because it names its employer', () => {
    const council = (kind: string, name: string, employerId: string | null = null) => isCouncil({ kind, name, employerId });
    expect(council('UNION', 'Betriebsrat Klinikum Westpark')).toBe(true);
    expect(council('UNION', 'Gewerkschaftsbund')).toBe(false);
    expect(council('COMPANY', 'Betriebsrat GmbH')).toBe(false);
    expect(council('UNION', 'Vertretung der Beschäftigten', 'clinic')).toBe(true);
  });

  it('knows whose council it is, also in the genitive', () => {
    const employers = ['Klinikum Westpark gGmbH', 'Klinikum Nordtor', 'Westpark'].map((name) => ({ id: name, name }));
    const council = (name: string, employerId: string | null = null) =>
      employerOf({ kind: 'UNION', name, employerId }, employers)?.name ?? null;
    expect(council('Betriebsrat des Klinikums Westpark')).toBe('Klinikum Westpark gGmbH');
    expect(council('Betriebsrat Klinikum Nordtor')).toBe('Klinikum Nordtor');
    expect(council('Betriebsrat der Stadtwerke')).toBeNull();
    // What it says itself counts before what its name lets guess.
    expect(council('Betriebsrat Klinikum Nordtor', 'Westpark')).toBe('Westpark');
    expect(council('Betriebsrat Klinikum Nordtor', 'somebody else')).toBeNull();
  });
});

describe('a replacement', () => {
  const seat = (actorId: string, bench: string) => ({ actorId, bench });
  const staying = [seat('asker', 'COMPANY'), seat('haulier', 'COMPANY'), seat('software', 'COMPANY')];
  const leaving = seat('institute', 'SCIENCE');
  const found = (more: Partial<Parameters<typeof proposeReplacements>[3]> = {}, all: readonly Candidate[] = ALL) =>
    proposeReplacements(QUESTION, all, NOBODY, { staying, leaving, without: [], ...more });

  it('brings exactly what is missing now, with reasons and with what the exchange changes', () => {
    const [first, ...others] = found();
    expect(first).toMatchObject({ actorId: 'university', losses: [{ type: 'WILLINGNESS' }], gains: [] });
    expect(first!.reasons.map(({ code }) => code)).toContain('MISSING_BENCH');
    expect(others).toEqual([]);
  });

  it('is nobody who sits there, was asked before or adds nothing, and at most three', () => {
    expect(found({ without: ['university'] })).toEqual([]);
    const more = ['x1', 'x2', 'x3', 'x4'].map((id) => candidate(id, 'SCIENCE', covers('messen'), { themes: ['mobilitaet'] }));
    const ids = found({}, [...ALL, ...more]).map(({ actorId }) => actorId);
    expect(ids).toHaveLength(3);
    expect(ids.some((id) => ['asker', 'haulier', 'software', 'institute', 'museum'].includes(id))).toBe(false);
  });

  it('is the same whatever the order in which they come', () => {
    expect(found({}, ALL.toReversed())).toEqual(found());
    expect(found({ leaving: seat('nobody', 'SCIENCE') })).toEqual([]);
  });

  it('does not fail where more sit than one would propose', () => {
    const many = Array.from({ length: 14 }, (_, at) => candidate(`m${at}`, 'COMPANY'));
    expect(found({ staying: many.map(({ actorId }) => seat(actorId, 'COMPANY')) }, [...ALL, ...many])).toEqual([]);
  });
});
