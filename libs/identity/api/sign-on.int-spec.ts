import { createServer, type Server } from 'node:http';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { VISITOR, type Viewer } from '@knotenpunkt/identity/domain';
import { newId, type Id } from '@knotenpunkt/kernel';
import { Mail } from '@knotenpunkt/platform/mail';
import { createTestApp, signInForTests, type TestApp } from '@knotenpunkt/platform/testing';
import { RegionSeeds, RegionsModule } from '@knotenpunkt/regions/api';
import { base64url, exportJWK, generateKeyPair, SignJWT, UnsecuredJWT, type CryptoKey, type JWTPayload } from 'jose';
import Provider from 'oidc-provider';
import { DataSource } from 'typeorm';
import { AccountSecurityService } from './account-security.service';
import { DEMO_PASSWORD } from './auth.service';
import { IdentityModule } from './identity.module';
import { OidcClient, SignOnFault } from './oidc-client';
import { SignOnService } from './sign-on.service';

const CALLBACK = 'http://localhost:4400/api/auth/oidc/land/callback';
const KNOWN = 'katrin.vossebrink@harkenrode.example';

/** What the service knows of its people; who is not here has an address that is not confirmed. */
const PEOPLE: Record<string, object> = {
  new: { name: 'Kim Beispiel', email: 'Kim@beispiel.example', email_verified: true },
  known: { name: 'Katrin', email: KNOWN, email_verified: true },
  again: { name: 'Katrin', email: KNOWN, email_verified: true },
  moved: { name: 'Mo', email: 'mo@beispiel.example', email_verified: true },
};

