import fc from 'fast-check';
import { messages } from '../messages';
import { checkLetter, fillLetter, SHIPPED_TEMPLATES, type LetterMatter } from './letter';

const matters: LetterMatter[] = [
  { title: 'Wärme aus Nordkamp', since: '2026-11-20', url: 'https://k.example/a' },
  { title: 'Frühbus', since: '2026-11-08', url: 'https://k.example/b' },
];

describe('a letter to several', () => {
  it('names for each what it is about, since when, and where it is answered', () => {
    const letter = { subject: 'Zu {Worum}', text: 'Guten Tag {organisation},\n\n{Worum} wartet seit {Seit}.\n{Link}' };
    expect(fillLetter(letter, { organisation: 'Codewerft', matters }, 'de')).toEqual({
      subject: 'Zu „Wärme aus Nordkamp“ und „Frühbus“',
      text: 'Guten Tag Codewerft,\n\n„Wärme aus Nordkamp“ und „Frühbus“ wartet seit 8. November 2026.\nhttps://k.example/a\nhttps://k.example/b',
    });
  });

  it.each([
    [{ subject: '', text: 'Text' }, 'TEXT_MISSING', 'subject'],
    [{ subject: 'Betreff', text: ' ' }, 'TEXT_MISSING', 'text'],
    [{ subject: 'Betreff', text: 'x'.repeat(2_001) }, 'TEXT_TOO_LONG', 'text'],
    [{ subject: 'An {Orga}', text: 'Text' }, 'PLACEHOLDER_UNKNOWN', 'subject'],
    [{ subject: 'Betreff', text: 'Liebe {Vorname}' }, 'PLACEHOLDER_UNKNOWN', 'text'],
  ])('is refused where nobody could tell what it would say: %j', (letter, code, field) => {
    expect(checkLetter(letter)).toMatchObject({ ok: false, refusal: { code, field } });
  });

  it('has templates that pass their own check, in both languages', () => {
    for (const language of ['de', 'en'] as const) {
      for (const template of SHIPPED_TEMPLATES) expect(checkLetter(messages[language].letters.shipped[template]).ok).toBe(true);
    }
  });

  it('fills in names as they are, never as placeholders of their own, and keeps the subject in one line', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (organisation, title) => {
        const filled = fillLetter(
          { subject: '{Organisation}', text: 'An {Organisation} zu {Worum}!' },
          { organisation, matters: [{ ...matters[0]!, title }] },
          'de',
        );
        expect(filled.text).toBe(`An ${organisation} zu „${title}“!`);
        expect(filled.subject).not.toMatch(/[\r\n]/);
      }),
    );
  });
});
