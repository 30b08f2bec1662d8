import fc from 'fast-check';
import { VISITOR, type MandateRole, type Viewer } from '@knotenpunkt/identity/domain';
import { correct, MOST_CORRECTIONS } from './corrections';
import { coverageOf } from './coverage';
import type { MatchedEntry, MatchQuestion } from './entry';
import { understandingOf } from './held';
import { MeaningSpace } from './meaning/meaning-space';
import { atLengthOne } from './meaning/vectors';
import { NeedOfferMatcher, type EntryMatch } from './need-offer';
import { TextAnalyser } from './text/text-analyser';
import type { Vocabulary } from './text/vocabulary';

const today = '2026-11-27';
const VOCABULARY: Vocabulary = [
  { id: 'welding', de: 'Schweißen', en: 'Welding', altDe: ['Lichtbogenschweißen'], altEn: [] },
  { id: 'milling', de: 'Fräsen', en: 'Milling', altDe: ['CNC-Fräsen'], altEn: [] },
  { id: 'moderation', de: 'Moderation großer Runden', en: 'Moderating', altDe: ['Großgruppenmoderation'], altEn: [] },
  { id: 'transport', de: 'Personenbeförderung', en: 'Passenger transport', altDe: ['Kleinbus'], altEn: [] },
];
const IDS = VOCABULARY.map(({ id }) => id);
const SENTENCES = [
  'Wir bieten Schweißen auf Bestellung.',
  'Fräsen ab einem Stück.',
  'Schweißkurse für Anfänger.',
  'Ein Kleinbus fährt früh ins Gewerbegebiet.',
  'Moderation großer Runden gehört dazu.',
  'Unsere Werkstatt ist offen.',
];
const analyser = new TextAnalyser(
  VOCABULARY,
  SENTENCES.map((text) => ({ text, language: 'de' as const })),
);
const vector = (seed: number) => atLengthOne(Float32Array.from({ length: 8 }, (_, at) => Math.sin(seed * 7 + at * 3 + 1)));
const space = new MeaningSpace({ passages: IDS.map((_, at) => vector(at)), queries: IDS.map((_, at) => vector(at + 20)) });

function entry(
  id: string,
  actorId: string,
  direction: MatchedEntry['direction'],
  text: string,
  more: Partial<MatchedEntry> = {},
): MatchedEntry {
  return { id, actorId, direction, title: 'Eintrag', text, language: 'de', themes: [], competences: [], ...more };
}
function matcherOf(entries: readonly MatchedEntry[], withModel = false): NeedOfferMatcher {
  const matcher = new NeedOfferMatcher(analyser, withModel ? space : null);
  entries.forEach((one) => matcher.add(one));
  return matcher;
}
const acting = (role: MandateRole): Viewer => ({
  ...VISITOR,
  personId: 'person',
  mandates: [{ id: 'mandate', actorId: 'us', role, fromOn: '2020-01-01', untilOn: null }],
});
const wish = { actorId: 'us', competence: 'welding', kind: 'STRUCK' as const };
const known = { inVocabulary: true, present: [] as string[] };

describe('correct', () => {
  it('is for those who promise for the organisation, with the day and by whom', () => {
    expect(correct(acting('DELEGATE'), wish, known, today)).toEqual({ ok: true, value: { ...wish, saidOn: today, personId: 'person' } });
    for (const viewer of [acting('EDITOR'), VISITOR, { ...VISITOR, personId: 'person', coordinator: true }])
      expect(correct(viewer, wish, known, today)).toMatchObject({ refusal: { code: 'NOT_PERMITTED' } });
  });

  it('refuses what is not in the vocabulary, and too much; saying the same again is never too much', () => {
    expect(correct(acting('DELEGATE'), wish, { ...known, inVocabulary: false }, today)).toMatchObject({
      refusal: { code: 'COMPETENCE_UNKNOWN' },
    });
    const present = Array.from({ length: MOST_CORRECTIONS }, (_, at) => `c${at}`);
    expect(correct(acting('DELEGATE'), wish, { ...known, present }, today)).toMatchObject({ refusal: { code: 'TOO_MANY_CORRECTIONS' } });
    expect(correct(acting('DELEGATE'), { ...wish, competence: 'c3' }, { ...known, present }, today).ok).toBe(true);
  });
});

describe('words that name a competence', () => {
  it('are left out of a text, inflected or in a compound, and nothing else is', () => {
    expect(analyser.withoutNames('Wir bieten Schweißen und Fräsen, auch Schweißkurse.', 'de', ['welding'])).toBe(
      'Wir bieten … und Fräsen, auch … .',
    );
    expect(analyser.withoutNames('Unsere Werkstatt ist offen.', 'de', ['welding'])).toBe('Unsere Werkstatt ist offen.');
  });

  it('are told as they were written', () => {
    expect(analyser.namingsIn('Auch die Moderation großer Runden und CNC-Fräsen.', 'de')).toEqual([
      { id: 'moderation', words: 'Moderation großer Runden' },
      { id: 'milling', words: 'CNC-Fräsen' },
    ]);
  });
});

