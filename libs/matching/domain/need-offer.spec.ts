import { freshness } from '@knotenpunkt/actors/domain';
import { addDays } from '@knotenpunkt/kernel';
import fc from 'fast-check';
import type { MatchedEntry, MatchQuestion } from './entry';
import { MeaningSpace } from './meaning/meaning-space';
import { atLengthOne } from './meaning/vectors';
import { bestPerActor, NeedOfferMatcher } from './need-offer';
import { TextAnalyser } from './text/text-analyser';

const today = '2026-11-23';
function entry(
  id: string,
  direction: MatchedEntry['direction'],
  title: string,
  text: string,
  more: Partial<MatchedEntry> = {},
): MatchedEntry {
  return { id, actorId: `actor of ${id}`, direction, title, text, language: 'de', themes: [], competences: [], ...more };
}
const ENTRIES = [
  entry(
    'bus',
    'OFFER',
    'Früh- und Spätbusse auf Bestellung',
    'Kleinbusse ab 3:30 Uhr ins Gewerbegebiet. Ab drei Betrieben gibt es eine Linie.',
    { themes: ['mobilitaet'] },
  ),
  entry('hall', 'OFFER', 'Aula mit Technik', 'Für 300 Gäste, Ton und Licht sind da.'),
  entry('talk', 'OFFER', 'Große Runden leiten', 'Menschen, die Konferenzen moderieren und auswerten.'),
  entry('course', 'OFFER', 'Deutsch am Arbeitsplatz', 'Lehrkräfte kommen in die Frühschicht und üben, was gebraucht wird.'),
  entry('roster', 'OFFER', 'Dienstplan-App', 'Beschäftigte tauschen Schichten selbst, Ruhezeiten prüft das System.'),
  entry('repair', 'OFFER', 'Reparaturkurse', 'Löten und Nähen, jeden Monat.'),
  entry('energy', 'OFFER', 'Energieberatung', 'Wir suchen mit Ihnen Stromfresser.'),
  entry('no bus', 'NEED', 'Unsere Frühschicht kommt ohne Auto nicht her', 'Beginn 4 Uhr, kein Bus fährt ins Gewerbegebiet.'),
  entry('no hall', 'NEED', 'Saal für einen Stadtteilabend', 'Wir brauchen einen Ort für 120 Leute.'),
];
const analyser = new TextAnalyser(
  [],
  ENTRIES.map(({ title, text }) => ({ text: `${title}. ${text}`, language: 'de' })),
);
function matcherOf(entries: readonly MatchedEntry[]): NeedOfferMatcher {
  const matcher = new NeedOfferMatcher(analyser);
  entries.forEach((one) => matcher.add(one));
  return matcher;
}
const matcher = matcherOf(ENTRIES);
const line: MatchQuestion = { actorId: null, text: 'einen Bus für die Frühschicht, Beginn 4 Uhr im Gewerbegebiet', language: 'de' };
const changed = (id: string, more: Partial<MatchedEntry>) => ENTRIES.map((one) => (one.id === id ? { ...one, ...more } : one));

