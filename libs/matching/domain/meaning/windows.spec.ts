import fc from 'fast-check';
import { windowsOf } from './windows';

const sentence = fc.array(fc.stringMatching(/^[a-zäöü]{1,9}$/), { minLength: 1, maxLength: 40 }).map((words) => `Das ${words.join(' ')}.`);

describe('windowsOf', () => {
  it('leaves a short text in one piece', () => {
    expect(windowsOf('Saal', 'Für 300 Gäste. Ton und Licht sind da.')).toEqual(['Saal. Für 300 Gäste. Ton und Licht sind da.']);
    expect(windowsOf('', 'Saal')).toEqual(['Saal']);
    expect(windowsOf('Saal', '')).toEqual(['Saal']);
  });

  it('loses no sentence of a long text, keeps its order, and bears the title everywhere', () => {
    fc.assert(
      fc.property(fc.array(sentence, { minLength: 1, maxLength: 30 }), (sentences) => {
        const windows = windowsOf('Titel', sentences.join(' '));
        for (const window of windows) {
          expect(window.startsWith('Titel. ')).toBe(true);
          expect(window.split(' ').length).toBeLessThanOrEqual(121);
        }
        for (const one of sentences) expect(windows.some((window) => window.includes(one))).toBe(true);
      }),
    );
  });

  it('cuts what has no sentences, and reads an endless text only so far', () => {
    const windows = windowsOf('Titel', 'wort '.repeat(20_000));
    expect(windows).toHaveLength(12);
    expect(Math.max(...windows.map((window) => window.length))).toBeLessThan(800);
  });
});
