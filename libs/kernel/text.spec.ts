import { checkLink, checkText, firstFree, readableText } from './text';

describe('checkText', () => {
  const valueOf = (text: string) => {
    const checked = checkText('name', text, { max: 40 });
    return checked.ok ? checked.value : checked.refusal.code;
  };

  it('takes what people write in any script, with its marks and joined signs', () => {
    for (const text of ['Bäckerei „Kornglück“', 'مرحبا', 'می\u200cخواهم', '👩‍👩‍👧', '❤️', 'e\u0301', '–']) expect(valueOf(text)).toBe(text);
  });

  it('leaves out signs that turn round or hide what stands there, and takes nothing nobody can see', () => {
    expect(valueOf(' \u202eGmbH\u2066 Nord\u200bkamp\ufeff ')).toBe('GmbH Nordkamp');
    for (const text of ['', ' ', '\u200b', '\u200d\u200d', '\u00ad', '\u3164', '\u2800', '\u202e\u2066'])
      expect(valueOf(text)).toBe('TEXT_MISSING');
    expect(checkText('note', '\u2060', { max: 40, optional: true })).toEqual({ ok: true, value: '' });
  });
});

describe('checkLink', () => {
  const codeOf = (text: string) => {
    const checked = checkLink('website', text);
    return checked.ok ? checked.value : checked.refusal.code;
  };

  it('takes addresses on the web, and none that pass for another or fill every list', () => {
    expect(codeOf('example.org')).toBe('https://example.org/');
    for (const text of [
      'https://sparkasse.de@example.org/',
      'https://a:b@example.org/',
      'sparkasse.de:x@example.org',
      'javascript:alert(1)',
    ])
      expect(codeOf(text)).toBe('LINK_INVALID');
    expect(codeOf(`example.org/${'a'.repeat(980)}`)).toMatch(/^https/);
    expect(codeOf(`example.org/${'a'.repeat(1_000)}`)).toBe('TEXT_TOO_LONG');
  });
});

describe('firstFree', () => {
  it('numbers on from the second of the same words', () => {
    expect(firstFree('bus', new Set())).toBe('bus');
    expect(firstFree('bus', new Set(['bus']))).toBe('bus-2');
    expect(firstFree('bus', new Set(['bus', 'bus-2', 'bus-4']))).toBe('bus-3');
  });
});

describe('readableText', () => {
  it('keeps what people write, and says where something could not be kept', () => {
    expect(readableText('Bäckerei „Kornglück“ 😀\tA\r\nB')).toBe('Bäckerei „Kornglück“ 😀\tA\r\nB');
    expect(readableText('a\u0000b\ud800c\udc00\uffff')).toBe('a\ufffdb\ufffdc\ufffd\ufffd');
  });
});