describe('offersFor', () => {
  it('answers one line with the offer, its best sentence and a reason that names it', () => {
    const [first] = matcher.offersFor(line, { limit: 3, today });
    expect(first).toMatchObject({
      entryId: 'bus',
      certainty: 'POSSIBLE',
      sentence: 'Kleinbusse ab 3:30 Uhr ins Gewerbegebiet.',
      reasons: [
        { code: 'OFFER_ANSWERS_NEED', params: { title: 'Früh- und Spätbusse auf Bestellung' }, evidence: [{ type: 'ENTRY', id: 'bus' }] },
      ],
    });
  });

  it('names the need that an offer meets, where that is an entry', () => {
    const [first] = matcher.offersFor({ ...line, id: 'need', title: 'Bus gesucht' }, { limit: 1, today });
    expect(first?.reasons[0]).toMatchObject({
      params: { title: 'Früh- und Spätbusse auf Bestellung', asked: 'Bus gesucht' },
      evidence: [{ id: 'bus' }, { id: 'need' }],
    });
  });

  it('says that nothing fits', () => {
    expect(matcher.offersFor({ ...line, text: 'Notarin für eine Beurkundung' }, { limit: 3, today })).toEqual([]);
  });

  it('names shared themes and competences as reasons', () => {
    const tagged = matcherOf(changed('bus', { competences: ['oepnv'] }));
    const [first] = tagged.offersFor({ ...line, themes: ['mobilitaet'], competences: ['oepnv'] }, { limit: 3, today });
    expect(first?.reasons.map(({ code }) => code)).toEqual(['OFFER_ANSWERS_NEED', 'SHARED_COMPETENCE', 'SHARED_THEME']);
  });

  it('never suggests what the asker, its parts or its parents offer, nor what has ended or may not be seen', () => {
    const ids = (question: MatchQuestion, options = {}) =>
      matcher.offersFor(question, { limit: 5, today, ...options }).map(({ entryId }) => entryId);
    expect(ids({ ...line, actorId: 'actor of bus' })).not.toContain('bus');
    expect(ids(line, { without: new Set(['actor of bus']) })).not.toContain('bus');
    expect(ids(line, { among: (one: MatchedEntry) => one.id !== 'bus' })).not.toContain('bus');
    const over = matcherOf(changed('bus', { untilOn: '2026-11-22' }));
    expect(over.offersFor(line, { limit: 5, today }).map(({ entryId }) => entryId)).not.toContain('bus');
  });

  it('says what speaks against it, and counts what is serious as less certain', () => {
    const far = matcherOf(
      changed('bus', { place: { latitude: 52.52, longitude: 13.4 }, confirmedOn: '2025-01-01', freshUntil: '2026-11-01' }),
    );
    const [first] = far.offersFor({ ...line, place: { latitude: 51.51, longitude: 7.47 } }, { limit: 1, today });
    expect(first?.doubts.map(({ code }) => code)).toEqual(['FAR_AWAY', 'CONFIRMED_LONG_AGO']);
    expect(first?.certainty).toBe('POSSIBLE');

    const later = matcherOf(changed('bus', { fromOn: '2027-10-01' }));
    expect(later.offersFor(line, { limit: 1, today })[0]).toMatchObject({
      certainty: 'ATTEMPT',
      doubts: [{ code: 'ONLY_FROM', params: { date: '2027-10-01' } }],
    });

    const members = matcherOf(changed('bus', { text: `${ENTRIES[0]!.text} Nur für Mitglieder.` }));
    expect(members.offersFor(line, { limit: 1, today })[0]?.doubts.map(({ code }) => code)).toEqual(['MEMBERS_ONLY']);
  });

  it('lets what nobody confirmed fall behind as it grows older, and says since when', () => {
    const best = (freshUntil: string | null) =>
      matcherOf(changed('bus', { confirmedOn: '2025-01-01', freshUntil })).offersFor(line, { limit: 1, today })[0];
    const fresh = best(today)!;
    expect(best(null)).toMatchObject({ probability: fresh.probability, doubts: [] });
    const faded = best(addDays(today, -90))!;
    expect(faded).toMatchObject({ doubts: [{ code: 'CONFIRMED_LONG_AGO', params: { date: '2025-01-01' } }] });
    expect(faded.probability).toBeCloseTo(fresh.probability * freshness(addDays(today, -90), today));
    expect(best(addDays(today, -2_000))?.entryId).not.toBe('bus');
  });

  it('doubts what is only for others than the need is about, and tells whom it is for and who makes it', () => {
    const about = { ...line, text: `Wir suchen einen Betrieb: ${line.text}, für unsere Pflegekräfte` };
    const others = matcherOf(changed('bus', { text: `${ENTRIES[0]!.text} Nur für Auszubildende.`, kind: 'COMPANY' }));
    const [doubted] = others.offersFor(about, { limit: 1, today });
    expect(doubted).toMatchObject({ entryId: 'bus', doubts: [{ code: 'ONLY_FOR', params: { groups: 'APPRENTICES' } }] });
    const these = matcherOf(changed('bus', { text: `${ENTRIES[0]!.text} Für Pflegekräfte.`, kind: 'COMPANY' }));
    const [met] = these.offersFor(about, { limit: 1, today });
    expect(met?.reasons.map(({ code }) => code).slice(0, 3)).toEqual(['OFFER_ANSWERS_NEED', 'OF_SOUGHT_KIND', 'FOR_SAME_GROUP']);
    expect(met?.doubts).toEqual([]);
  });

  it('orders by probability and stays within the limit', () => {
    const words = fc.array(fc.constantFrom('Bus', 'Saal', 'Konferenz', 'Frühschicht', 'Deutsch', 'Strom', 'Dienstplan'), { maxLength: 8 });
    fc.assert(
      fc.property(words, fc.integer({ min: 1, max: 4 }), (asked, limit) => {
        const found = matcher.offersFor({ ...line, text: asked.join(' ') }, { limit, today });
        expect(found.length).toBeLessThanOrEqual(limit);
        found.forEach(({ probability }, at) => expect(probability).toBeLessThanOrEqual(found[at - 1]?.probability ?? 1));
      }),
    );
  });
});

