import { isMailAddress } from './mail-address';

describe('a mail address', () => {
  it.each(['kim@beispiel.example', "o'neill+verein@a-b.c-d.example", 'k.i.m@sub.beispiel.example'])('can be %s', (text) => {
    expect(isMailAddress(text)).toBe(true);
  });

  it.each([
    'mailto:kim@beispiel.example',
    'kim',
    'kim@beispiel',
    'kim@@beispiel.example',
    '.kim@beispiel.example',
    'k..m@beispiel.example',
    'kim@beispiel.example\nBcc: all@beispiel.example',
    'kim@beispiel.example,lee@beispiel.example',
    'Kim <kim@beispiel.example>',
    `${'k'.repeat(200)}@beispiel.example`,
  ])('cannot be %s', (text) => {
    expect(isMailAddress(text)).toBe(false);
  });
});
