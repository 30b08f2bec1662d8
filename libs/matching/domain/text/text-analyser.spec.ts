import fc from 'fast-check';
import { TextAnalyser } from './text-analyser';
import type { Vocabulary } from './vocabulary';

const vocabulary: Vocabulary = [
  { id: 'sprachkurse', de: 'Sprachkurse', en: 'Language courses', altDe: ['Deutschkurs', 'B1'], altEn: ['German course'] },
  { id: 'open-space', de: 'Großgruppenformate', en: 'Large-group methods', altDe: ['Open Space'], altEn: ['open space'] },
  { id: 'oepnv', de: 'Nahverkehr und Bedarfsbusse', en: 'Public transport', altDe: ['Rufbus', 'Buslinie'], altEn: ['on-demand bus'] },
];
const analyser = new TextAnalyser(vocabulary, [
  { text: 'Wir bieten Deutschkurse für Auszubildende', language: 'de' },
  { text: 'Ein Bus für die Frühschicht', language: 'de' },
]);
const keys = (text: string) => [...analyser.featuresOf(text, 'de').keys()];

describe('TextAnalyser', () => {
  it('finds competences by label or synonym, inflected, of several words, in both languages', () => {
    expect(analyser.competencesIn('Zwei Deutschkurse am Abend', 'de')).toEqual(['sprachkurse']);
    expect(analyser.competencesIn('Eine Konferenz mit Open Space', 'de')).toEqual(['open-space']);
    expect(analyser.competencesIn('We need German courses', 'en')).toEqual(['sprachkurse']);
    expect(analyser.competencesIn('offener Platz', 'de')).toEqual([]);
  });

  it('lets the colloquial and the official meet in a word field', () => {
    const shared = keys('Unser Azubi').filter((key) => keys('Lehrlinge').includes(key));
    expect(shared).toEqual(['f:azubi']);
  });

  it('takes no field from the parts of a word that has its own', () => {
    expect(keys('Lösegeld').filter((key) => key.startsWith('f:'))).toEqual(['f:virus']);
  });

  it('places texts without a common word near the same competence', () => {
    const near = (text: string) => [...analyser.concepts.near(analyser.featuresOf(text, 'de')).keys()];
    expect(near('Rufbus')).toContain('oepnv');
    expect(near('im Nahverkehr')).toContain('oepnv');
  });

  it('holds a feature in no text for the rarest', () => {
    expect(analyser.features.rarity('w:nirgends')).toBeGreaterThan(analyser.features.rarity('w:bus'));
  });

  it('gives the same features for the same text, all above 0', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        const features = analyser.featuresOf(text, 'de');
        expect(analyser.featuresOf(text, 'de')).toEqual(features);
        for (const weight of features.values()) expect(weight).toBeGreaterThan(0);
      }),
    );
  });
});
