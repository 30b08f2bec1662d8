import { isStopWord } from './stop-words';

describe('isStopWord', () => {
  it('knows grammar and the filler of such texts', () => {
    for (const word of ['wir', 'suchen', 'bieten', 'brauchen', 'für', 'kostenlos']) expect(isStopWord(word, 'de')).toBe(true);
    for (const word of ['the', 'seeking', 'offer']) expect(isStopWord(word, 'en')).toBe(true);
  });

  it('leaves what entries are about', () => {
    for (const word of ['schicht', 'pflege', 'werkstatt', 'bus', 'raum']) expect(isStopWord(word, 'de')).toBe(false);
  });
});
