import { registerMessages } from '@knotenpunkt/webkit/i18n';
import { refusalSentence } from './refusals';

describe('the sentence of a refusal', () => {
  beforeAll(() => {
    const refusals = { SEAT_TAKEN: 'Auf diesem Stuhl sitzt schon {{name}}.', TEXT_MISSING_question: 'Bitte stellen Sie die Frage.' };
    registerMessages('sample', { de: { refusals }, en: {} });
  });

  it('comes from the room with what the server says of it', () => {
    expect(refusalSentence('sample', { code: 'SEAT_TAKEN', parameters: { name: 'das Klinikum' } })).toBe(
      'Auf diesem Stuhl sitzt schon das Klinikum.',
    );
  });

  it('may be said in other words for one field', () => {
    expect(refusalSentence('sample', { code: 'TEXT_MISSING', field: 'question' })).toBe('Bitte stellen Sie die Frage.');
    expect(refusalSentence('sample', { code: 'TEXT_MISSING', field: 'title' })).toBe('Bitte füllen Sie dieses Feld aus.');
  });

  it('comes from the kit where the room has none, with the parameters of a domain decision', () => {
    expect(refusalSentence('sample', { code: 'TEXT_TOO_LONG', params: { max: 80, length: 91 } })).toBe(
      'Bitte kürzen Sie den Text: höchstens 80 Zeichen, jetzt sind es 91.',
    );
  });

  it('names the code of a refusal that nobody has words for', () => {
    expect(refusalSentence('sample', { code: 'MOON_FULL' })).toContain('MOON_FULL');
  });
});
