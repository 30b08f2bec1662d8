import type { IncomingHttpHeaders } from 'node:http';
import { Inject, Injectable } from '@nestjs/common';
import { checkText, ok, refuse, type Id, type Result } from '@knotenpunkt/kernel';
import { UnitOfWork, type Tx } from '@knotenpunkt/platform/database';
import {
  generateAuthenticationOptions,
  generateRegistrationOptions,
  verifyAuthenticationResponse,
  verifyRegistrationResponse,
  type AuthenticationResponseJSON,
  type AuthenticatorTransport,
  type RegistrationResponseJSON,
} from '@simplewebauthn/server';
import { IDENTITY_SETTINGS, type IdentitySettings } from './identity-settings';
import { PasskeyRepository, type PasskeyRow } from './passkey.repository';
import { Tickets } from './tickets';

/** More nobody has devices; the list shows them all. */
const MOST = 20;

/** What a browser is asked to sign, and the ticket that comes back with it. */
export interface PasskeyRiddle {
  options: object;
  token: string;
}

/**
 * The site passkeys belong to. Where people come by https that is the one of `PUBLIC_URL` and no other; on a machine of one's own
 * the one the browser says it is at, which `refuseForeignOrigins` has compared with where the request arrived.
 */
function siteOf(publicUrl: string, headers: IncomingHttpHeaders): { rpID: string; origin: string } {
  const said = headers.origin;
  const origin = publicUrl.startsWith('https:') || said === undefined || !URL.canParse(said) ? publicUrl : said;
  return { rpID: new URL(origin).hostname, origin: new URL(origin).origin };
}

/** Passkeys (WebAuthn): the device asks for finger, face or PIN and signs; so they are two factors in one. */
@Injectable()
export class PasskeyService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly passkeys: PasskeyRepository,
    private readonly tickets: Tickets,
    @Inject(IDENTITY_SETTINGS) private readonly settings: IdentitySettings,
  ) {}

  of(personId: Id): Promise<PasskeyRow[]> {
    return this.passkeys.ofPerson(personId);
  }

  /** Asks a browser to make a passkey for a person. */
  async propose(personId: Id, email: string, headers: IncomingHttpHeaders): Promise<Result<PasskeyRiddle>> {
    return this.unitOfWork.run(async (tx): Promise<Result<PasskeyRiddle>> => {
      const known = await this.passkeys.credentialsOf(tx, personId);
      if (known.length >= MOST) return refuse('PASSKEYS_MANY', { params: { max: MOST } });
      const options = await generateRegistrationOptions({
        rpName: 'Knotenpunkt',
        rpID: siteOf(this.settings.publicUrl, headers).rpID,
        userName: email,
        userID: new Uint8Array(Buffer.from(personId)),
        attestationType: 'none',
        excludeCredentials: known.map(({ id }) => ({ id })),
        authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
      });
      const content = { challenge: options.challenge };
      return ok({ options, token: await this.tickets.issue(tx, 'PASSKEY_NEW', { personId, content, instead: true }) });
    });
  }

  /** Keeps a passkey that a browser has made. */
  async add(
    tx: Tx,
    personId: Id,
    given: { token: string; name: string; response: string },
    headers: IncomingHttpHeaders,
  ): Promise<Result<void>> {
    const name = checkText('name', given.name, { max: 60 });
    if (!name.ok) return name;
    const ticket = await this.tickets.redeem(tx, 'PASSKEY_NEW', given.token);
    if (ticket?.personId !== personId) return refuse('PASSKEY_REFUSED');
    const { rpID, origin } = siteOf(this.settings.publicUrl, headers);
    const verified = await withoutThrowing(() =>
      verifyRegistrationResponse({
        response: JSON.parse(given.response) as RegistrationResponseJSON,
        expectedChallenge: String(ticket.content['challenge']),
        expectedOrigin: origin,
        expectedRPID: rpID,
        requireUserVerification: true,
      }),
    );
    if (!verified?.verified) return refuse('PASSKEY_REFUSED');
    const { id, publicKey, counter, transports = [] } = verified.registrationInfo.credential;
    const passkey = { credential: id, publicKey: Buffer.from(publicKey).toString('base64url'), counter, transports, name: name.value };
    return (await this.passkeys.insert(tx, personId, passkey)) ? ok(undefined) : refuse('PASSKEY_REFUSED');
  }

  async remove(tx: Tx, personId: Id, id: Id): Promise<Result<void>> {
    return (await this.passkeys.remove(tx, personId, id)) ? ok(undefined) : refuse('NOT_PERMITTED');
  }

  /** Asks a browser to sign with any passkey it has for this site. */
  riddle(headers: IncomingHttpHeaders): Promise<PasskeyRiddle> {
    return this.unitOfWork.run(async (tx) => {
      const options = await generateAuthenticationOptions({
        rpID: siteOf(this.settings.publicUrl, headers).rpID,
        userVerification: 'required',
      });
      const content = { challenge: options.challenge };
      return { options, token: await this.tickets.issue(tx, 'PASSKEY', { personId: null, content }) };
    });
  }

  /** Whose passkey signed the riddle; null: nobody's here. The riddle is used up either way. */
  async personBehind(given: { token: string; response: unknown }, headers: IncomingHttpHeaders): Promise<Id | null> {
    const ticket = await this.unitOfWork.run((tx) => this.tickets.redeem(tx, 'PASSKEY', given.token));
    const response = given.response as AuthenticationResponseJSON | null | undefined;
    if (!ticket || typeof response?.id !== 'string') return null;
    const { rpID, origin } = siteOf(this.settings.publicUrl, headers);
    return this.unitOfWork.run(async (tx) => {
      const known = await this.passkeys.byCredential(tx, response.id);
      if (!known) return null;
      const verified = await withoutThrowing(() =>
        verifyAuthenticationResponse({
          response,
          expectedChallenge: String(ticket.content['challenge']),
          expectedOrigin: origin,
          expectedRPID: rpID,
          requireUserVerification: true,
          credential: {
            id: known.credential,
            publicKey: new Uint8Array(Buffer.from(known.publicKey, 'base64url')),
            counter: known.counter,
            transports: known.transports as AuthenticatorTransport[],
          },
        }),
      );
      if (!verified?.verified) return null;
      await this.passkeys.use(tx, known.credential, verified.authenticationInfo.newCounter);
      return known.personId;
    });
  }
}

/** The library throws where what a browser sent is not what was asked for; to us that is a refusal like any other. */
async function withoutThrowing<Value>(check: () => Promise<Value>): Promise<Value | null> {
  try {
    return await check();
  } catch {
    return null;
  }
}
