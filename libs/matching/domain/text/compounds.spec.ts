import fc from 'fast-check';
import { lexiconOf, partsOf, stemOfPart } from './compounds';

const lexicon = lexiconOf([
  'Ausbildung im Verbund, Dienst und Plan, Kurse für Sprache und Beruf, Räume zum Leihen, Arbeit in Zeiten, Beratung, Bescheid, Geräte, Scheck, Bildung',
]);

describe('partsOf', () => {
  it('takes compounds apart, with and without linking elements', () => {
    expect(partsOf('ausbildungsverbund', lexicon)).toEqual(['ausbildungs', 'verbund']);
    expect(partsOf('dienstplan', lexicon)).toEqual(['dienst', 'plan']);
    expect(partsOf('arbeitszeitberatung', lexicon)).toEqual(['arbeits', 'zeit', 'beratung']);
  });

  it('puts the linking s where the last part stays whole', () => {
    expect(partsOf('bildungsscheck', lexicon)).toEqual(['bildungs', 'scheck']);
  });

  it('gives the part it knows when it does not know the rest', () => {
    expect(partsOf('defizitbescheid', lexicon)).toEqual(['bescheid']);
  });

  it('leaves other words alone', () => {
    expect(partsOf('teilnehmende', lexicon)).toEqual([]);
    expect(partsOf('plan', lexicon)).toEqual([]);
  });

  it('gives parts that stand in the word and never the word itself', () => {
    const piece = fc.constantFrom('ausbildung', 'dienst', 'plan', 'kurs', 'sprach', 'berufs', 'arbeits', 'zeit', 'xy', 'ende');
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 6 }), (pieces) => {
        const word = pieces.join('');
        for (const part of partsOf(word, lexicon)) {
          expect(word).toContain(part);
          expect(part).not.toBe(word);
        }
      }),
    );
  });
});

describe('stemOfPart', () => {
  it('drops the linking element', () => {
    expect(stemOfPart('ausbildungs', lexicon)).toBe(stemOfPart('ausbildung', lexicon));
  });
});
