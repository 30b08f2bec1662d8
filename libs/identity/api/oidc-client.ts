import { createHash, randomBytes } from 'node:crypto';
import { createRemoteJWKSet, jwtVerify, type JWTPayload } from 'jose';
import { z } from 'zod';
import type { SignOnService } from '@knotenpunkt/platform/config';

/** What is left out: `none`, and everything signed with a secret both sides know. */
const ALGORITHMS = ['RS256', 'RS384', 'RS512', 'PS256', 'PS384', 'PS512', 'ES256', 'ES384', 'ES512', 'EdDSA'];
const PATIENCE_MS = 5_000;
const METADATA_LASTS_MS = 60 * 60_000;
/** For clocks that differ. */
const TOLERANCE_S = 30;

const metadataSchema = z.object({
  issuer: z.string(),
  authorization_endpoint: z.url(),
  token_endpoint: z.url(),
  jwks_uri: z.url(),
  userinfo_endpoint: z.url().optional(),
  token_endpoint_auth_methods_supported: z.array(z.string()).default(['client_secret_basic']),
  authorization_response_iss_parameter_supported: z.boolean().default(false),
});
const tokensSchema = z.object({ id_token: z.string(), access_token: z.string().optional() });
type Metadata = z.output<typeof metadataSchema>;

/** What a sign-in that began here is recognised by when it comes back. */
export interface SignOnBegun {
  state: string;
  nonce: string;
  verifier: string;
}

/** What a service says of a person. */
export interface SignedOn {
  subject: string;
  name: string | null;
  /** Null where the service does not say that the address is confirmed. */
  confirmedEmail: string | null;
}

/** The service did not answer as it should; `code` says why, without anything about a person. */
export class SignOnFault extends Error {
  constructor(readonly code: string) {
    super(`signing on was refused: ${code}`);
  }
}

const random = () => randomBytes(32).toString('base64url');

async function json(url: string, init: RequestInit = {}): Promise<unknown> {
  const response = await fetch(url, { ...init, redirect: 'error', signal: AbortSignal.timeout(PATIENCE_MS) }).catch(() => {
    throw new SignOnFault('SERVICE_AWAY');
  });
  if (!response.ok) throw new SignOnFault(`SERVICE_ANSWERED_${response.status}`);
  return response.json().catch(() => {
    throw new SignOnFault('SERVICE_SAID_NO_JSON');
  });
}

/** Speaks OpenID Connect with one service: authorization code with PKCE, state and nonce; tokens verified by the service's keys. */
export class OidcClient {
  private known: { metadata: Metadata; keys: ReturnType<typeof createRemoteJWKSet>; until: number } | null = null;

  constructor(
    readonly service: SignOnService,
    /** Where the service sends people back to. */
    private readonly redirectUri: string,
  ) {}

  /** The address to send a browser to, and what to remember meanwhile. */
  async begin(): Promise<{ address: string; begun: SignOnBegun }> {
    const { metadata } = await this.discover();
    const begun = { state: random(), nonce: random(), verifier: random() };
    const address = new URL(metadata.authorization_endpoint);
    const parameters = {
      response_type: 'code',
      client_id: this.service.clientId,
      redirect_uri: this.redirectUri,
      scope: 'openid profile email',
      state: begun.state,
      nonce: begun.nonce,
      code_challenge: createHash('sha256').update(begun.verifier).digest('base64url'),
      code_challenge_method: 'S256',
    };
    for (const [name, value] of Object.entries(parameters)) address.searchParams.set(name, value);
    return { address: address.href, begun };
  }