describe('what an organisation struck', () => {
  const line: MatchQuestion = { actorId: null, text: 'Schweißen', language: 'de' };
  const offer = entry('offer', 'us', 'OFFER', 'Wir bieten Schweißen auf Bestellung.', { competences: ['welding'] });
  const other = entry('other', 'them', 'OFFER', 'Wir bieten Schweißen auf Bestellung.', { competences: ['welding'] });

  it('finds nobody by it any more, whoever asks', () => {
    const before = matcherOf([offer, other]).offersFor(line, { limit: 9, today });
    expect(before.map(({ actorId }) => actorId).sort()).toEqual(['them', 'us']);
    const after = matcherOf([{ ...offer, struck: ['welding'] }, other]);
    expect(after.offersFor(line, { limit: 9, today }).map(({ actorId }) => actorId)).toEqual(['them']);
    const need = entry('need', 'them', 'NEED', 'Wir suchen jemanden zum Schweißen.', { competences: ['welding'] });
    expect(matcherOf([offer, need]).needsFor(offer, { limit: 9, today })).not.toEqual([]);
    const struck = { ...offer, struck: ['welding'] };
    expect(matcherOf([struck, need]).needsFor(struck, { limit: 9, today })).toEqual([]);
  });

  it('leaves what it seeks as it was', () => {
    const need = entry('need', 'us', 'NEED', 'Wir suchen jemanden zum Schweißen.', { competences: ['welding'], struck: ['welding'] });
    expect(matcherOf([need, other]).offersFor(need, { limit: 9, today })).toEqual(
      matcherOf([{ ...need, struck: [] }, other]).offersFor(need, { limit: 9, today }),
    );
  });

  const ids = fc.uniqueArray(fc.constantFrom(...IDS), { maxLength: 3 });
  const texts = fc.uniqueArray(fc.constantFrom(...SENTENCES), { minLength: 1, maxLength: 3 }).map((some) => some.join(' '));
  const offers = fc.array(
    fc.record({ actorId: fc.constantFrom('us', 'them', 'others'), text: texts, competences: ids, seed: fc.nat(40) }),
    {
      minLength: 1,
      maxLength: 8,
    },
  );
  const question = fc.record({ text: texts, competences: ids, seed: fc.nat(40) });
  type Given = { actorId: string; text: string; competences: string[]; seed: number };
  const entriesOf = (given: readonly Given[], struck: readonly string[], withModel: boolean) =>
    given.map(({ actorId, text, competences, seed }, at) =>
      entry(`e${at}`, actorId, 'OFFER', text, {
        competences,
        ...(actorId === 'us' ? { struck } : {}),
        ...(withModel ? { windows: [vector(seed)] } : {}),
      }),
    );
  const asked = ({ text, competences, seed }: Omit<Given, 'actorId'>, withModel: boolean): MatchQuestion => ({
    actorId: null,
    text,
    competences,
    language: 'de',
    ...(withModel ? { windows: [vector(seed)] } : {}),
  });
  const tells = (match: EntryMatch) =>
    match.reasons.filter(({ code }) => code === 'SHARED_COMPETENCE').flatMap(({ evidence }) => evidence.map(({ id }) => id));

  it('never appears in a reason nor a cover of it', () => {
    fc.assert(
      fc.property(offers, question, ids, ids, fc.boolean(), (given, wanted, struck, added, withModel) => {
        const entries = entriesOf(given, struck, withModel);
        for (const match of matcherOf(entries, withModel).offersFor(asked(wanted, withModel), { limit: 20, today })) {
          if (match.actorId === 'us') expect(tells(match).filter((id) => struck.includes(id))).toEqual([]);
          expect(
            match.actorId === 'us' && struck.some((id) => match.sentence.includes(VOCABULARY.find((term) => term.id === id)!.de)),
          ).toBe(false);
        }
        const covered = coverageOf(
          {
            competences: IDS,
            offers: entries.filter(({ actorId }) => actorId === 'us'),
            struck,
            added: added.filter((id) => !struck.includes(id)),
          },
          IDS,
          ({ text, language }) => analyser.competencesIn(text, language),
        );
        expect(covered.filter(({ competence }) => struck.includes(competence))).toEqual([]);
      }),
    );
  });

  it('changes nothing of what others are found for', () => {
    fc.assert(
      fc.property(offers, question, ids, fc.boolean(), (given, wanted, struck, withModel) => {
        const others = (found: EntryMatch[]) => found.filter(({ actorId }) => actorId !== 'us').map(({ entryId }) => entryId);
        const scored = (by: readonly string[]) =>
          matcherOf(entriesOf(given, by, withModel), withModel)
            .scoredOffersFor(asked(wanted, withModel), { limit: 20, today })
            .filter((one) => one.entry.actorId !== 'us')
            .map((one) => [one.entry.id, one.score]);
        expect(scored(struck)).toEqual(scored([]));
        const options = { limit: 20, today, without: new Set(['us']) };
        const find = (by: readonly string[]) =>
          matcherOf(entriesOf(given, by, withModel), withModel).offersFor(asked(wanted, withModel), options);
        expect(others(find(struck))).toEqual(others(find([])));
      }),
    );
  });

  it('is counted again exactly as before once it is taken back', () => {
    fc.assert(
      fc.property(offers, question, ids, fc.boolean(), (given, wanted, struck, withModel) => {
        const find = (matcher: NeedOfferMatcher) => matcher.offersFor(asked(wanted, withModel), { limit: 20, today });
        const matcher = matcherOf(entriesOf(given, struck, withModel), withModel);
        entriesOf(given, [], withModel).forEach((one) => matcher.add(one));
        expect(find(matcher)).toEqual(find(matcherOf(entriesOf(given, [], withModel), withModel)));
      }),
    );
  });
});

