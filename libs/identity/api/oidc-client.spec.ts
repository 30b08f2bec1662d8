import { exportJWK, generateKeyPair, SignJWT, type CryptoKey, type JWTPayload } from 'jose';
import { OidcClient } from './oidc-client';

const ISSUER = 'https://dienst.example';
const BEGUN = { state: 'hin', nonce: 'einmal', verifier: 'geheim' };

/** A service whose answers are written down: what one that is set up badly would say. */
describe('a service that says one thing here and another there', () => {
  const { fetch } = globalThis;
  let keys: { privateKey: CryptoKey; publicKey: CryptoKey };

  beforeAll(async () => {
    keys = await generateKeyPair('RS256', { extractable: true });
  });
  afterEach(() => {
    globalThis.fetch = fetch;
  });

  async function finish(inToken: JWTPayload, elsewhere: object, metadata: object = {}) {
    const says: Record<string, object> = {
      '/.well-known/openid-configuration': {
        issuer: ISSUER,
        authorization_endpoint: `${ISSUER}/auth`,
        token_endpoint: `${ISSUER}/token`,
        jwks_uri: `${ISSUER}/keys`,
        userinfo_endpoint: `${ISSUER}/me`,
        ...metadata,
      },
      '/keys': { keys: [{ ...(await exportJWK(keys.publicKey)), alg: 'RS256', use: 'sig' }] },
      '/token': {
        access_token: 'a',
        id_token: await new SignJWT({ sub: 'kim', nonce: BEGUN.nonce, ...inToken })
          .setProtectedHeader({ alg: 'RS256' })
          .setIssuer(ISSUER)
          .setAudience('knotenpunkt')
          .setIssuedAt()
          .setExpirationTime('5 minutes')
          .sign(keys.privateKey),
      },
      '/me': elsewhere,
    };
    globalThis.fetch = (input) => {
      const { pathname } = new URL(input instanceof Request ? input.url : input);
      return Promise.resolve(Response.json(says[pathname]));
    };
    const service = { key: 'land', name: 'Dienst', issuer: ISSUER, clientId: 'knotenpunkt', clientSecret: 'x' };
    return new OidcClient(service, 'https://hier.example/zurueck').finish({ code: 'c', state: BEGUN.state, issuer: null }, BEGUN);
  }

  it('has confirmed the address only where it says both in one place', async () => {
    const there = { sub: 'kim', email: 'Kim@beispiel.example' };
    expect((await finish({}, { ...there, email_verified: true })).confirmedEmail).toBe('kim@beispiel.example');
    expect((await finish({ email_verified: true }, there)).confirmedEmail).toBeNull();
    expect((await finish({ email_verified: true }, { ...there, email_verified: false })).confirmedEmail).toBeNull();
    expect((await finish({ email: 'a@beispiel.example' }, { ...there, email_verified: true })).confirmedEmail).toBeNull();
    expect((await finish({}, { ...there, email_verified: 'true' })).confirmedEmail).toBeNull();
  });

  it('means the same person in both', async () => {
    await expect(finish({}, { sub: 'lou', email: 'lou@beispiel.example', email_verified: true })).rejects.toMatchObject({
      code: 'USERINFO',
    });
  });

  it('is told nothing on a line that others read', async () => {
    for (const place of ['token_endpoint', 'jwks_uri', 'userinfo_endpoint', 'authorization_endpoint'])
      await expect(finish({}, { sub: 'kim' }, { [place]: 'http://dienst.example/x' })).rejects.toMatchObject({ code: 'NOT_ENCRYPTED' });
  });
});