  /** Who came back; rejects with `SignOnFault` where anything is not as it was when they went. */
  async finish(answer: { code: string; state: string; issuer: string | null }, begun: SignOnBegun): Promise<SignedOn> {
    const { metadata } = await this.discover();
    if (answer.state !== begun.state) throw new SignOnFault('STATE');
    // Whoever says it in every answer has not answered where it is missing (RFC 9207).
    const says = answer.issuer ?? (metadata.authorization_response_iss_parameter_supported ? '' : metadata.issuer);
    if (says !== metadata.issuer) throw new SignOnFault('ISSUER_OF_ANSWER');
    if (answer.code === '') throw new SignOnFault('NO_CODE');
    const tokens = tokensSchema.safeParse(await this.exchange(metadata, answer.code, begun.verifier));
    if (!tokens.success) throw new SignOnFault('NO_ID_TOKEN');
    const claims = await this.read(tokens.data.id_token, begun.nonce);
    // Services that keep to the letter say addresses elsewhere than in the token.
    const { access_token: access } = tokens.data;
    if (claims['email'] !== undefined || !metadata.userinfo_endpoint || !access) return signedOn(claims);
    const more = z
      .looseObject({ sub: z.string() })
      .safeParse(await json(metadata.userinfo_endpoint, { headers: { authorization: `Bearer ${access}` } }));
    if (!more.success || more.data.sub !== claims.sub) throw new SignOnFault('USERINFO');
    // All from one place: what one says is confirmed is not the address that the other says.
    return signedOn(more.data);
  }

  /** What a token says, once signature, issuer, audience, time and nonce hold (OpenID Connect Core 3.1.3.7). */
  async read(idToken: string, nonce: string): Promise<JWTPayload> {
    const { keys } = await this.discover();
    const { payload } = await jwtVerify(idToken, keys, {
      issuer: this.service.issuer,
      audience: this.service.clientId,
      algorithms: ALGORITHMS,
      requiredClaims: ['sub', 'exp', 'iat', 'nonce'],
      clockTolerance: TOLERANCE_S,
    }).catch((error: { code?: string; claim?: string }) => {
      throw new SignOnFault([error.code ?? 'TOKEN', error.claim].filter(Boolean).join(' '));
    });
    if (payload['nonce'] !== nonce) throw new SignOnFault('NONCE');
    const severalAudiences = Array.isArray(payload.aud) && payload.aud.length > 1;
    if ((severalAudiences || payload['azp'] !== undefined) && payload['azp'] !== this.service.clientId) throw new SignOnFault('AZP');
    return payload;
  }

  private async exchange(metadata: Metadata, code: string, verifier: string): Promise<unknown> {
    const { clientId, clientSecret } = this.service;
    const body = new URLSearchParams({
      grant_type: 'authorization_code',
      code,
      redirect_uri: this.redirectUri,
      code_verifier: verifier,
    });
    const basic = metadata.token_endpoint_auth_methods_supported.includes('client_secret_basic');
    if (!basic) {
      body.set('client_id', clientId);
      body.set('client_secret', clientSecret);
    }
    const credentials = Buffer.from(`${encodeURIComponent(clientId)}:${encodeURIComponent(clientSecret)}`).toString('base64');
    return json(metadata.token_endpoint, {
      method: 'POST',
      headers: {
        'content-type': 'application/x-www-form-urlencoded',
        accept: 'application/json',
        ...(basic ? { authorization: `Basic ${credentials}` } : {}),
      },
      body,
    });
  }

  private async discover() {
    if (this.known && this.known.until > Date.now()) return this.known;
    const { issuer } = this.service;
    const metadata = metadataSchema.safeParse(await json(`${issuer.replace(/\/$/, '')}/.well-known/openid-configuration`));
    if (!metadata.success) throw new SignOnFault('DISCOVERY');
    // Whoever answers for another issuer could answer for any.
    if (metadata.data.issuer !== issuer) throw new SignOnFault('ISSUER_OF_DISCOVERY');
    const { authorization_endpoint, token_endpoint, jwks_uri, userinfo_endpoint = jwks_uri } = metadata.data;
    const places = [authorization_endpoint, token_endpoint, jwks_uri, userinfo_endpoint];
    if (issuer.startsWith('https:') && !places.every((place) => place.startsWith('https:'))) throw new SignOnFault('NOT_ENCRYPTED');
    const keys = createRemoteJWKSet(new URL(metadata.data.jwks_uri), { timeoutDuration: PATIENCE_MS });
    return (this.known = { metadata: metadata.data, keys, until: Date.now() + METADATA_LASTS_MS });
  }
}

function signedOn(claims: { sub?: string; [claim: string]: unknown }): SignedOn {
  const text = (value: unknown) => (typeof value === 'string' && value.trim() !== '' ? value.trim() : null);
  return {
    subject: claims.sub!,
    name: text(claims['name']) ?? text(claims['preferred_username']),
    confirmedEmail: claims['email_verified'] === true ? (text(claims['email'])?.toLowerCase() ?? null) : null,
  };
}