describe('what an organisation added', () => {
  it('contributes, and says that only the organisation says so', () => {
    const offers = [entry('offer', 'us', 'OFFER', 'Fräsen ab einem Stück.', { competences: ['milling'] })];
    const covered = coverageOf({ competences: ['moderation'], offers, added: ['welding', 'milling'] }, IDS, () => []);
    expect(covered).toEqual([
      { competence: 'welding', cover: 'CONTRIBUTES', entryId: null, stated: true },
      { competence: 'milling', cover: 'COVERS', entryId: 'offer' },
      { competence: 'moderation', cover: 'CONTRIBUTES', entryId: null },
    ]);
  });
});

describe('understandingOf', () => {
  const reading = {
    namingsIn: ({ title, text, language }: MatchedEntry) => analyser.namingsIn(`${title}\n${text}`, language),
    nearestTo: () => ['transport', 'milling'],
  };
  const actor = {
    competences: ['moderation'],
    struck: ['welding'],
    added: ['transport'],
    themes: [],
    hasPlace: true,
    proposable: false,
    openCommitments: 3,
  };
  const held = understandingOf(
    actor,
    [
      entry('offer', 'us', 'OFFER', 'Schweißen und Fräsen. Keine Kurse.', {
        competences: ['milling'],
        confirmedOn: '2024-01-01',
        freshUntil: '2024-08-01',
      }),
      entry('over', 'us', 'OFFER', 'Offen.', { untilOn: '2026-01-01' }),
      entry('need', 'us', 'NEED', 'Wir suchen einen Kleinbus.'),
    ],
    reading,
    today,
  );

  it('says of each competence where it was read, and which are struck; a need says nothing of what one can', () => {
    expect(held.competences).toEqual([
      { competence: 'moderation', struck: false, sources: [{ kind: 'PROFILE', entryId: null, words: '' }] },
      {
        competence: 'milling',
        struck: false,
        sources: [
          { kind: 'TAG', entryId: 'offer', words: '' },
          { kind: 'WORDS', entryId: 'offer', words: 'Fräsen' },
        ],
      },
      { competence: 'welding', struck: true, sources: [{ kind: 'WORDS', entryId: 'offer', words: 'Schweißen' }] },
      { competence: 'transport', struck: false, sources: [{ kind: 'STATED', entryId: null, words: '' }] },
    ]);
  });

  it('says of each entry what it names, what lies near, what it rules out and how it counts', () => {
    expect(held.entries[0]).toMatchObject({ nearest: ['transport'], ruledOut: 'Keine Kurse.', counts: 'FADED', read: false });
    expect(held.entries.map(({ counts }) => counts)).toEqual(['FADED', 'NOT', 'FULL']);
    expect(held.entries[2]!.named).toEqual([{ competence: 'transport', words: 'Kleinbus' }]);
  });

  it('says what counts for and what against it', () => {
    expect(held.points.map(({ code, count }) => [code, count])).toEqual([
      ['OFFERS', 1],
      ['PLACE', 1],
      ['STATED', 1],
      ['NOT_PROPOSABLE', 1],
      ['LONG_AGO', 1],
      ['OVER', 1],
      ['MANY_COMMITMENTS', 3],
      ['NO_THEMES', 1],
    ]);
  });
});