describe('signing on by OpenID Connect', () => {
  let server: Server;
  let issuer: string;
  let key: CryptoKey;
  let app: TestApp;
  let signOn: SignOnService;
  let service: { key: string; name: string; issuer: string; clientId: string; clientSecret: string };

  beforeAll(async () => {
    server = createServer().listen(0, '127.0.0.1');
    await once(server, 'listening');
    issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    const pair = await generateKeyPair('RS256', { extractable: true });
    key = pair.privateKey;
    const provider = new Provider(issuer, {
      clients: [{ client_id: 'knotenpunkt', client_secret: 'only for tests', redirect_uris: [CALLBACK] }],
      jwks: { keys: [{ ...(await exportJWK(pair.privateKey)), kid: 'eins', alg: 'RS256', use: 'sig' }] },
      claims: { email: ['email', 'email_verified'], profile: ['name'] },
      pkce: { required: () => true },
      cookies: { keys: ['only for tests'] },
      findAccount: (_, sub) => ({
        accountId: sub,
        claims: () => Promise.resolve({ sub, ...(PEOPLE[sub] ?? { email: KNOWN, email_verified: false }) }),
      }),
      async loadExistingGrant(context) {
        const grant = new context.oidc.provider.Grant({
          clientId: context.oidc.client!.clientId,
          accountId: context.oidc.session!.accountId!,
        });
        grant.addOIDCScope('openid profile email');
        // A grant of the provider's, not a row of ours.
        // eslint-disable-next-line workshop/versioned-writes
        await grant.save();
        return grant;
      },
    });
    server.on('request', provider.callback() as never);
    service = { key: 'land', name: 'Servicekonto', issuer, clientId: 'knotenpunkt', clientSecret: 'only for tests' };
    app = await createTestApp({
      modules: (databaseUrl) => [
        RegionsModule.forRoot('harkenrode'),
        IdentityModule.forRoot({ ...signInForTests(databaseUrl), signOn: [service] }),
      ],
    });
    await app.get(RegionSeeds).loadMissing({ examples: true });
    signOn = app.get(SignOnService);
  }, 60_000);
  afterAll(async () => {
    await app.close();
    server.closeAllConnections();
    server.close();
  });

  /** Goes to the service as a browser would, signs in there, and stops at the way back. */
  async function through(address: string, login: string): Promise<URL> {
    const jar = new Map<string, string>();
    let next: { url: string; body?: URLSearchParams } = { url: address };
    for (let left = 12; left > 0; left--) {
      const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join('; ');
      const response = await fetch(next.url, {
        redirect: 'manual',
        headers: { cookie },
        ...(next.body ? { method: 'POST', body: next.body } : {}),
      });
      for (const line of response.headers.getSetCookie()) {
        const [, name, value] = /^([^=]+)=([^;]*)/.exec(line)!;
        jar.set(name!, value!);
      }
      const to = response.headers.get('location');
      if (to?.startsWith(CALLBACK)) return new URL(to);
      if (to) next = { url: new URL(to, next.url).href };
      else {
        const page = await response.text();
        const action = /action="([^"]+)"/.exec(page)?.[1];
        if (!action) throw new Error(`${response.status} ${page.slice(-900)}`);
        next = { url: new URL(action, next.url).href, body: new URLSearchParams({ prompt: 'login', login, password: 'x' }) };
      }
    }
    throw new Error('the service did not send back');
  }
  const answerOf = (back: URL) => ({
    code: back.searchParams.get('code') ?? '',
    state: back.searchParams.get('state') ?? '',
    issuer: back.searchParams.get('iss'),
  });
  async function signOnAs(login: string) {
    const { address, token } = (await signOn.begin('land', '/akteure'))!;
    return signOn.finish('land', token, answerOf(await through(address, login)));
  }
  /** The token of a session that has just begun, as the door gives it. */
  async function freshSession(personId: Id): Promise<string> {
    const token = newId();
    const sql = `INSERT INTO auth.session (id, "expiresAt", token, "userId") VALUES ($1, now() + interval '1 hour', $1::uuid::text, $2)`;
    await app.get(DataSource).query(sql, [token, personId]);
    return token;
  }
  const idOf = async (email: string) =>
    ((await app.get(DataSource).query('SELECT id FROM auth."user" WHERE email = $1', [email])) as { id: string }[])[0]?.id;

  it('makes an account of a confirmed address, and knows the person again by what the service calls them', async () => {
    const first = await signOnAs('new');
    expect(first).toEqual({ ok: true, value: { personId: await idOf('kim@beispiel.example'), back: '/akteure' } });
    PEOPLE['new'] = { name: 'Kim', email: 'woanders@beispiel.example', email_verified: false };
    expect(await signOnAs('new')).toEqual(first);
    expect(await idOf('woanders@beispiel.example')).toBeUndefined();
  });

  it('links an account by a confirmed address, and by no other', async () => {
    expect(await signOnAs('known')).toMatchObject({ ok: true, value: { personId: await idOf(KNOWN) } });
    expect(await signOnAs('unconfirmed')).toMatchObject({ ok: false, refusal: { code: 'ADDRESS_UNCONFIRMED' } });
    const [mail] = (await app.get(Mail).newest(100)).filter(({ to }) => to === KNOWN);
    expect(mail!.text).toContain('mit einem Dienst verbunden');
  });

  it('does not let in the next one to whom the service has given an address', async () => {
    expect((await signOnAs('known')).ok).toBe(true);
    expect(await signOnAs('again')).toMatchObject({ ok: false, refusal: { code: 'LINKED_OTHERWISE' } });
  });

  it('can be parted from an account by its person, by mail and for good, while there is another way in; and be allowed again', async () => {
    const personId = await idOf(KNOWN);
    const viewer: Viewer = { ...VISITOR, personId: personId! };
    const send = async (mutation: string, password = DEMO_PASSWORD) =>
      (
        await app.query<{ answer: { __typename: string; code?: string; account?: { signOns: object[] } } }>(
          `mutation($input: OwnSignOnInput!) { answer: ${mutation}(input: $input) {
             __typename ... on Refused { code field } ... on AccountChanged { account { signOns { key name linked } } } } }`,
          { input: { key: 'land', password } },
          { viewer },
        )
      ).data.answer;
    expect(await send('unlinkSignOn', 'geraten')).toMatchObject({ code: 'PASSWORD_WRONG' });
    expect(await send('unlinkSignOn')).toMatchObject({ account: { signOns: [{ key: 'land', name: 'Servicekonto', linked: false }] } });
    expect((await app.get(Mail).newest(100)).find(({ to }) => to === KNOWN)!.text).toContain('von Ihrem Konto getrennt');
    // Its word for the address does not link it again.
    for (const login of ['known', 'again']) expect(await signOnAs(login)).toMatchObject({ refusal: { code: 'SIGN_ON_UNLINKED' } });
    expect(await send('unlinkSignOn')).toMatchObject({ code: 'NOT_PERMITTED' });
    expect(await send('allowSignOn')).toMatchObject({ account: { signOns: [] } });
    expect(await signOnAs('known')).toMatchObject({ ok: true, value: { personId } });
    // Without a password, passkey or other service it is the only way in.
    const only = (await idOf('kim@beispiel.example'))!;
    const refused = await app.get(AccountSecurityService).unlinkSignOn({ personId: only, token: await freshSession(only) }, '', 'land');
    expect(refused).toMatchObject({ ok: false, refusal: { code: 'LAST_WAY_IN' } });
    expect((await signOnAs('new')).ok).toBe(true);
  });

  it('keeps no token of the service', async () => {
    const rows = (await app
      .get(DataSource)
      .query(`SELECT "accessToken", "refreshToken", "idToken" FROM auth.account WHERE "providerId" = 'oidc:land'`)) as object[];
    expect(rows.length).toBeGreaterThan(0);
    expect(rows.every((row) => Object.values(row).every((value) => value === null))).toBe(true);
  });

  it('asks with PKCE, state and nonce that are new each time', async () => {
    const [one, other] = [(await signOn.begin('land', '/'))!, (await signOn.begin('land', '/'))!].map(
      ({ address }) => new URL(address).searchParams,
    );
    expect(one!.get('code_challenge_method')).toBe('S256');
    for (const name of ['state', 'nonce', 'code_challenge']) {
      expect(one!.get(name)).toMatch(/^[\w-]{43}$/);
      expect(one!.get(name)).not.toBe(other!.get(name));
    }
  });

  describe('lets nobody in who comes back', () => {
    const faultOf = (work: Promise<unknown>) =>
      work.then(
        () => 'let in',
        (error: unknown) => (error instanceof SignOnFault ? error.code : String(error)),
      );

    it('with the state of another', async () => {
      const { address, token } = (await signOn.begin('land', '/'))!;
      const answer = answerOf(await through(address, 'moved'));
      expect(await faultOf(signOn.finish('land', token, { ...answer, state: 'another' }))).toBe('STATE');
    });

    it('a second time', async () => {
      const { address, token } = (await signOn.begin('land', '/'))!;
      const answer = answerOf(await through(address, 'moved'));
      expect((await signOn.finish('land', token, answer)).ok).toBe(true);
      expect(await signOn.finish('land', token, answer)).toMatchObject({ ok: false, refusal: { code: 'SIGN_ON_ENDED' } });
    });

    it('from a browser that never left', async () => {
      const mine = (await signOn.begin('land', '/'))!;
      const theirs = (await signOn.begin('land', '/'))!;
      const answer = answerOf(await through(theirs.address, 'moved'));
      expect(await signOn.finish('land', 'unknown', answer)).toMatchObject({ refusal: { code: 'SIGN_ON_ENDED' } });
      expect(await faultOf(signOn.finish('land', mine.token, answer))).toBe('STATE');
    });

    it('with the code of another, which needs another verifier', async () => {
      const mine = (await signOn.begin('land', '/'))!;
      const theirs = (await signOn.begin('land', '/'))!;
      const { code } = answerOf(await through(theirs.address, 'moved'));
      const state = new URL(mine.address).searchParams.get('state')!;
      expect(await faultOf(signOn.finish('land', mine.token, { code, state, issuer: issuer }))).toBe('SERVICE_ANSWERED_400');
    });

    it('in the name of another service', async () => {
      const { address, token } = (await signOn.begin('land', '/'))!;
      const answer = { ...answerOf(await through(address, 'moved')), issuer: 'https://jemand.example' };
      expect(await faultOf(signOn.finish('land', token, answer))).toBe('ISSUER_OF_ANSWER');
    });

    it('in nobody’s name, where the service says its own in every answer', async () => {
      const { address, token } = (await signOn.begin('land', '/'))!;
      const answer = { ...answerOf(await through(address, 'moved')), issuer: null };
      expect(await faultOf(signOn.finish('land', token, answer))).toBe('ISSUER_OF_ANSWER');
    });
  });

  describe('takes a token of the service', () => {
    const now = () => Math.floor(Date.now() / 1000);
    const claims = (more: JWTPayload = {}): JWTPayload => ({
      iss: issuer,
      aud: 'knotenpunkt',
      sub: 'new',
      nonce: 'mine',
      iat: now(),
      exp: now() + 300,
      ...more,
    });
    const signed = (payload: JWTPayload, by = key) => new SignJWT(payload).setProtectedHeader({ alg: 'RS256', kid: 'eins' }).sign(by);
    const read = (token: string) =>
      new OidcClient(service, CALLBACK).read(token, 'mine').then(
        ({ sub }) => sub,
        (error: unknown) => (error as SignOnFault).code,
      );

    it('that is signed by it, for us, for this sign-in, now', async () => {
      expect(await read(await signed(claims()))).toBe('new');
    });

    it.each([
      ['of another issuer', { iss: 'https://jemand.example' }, 'ERR_JWT_CLAIM_VALIDATION_FAILED iss'],
      ['for another audience', { aud: 'jemand' }, 'ERR_JWT_CLAIM_VALIDATION_FAILED aud'],
      ['for several, meant for another', { aud: ['knotenpunkt', 'jemand'], azp: 'jemand' }, 'AZP'],
      ['for several, meant for nobody', { aud: ['knotenpunkt', 'jemand'] }, 'AZP'],
      ['with another nonce', { nonce: 'theirs' }, 'NONCE'],
      ['without a nonce', { nonce: undefined }, 'ERR_JWT_CLAIM_VALIDATION_FAILED nonce'],
      ['that has expired', { exp: 1_700_000_000 }, 'ERR_JWT_EXPIRED exp'],
      ['that never expires', { exp: undefined }, 'ERR_JWT_CLAIM_VALIDATION_FAILED exp'],
      ['that is not valid yet', { nbf: 4_000_000_000 }, 'ERR_JWT_CLAIM_VALIDATION_FAILED nbf'],
      ['about nobody', { sub: undefined }, 'ERR_JWT_CLAIM_VALIDATION_FAILED sub'],
    ])('but none %s', async (_, more, code) => {
      expect(await read(await signed(claims(more as JWTPayload)))).toBe(code);
    });

    it('but none that is not signed, or by another, or with a secret both know', async () => {
      expect(await read(new UnsecuredJWT(claims()).encode())).toBe('ERR_JOSE_ALG_NOT_ALLOWED');
      const { privateKey } = await generateKeyPair('RS256');
      expect(await read(await signed(claims(), privateKey))).toBe('ERR_JWS_SIGNATURE_VERIFICATION_FAILED');
      const secret = new TextEncoder().encode(service.clientSecret.padEnd(32));
      expect(await read(await new SignJWT(claims()).setProtectedHeader({ alg: 'HS256' }).sign(secret))).toBe('ERR_JOSE_ALG_NOT_ALLOWED');
      const [head, , signature] = (await signed(claims())).split('.');
      const changed = base64url.encode(JSON.stringify(claims({ sub: newId() })));
      expect(await read([head, changed, signature].join('.'))).toBe('ERR_JWS_SIGNATURE_VERIFICATION_FAILED');
    });

    it('but of no service that says it is another', async () => {
      const other = new OidcClient({ ...service, issuer: `${issuer}/` }, CALLBACK);
      await expect(other.read(await signed(claims()), 'mine')).rejects.toMatchObject({ code: 'ISSUER_OF_DISCOVERY' });
    });
  });
});
