import { createHmac } from 'node:crypto';
import { sessionTokenIn } from './session-token';

const cookie = { name: 'knotenpunkt.session_token', secret: 'a secret that is only good for tests' };
const signed = (token: string, secret = cookie.secret) =>
  encodeURIComponent(`${token}.${createHmac('sha256', secret).update(token).digest('base64')}`);

describe('the token of a session', () => {
  it('is found among other cookies', () => {
    expect(sessionTokenIn(`a=b; knotenpunkt.session_token=${signed('abcDEF123')}; c=d`, cookie)).toBe('abcDEF123');
  });

  it('is not taken from anything else', () => {
    const cut = signed('abcDEF123').slice(0, -8);
    for (const cookies of [
      undefined,
      '',
      'knotenpunkt.session_token=',
      'knotenpunkt.session_token=abcDEF123',
      'knotenpunkt.session_token=abcDEF123.',
      'knotenpunkt.session_token=%E0%A4%A',
      `knotenpunkt.session_token=${cut}`,
      `knotenpunkt.session_token=${signed('abcDEF123', 'another secret')}`,
      `knotenpunkt.session_token=${signed('abcDEF123').replace('abc', 'abd')}`,
      `other.knotenpunkt.session_token=${signed('abcDEF123')}`,
    ])
      expect(sessionTokenIn(cookies, cookie)).toBeNull();
  });
});