describe('needsFor and sameNeeds', () => {
  it('finds who asks for an offer', () => {
    const offer = { ...line, title: 'Rufbus', text: 'Wir fahren mit dem Bus ab 3 Uhr zur Frühschicht ins Gewerbegebiet' };
    expect(matcher.needsFor(offer, { limit: 3, today })[0]).toMatchObject({
      entryId: 'no bus',
      reasons: [{ code: 'NEED_ASKS_FOR_OFFER' }],
    });
  });

  it('finds who needs the same, at most POSSIBLE', () => {
    const [same] = matcher.sameNeeds(
      { ...line, text: 'Die Frühschicht beginnt um 4 Uhr, ein Bus ins Gewerbegebiet fährt nicht' },
      { limit: 3, today },
    );
    expect(same).toMatchObject({ entryId: 'no bus', certainty: 'POSSIBLE', reasons: [{ code: 'SAME_NEED' }] });
  });
});

describe('meanings', () => {
  const axes = Array.from({ length: 5 }, (_, at) => atLengthOne(Float32Array.from({ length: 5 }, (_, other) => (at === other ? 2 : 1))));
  const space = new MeaningSpace({ passages: axes, queries: axes });
  const meant = ENTRIES.map((one, at) => ({ ...one, windows: [axes[at % 5]!] }));
  const withMeanings = (entries: readonly MatchedEntry[]) => {
    const made = new NeedOfferMatcher(analyser, space);
    entries.forEach((one) => made.add(one));
    return made;
  };
  const without = { ...line, text: 'Xylophon' };
  const near = new Set(ENTRIES.map(({ id }) => id));
  const ranked = (entries: readonly MatchedEntry[], question: MatchQuestion) =>
    withMeanings(entries)
      .scoredOffersFor(question, { limit: 9, today, near })
      .map(({ entry: { id }, score }) => [id, score]);

  it('find what shares no word with the question', () => {
    expect(ranked(meant, { ...without, windows: [axes[4]!] })[0]![0]).toBe('roster');
    expect(matcher.offersFor(without, { limit: 9, today })).toEqual([]);
  });

  it('find who needs the same in other words, the same from both sides, and nobody who needs something else', () => {
    const needs = ['Instrumente', 'Xylophon', 'Steuern'].map((title, at): MatchedEntry => ({
      ...{ id: title, actorId: `actor of ${title}`, direction: 'NEED', title, text: title, language: 'de', themes: [], competences: [] },
      windows: [axes[at < 2 ? 4 : 1]!],
    }));
    const asked = withMeanings(needs);
    const same = (need: MatchedEntry) =>
      asked
        .sameNeeds(need, { limit: 5, today, near: new Set(needs.map(({ id }) => id)) })
        .map(({ entryId, probability }) => [entryId, probability]);
    expect(same(needs[0]!)).toEqual([['Xylophon', expect.closeTo(0.252, 3)]]);
    expect(same(needs[1]!)[0]![1]).toBe(same(needs[0]!)[0]![1]);
    expect(same(needs[2]!)).toEqual([]);
    expect(matcherOf(needs.map(({ windows: _, ...need }) => need)).sameNeeds(needs[0]!, { limit: 5, today })).toEqual([]);
  });

  it('change nothing by the order in which entries came', () => {
    fc.assert(
      fc.property(fc.shuffledSubarray(meant, { minLength: meant.length }), fc.integer({ min: 0, max: 4 }), (order, at) => {
        const question = { ...line, windows: [axes[at]!] };
        expect(ranked(order, question)).toEqual(ranked(meant, question));
      }),
    );
  });

  it('leave an entry whose vector is still to come between the near and the far', () => {
    const waiting = meant.map((one) => (one.id === 'hall' ? { ...one, windows: undefined } : one));
    const order = ranked(waiting, { ...without, windows: [axes[1]!] }).map(([id]) => id);
    expect(order.slice(0, 2)).toEqual(['energy', 'hall']);
  });

  it('refuse a stated need of which hardly anything is found, and judge a line by its certainty only', () => {
    const instruments = 'Xylophon Posaune Klarinette Fagott Pauke Trommel Geige Bratsche Cello Harfe Oboe Tuba';
    const far = { ...without, text: instruments, windows: [axes[3]!] };
    const others = withMeanings(meant.filter(({ id }) => id !== 'course'));
    expect(others.answersTo({ ...far, title: 'Xylophon' }, { limit: 9, today, near })).toEqual([]);
    expect(others.answersTo(far, { limit: 9, today, near })).not.toEqual([]);
  });
});

describe('bestPerActor', () => {
  it('keeps the first of each', () => {
    const [match] = matcher.offersFor(line, { limit: 1, today });
    const again = { ...match!, entryId: 'another' };
    expect(bestPerActor([match!, again])).toEqual([match]);
  });
});
