import { Inject, Injectable } from '@nestjs/common';
import { checkMailAddress, type Addressee } from '@knotenpunkt/identity/domain';
import { ok, refuse, type Id, type Result } from '@knotenpunkt/kernel';
import { UnitOfWork, type Tx } from '@knotenpunkt/platform/database';
import { AccountOutgoing } from './account.outgoing';
import { AccountRepository } from './account.repository';
import { IDENTITY_SETTINGS, type IdentitySettings } from './identity-settings';
import { OidcClient, type SignedOn, type SignOnBegun } from './oidc-client';
import { Tickets } from './tickets';

/** What is remembered while somebody is at the service. */
interface Away extends SignOnBegun {
  key: string;
  /** The page they came from. */
  back: string;
}

/** Signing in by services of the installation: a state's service account, a Keycloak, an Entra. */
@Injectable()
export class SignOnService {
  private readonly clients: ReadonlyMap<string, OidcClient>;

  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly accounts: AccountRepository,
    private readonly tickets: Tickets,
    private readonly outgoing: AccountOutgoing,
    @Inject(IDENTITY_SETTINGS) { signOn = [], publicUrl }: IdentitySettings,
  ) {
    this.clients = new Map(
      signOn.map((service) => [service.key, new OidcClient(service, `${publicUrl}/api/auth/oidc/${service.key}/callback`)]),
    );
  }

  /** What the sign-in page offers. */
  services(): { key: string; name: string }[] {
    return [...this.clients.values()].map(({ service: { key, name } }) => ({ key, name }));
  }

  /** Where to send a browser, and the token with which it comes back; null where there is no such service. */
  async begin(key: string, back: string): Promise<{ address: string; token: string } | null> {
    const client = this.clients.get(key);
    if (!client) return null;
    const { address, begun } = await client.begin();
    const content = { ...begun, key, back };
    return { address, token: await this.unitOfWork.run((tx) => this.tickets.issue(tx, 'SIGN_ON', { personId: null, content })) };
  }

  /** Who came back, and to which page they want; the token is used up either way. */
  async finish(
    key: string,
    token: string,
    answer: { code: string; state: string; issuer: string | null },
  ): Promise<Result<{ personId: Id; back: string }>> {
    const ticket = await this.unitOfWork.run((tx) => this.tickets.redeem(tx, 'SIGN_ON', token));
    const away = ticket?.content as Away | undefined;
    const client = this.clients.get(key);
    if (!client || away?.key !== key) return refuse('SIGN_ON_ENDED');
    const signedOn = await client.finish(answer, away);
    const person = await this.unitOfWork.run((tx) => this.personOf(tx, key, signedOn));
    return person.ok ? ok({ personId: person.value, back: away.back }) : person;
  }

  /** By what the service calls the person; the first time by an address that the service says is confirmed, and by nothing else. */
  private async personOf(tx: Tx, key: string, { subject, name, confirmedEmail }: SignedOn): Promise<Result<Id>> {
    const known = await this.accounts.bySubject(tx, key, subject);
    if (known) return ok(known);
    const email = checkMailAddress(confirmedEmail ?? '');
    if (!email.ok) return refuse('ADDRESS_UNCONFIRMED');
    const person = await this.accounts.byMail(tx, email.value);
    if (!person && (await this.accounts.isTaken(tx, email.value))) return refuse('ACCESS_BLOCKED');
    if (person && (await this.accounts.isUnlinked(tx, person.id, key))) return refuse('SIGN_ON_UNLINKED');
    // Services give an address to the next one: two whom a service tells apart are not one here.
    if (person && (await this.accounts.isLinked(tx, person.id, key))) return refuse('LINKED_OTHERWISE');
    const wish = { name: (name ?? email.value).slice(0, 120), email: email.value, language: 'de' as Addressee['language'] };
    const personId = person?.id ?? (await this.accounts.insert(tx, wish));
    await this.accounts.link(tx, personId, key, subject);
    if (person) await this.outgoing.securityChanged(tx, person, 'SIGN_ON_LINKED');
    return ok(personId);
  }
}
