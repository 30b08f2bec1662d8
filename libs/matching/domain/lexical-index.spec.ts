import fc from 'fast-check';
import { LexicalIndex, type IndexedText } from './lexical-index';
import { TextAnalyser } from './text/text-analyser';

const offer = (id: string, title: string, text: string): IndexedText => ({
  id,
  direction: 'OFFER',
  title,
  text,
  language: 'de',
  competences: [],
});
const OFFERS = [
  offer('bus', 'Früh- und Spätbusse auf Bestellung', 'Kleinbusse ab 3:30 Uhr ins Gewerbegebiet. Ab drei Betrieben gibt es eine Linie.'),
  offer('hall', 'Aula mit Technik', 'Für 300 Gäste, Ton und Licht sind da. Private Feiern sind ausgeschlossen.'),
  offer('talk', 'Große Runden leiten', 'Keine Räume, aber Menschen, die Konferenzen moderieren und auswerten.'),
  offer('course', 'Deutsch am Arbeitsplatz', 'Lehrkräfte kommen in die Frühschicht und üben, was gebraucht wird.'),
  offer(
    'old',
    'Was wir so machen',
    'Montags Kaffee, dienstags Sport. Freitags wird gekocht. Unsere Elektriker suchen Arbeit in ihrem Fach.',
  ),
];
const analyser = new TextAnalyser(
  [],
  OFFERS.map(({ title, text }) => ({ text: `${title}. ${text}`, language: 'de' })),
);
const indexOf = (texts: readonly IndexedText[]) => {
  const index = new LexicalIndex(analyser);
  texts.forEach((text) => index.add(text));
  return index;
};
const ask = (index: LexicalIndex, text: string) => index.rank({ text, language: 'de' }, { limit: 10 });

describe('LexicalIndex', () => {
  it('finds the offer and the sentence that answers', () => {
    const [first] = ask(indexOf(OFFERS), 'einen Bus für die Frühschicht, Beginn 4 Uhr im Gewerbegebiet');
    expect(first).toMatchObject({ id: 'bus', sentence: 'Kleinbusse ab 3:30 Uhr ins Gewerbegebiet.' });
  });

  it('finds the relevant sentence in a long text about something else', () => {
    expect(ask(indexOf(OFFERS), 'Wir suchen Elektriker')[0]?.id).toBe('old');
  });

  it('counts what a text rules out against it', () => {
    const hits = ask(indexOf(OFFERS), 'Räume für eine private Feier');
    for (const id of ['hall', 'talk']) expect(hits.find((hit) => hit.id === id)?.signals.excluded ?? 1).toBeGreaterThan(0);
  });

  it('ranks nothing where nothing is shared', () => {
    expect(ask(indexOf(OFFERS), 'xqwz')).toEqual([]);
    expect(ask(indexOf(OFFERS), '')).toEqual([]);
    expect(ask(indexOf([]), 'Bus')).toEqual([]);
  });

  it('answers alike whatever was added, replaced or removed before', () => {
    const noise = fc.record({
      id: fc.constantFrom('bus', 'x', 'y'),
      title: fc.constantFrom('Bus', 'Kurs'),
      text: fc.constantFrom('Frühschicht.', 'Keine Räume.'),
    });
    fc.assert(
      fc.property(fc.shuffledSubarray(OFFERS, { minLength: OFFERS.length }), fc.array(noise, { maxLength: 5 }), (order, extra) => {
        const index = indexOf(extra.map(({ id, title, text }) => offer(id, title, text)));
        order.forEach((text) => index.add(text));
        for (const id of ['x', 'y']) index.remove(id);
        expect(index.size).toBe(OFFERS.length);
        expect(ask(index, 'Bus zur Frühschicht')).toEqual(ask(indexOf(OFFERS), 'Bus zur Frühschicht'));
      }),
      { numRuns: 30 },
    );
  });

  it('keeps every signal and the similarity between 0 and 1', () => {
    const words = fc.array(fc.constantFrom('Bus', 'Aula', 'keine', 'Räume', 'Frühschicht', 'Deutsch', 'wir', 'suchen'), { maxLength: 12 });
    fc.assert(
      fc.property(words, (asked) => {
        for (const { signals, similarity } of ask(indexOf(OFFERS), asked.join(' '))) {
          for (const value of [...Object.values(signals), similarity]) {
            expect(value).toBeGreaterThanOrEqual(0);
            expect(value).toBeLessThanOrEqual(1 + 1e-9);
          }
        }
      }),
    );
  });

  it('compares both ways alike: who asks for an offer scores as the offer does for the asker', () => {
    const needs = [
      { ...offer('need', 'Frühschicht', 'Wie kommen Leute um vier Uhr ins Gewerbegebiet? Kein Bus fährt.'), direction: 'NEED' as const },
    ];
    const asked = indexOf(OFFERS).rank({ title: needs[0]!.title, text: needs[0]!.text, language: 'de' }, { limit: 10 });
    const back = indexOf(needs).rankAskers(OFFERS[0]!, { limit: 10 });
    expect(back[0]).toMatchObject({ id: 'need', similarity: asked.find(({ id }) => id === 'bus')?.similarity });
  });

  it('leaves out what the reader may not see', () => {
    const hits = indexOf(OFFERS).rank({ text: 'Bus zur Frühschicht', language: 'de' }, { limit: 10, among: (id) => id !== 'bus' });
    expect(hits.map(({ id }) => id)).not.toContain('bus');
  });
});
