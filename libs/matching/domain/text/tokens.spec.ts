import fc from 'fast-check';
import { plainText, tokensOf } from './tokens';

describe('tokens', () => {
  it('are the same whichever way a text names all genders', () => {
    const forms = ['Schüler:innen', 'Schüler*innen', 'Schüler_innen', 'Schüler/-innen', 'SchülerInnen', 'Schüler(innen)', 'Schüler'];
    expect(new Set(forms.map((form) => tokensOf(form, 'de').join(' ')))).toEqual(new Set(['schüler']));
  });

  it('read typewriter umlauts, but leave letters that belong there', () => {
    expect(tokensOf('Geschaeft fuer Koeche', 'de')).toEqual(['geschäft', 'für', 'köche']);
    expect(tokensOf('neue Quelle, aktuelle Steuer', 'de')).toEqual(['neue', 'quelle', 'aktuelle', 'steuer']);
  });

  it('keep letters with digits, leave out plain numbers, part hyphened words', () => {
    expect(tokensOf('CO2-Bilanz nach § 81a, 2.400 m² für 390 €', 'de')).toEqual(['co2', 'bilanz', 'nach', '81a', 'für']);
  });

  it('are stable: taking the tokens of tokens changes nothing', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.constantFrom('de' as const, 'en' as const), (text, language) => {
        const tokens = tokensOf(text, language);
        expect(tokensOf(tokens.join(' '), language)).toEqual(tokens);
      }),
    );
  });

  it('do not touch English spelling', () => {
    expect(plainText('Value of BLUE shoes', 'en')).toBe('value of blue shoes');
  });
});
