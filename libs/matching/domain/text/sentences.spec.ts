import fc from 'fast-check';
import { exclusionsOf, sentencesOf } from './sentences';

describe('sentencesOf', () => {
  it('cuts at ends of sentences and at lines, not at abbreviations before small letters', () => {
    expect(sentencesOf('Bis zu 50 Leute, z. B. aus Vereinen, ca. 20 Gäste. Wer kommt? „Alle!“\nBitte melden')).toEqual([
      'Bis zu 50 Leute, z. B. aus Vereinen, ca. 20 Gäste.',
      'Wer kommt?',
      '„Alle!“',
      'Bitte melden',
    ]);
  });
});

describe('exclusionsOf', () => {
  it.each([
    ['Keine Räume, aber Menschen, die Runden leiten.', 'Keine Räume,'],
    ['Kurse für alle. Nicht für Betriebe oder Gerichtstermine.', 'Nicht für Betriebe oder Gerichtstermine.'],
    ['Private Feiern sind ausgeschlossen.', 'Private Feiern sind ausgeschlossen.'],
    ['Umsetzung leisten wir nicht.', 'Umsetzung leisten wir nicht.'],
    ['We do not lend machines.', 'We do not lend machines.'],
  ])('%s', (text, excluded) => {
    expect(exclusionsOf(text).excluded).toBe(excluded);
  });

  it('takes no offer for a refusal', () => {
    for (const text of ['Keine Anmeldung nötig.', 'Für junge Leute ohne Lehrstelle.', 'Nicht nur im Sommer.', 'Noten sind uns egal.']) {
      expect(exclusionsOf(text).excluded).toBe('');
    }
  });

  it.each([
    'Nur für Mitglieder.',
    'Ausschließlich Verbandsmitglieder.',
    'Für Mitgliedsbetriebe ohne Fachabteilung.',
    'Members only: for members only.',
  ])('sees that it is for members: %s', (text) => {
    expect(exclusionsOf(text).membersOnly).toBe(true);
  });

  it('sees that others are welcome', () => {
    expect(exclusionsOf('Auch Nichtmitglieder können mitmachen.').membersOnly).toBe(false);
    expect(exclusionsOf('Für Mitglieder kostenlos.').membersOnly).toBe(false);
  });

  it('loses no word', () => {
    const part = fc.constantFrom('Wir helfen gern.', 'Keine Räume,', 'nicht für Firmen.', 'aber Rat', 'Wer kommt?', '\n');
    fc.assert(
      fc.property(fc.array(part), (parts) => {
        const { said, excluded } = exclusionsOf(parts.join(' '));
        const words = (text: string) => text.split(/\s+/).filter(Boolean).sort();
        expect(words(`${said} ${excluded}`)).toEqual(words(parts.join(' ')));
      }),
    );
  });
});
