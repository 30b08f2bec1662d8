import { randomBytes } from 'node:crypto';
import fc from 'fast-check';
import { openLinks, sealLinks } from './sealed-links';

const token = () => randomBytes(32).toString('base64url');

describe('links of mails that wait', () => {
  it('cannot be read, and are there again with the secret', () => {
    const [one, other] = [token(), token()];
    const text = `Guten Tag Kim,\n\nhttps://x.example/r/ort/antwort/${one}\nhttps://x.example/einladung#${other}\n\nhttps://x.example/akteure/werk`;
    const sealed = sealLinks('secret', text);
    for (const secret of [one, other]) expect(sealed).not.toContain(secret);
    expect(sealed).toContain('https://x.example/akteure/werk');
    expect(sealed).toContain('Guten Tag Kim,');
    expect(openLinks('secret', sealed)).toBe(text);
    expect(openLinks('another secret', sealed)).toBe(sealed);
  });

  it('leave any other text as it is', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        expect(openLinks('secret', sealLinks('secret', text))).toBe(text);
        expect(openLinks('secret', text)).toBe(text);
      }),
    );
    const lookalike = `{link:${'a'.repeat(95)}}`;
    expect(openLinks('secret', lookalike)).toBe(lookalike);
  });
});
