import { base32, codeAt, stepAt, stepOf } from './totp';

// RFC 6238, appendix B, SHA-1: the last six of its eight digits.
const SECRET = Buffer.from('12345678901234567890');

describe('codes of an authenticator app', () => {
  it.each([
    [59, '287082'],
    [1111111109, '081804'],
    [1111111111, '050471'],
    [1234567890, '005924'],
    [2000000000, '279037'],
    [20000000000, '353130'],
  ])('at %i seconds are those of RFC 6238', (seconds, code) => {
    expect(codeAt(SECRET, stepAt(new Date(seconds * 1000)))).toBe(code);
  });

  it('count in their period and in those beside it, and no longer', () => {
    const now = new Date(1_234_567_890_000);
    const at = (periods: number) => stepOf(SECRET, codeAt(SECRET, stepAt(now) + periods), now);
    expect([-1, 0, 1].map(at)).toEqual([-1, 0, 1].map((beside) => stepAt(now) + beside));
    expect([at(-2), at(2)]).toEqual([null, null]);
    expect(['', '12345', '1234567', 'abcdef', '１２３４５６'].map((code) => stepOf(SECRET, code, now))).toEqual(Array(5).fill(null));
  });

  it('come of secrets that can be typed in', () => {
    expect(base32(Buffer.from('foobar'))).toBe('MZXW6YTBOI');
    expect(base32(SECRET)).toBe('GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ');
  });
});
