import { Injectable } from '@nestjs/common';
import { messages, type Registration } from '@knotenpunkt/actors/domain';
import { Acts, AuditTrail, MandateService, PersonContacts } from '@knotenpunkt/identity/api';
import type { Addressee, AuditVerb, Viewer } from '@knotenpunkt/identity/domain';
import { fill } from '@knotenpunkt/kernel';
import type { Tx } from '@knotenpunkt/platform/database';
import { Mail } from '@knotenpunkt/platform/mail';
import type { Region } from '@knotenpunkt/regions/domain';

type Keys = keyof (typeof messages)['de']['registrationMail'];
type MailKind = Keys extends infer Key ? (Key extends `${infer Kind}Subject` ? Kind : never) : never;

interface Change {
  viewer: Viewer;
  region: Region;
  registration: Registration;
}

/** What a registration tells others: mails, the trail of acts, the audit trail. */
@Injectable()
export class RegistrationOutgoing {
  constructor(
    private readonly mail: Mail,
    private readonly acts: Acts,
    private readonly audit: AuditTrail,
    private readonly mandates: MandateService,
    private readonly persons: PersonContacts,
  ) {}

  /** Tells the coordination that somebody waits, and the person that it has arrived. */
  async asked(tx: Tx, change: Change): Promise<void> {
    const { registration } = change;
    await this.tellCoordination(tx, change, registration.claims ? 'claimAsked' : 'foundingAsked');
    await this.tellPerson(tx, change, 'arrived');
    await this.record(tx, registration.claims ? 'organisation.claimed' : 'organisation.registered', change);
  }

  async questioned(tx: Tx, change: Change): Promise<void> {
    await this.tellPerson(tx, change, 'question');
    await this.record(tx, 'organisation.questioned', change);
  }

  answered(tx: Tx, change: Change): Promise<void> {
    return this.tellCoordination(tx, change, 'answered');
  }

  async refused(tx: Tx, change: Change): Promise<void> {
    await this.tellPerson(tx, change, 'refused');
    await this.record(tx, 'organisation.refused', change);
  }

  /** Everybody learns that the organisation is there; the person what to do next. */
  async verified(tx: Tx, change: Change & { slug: string }): Promise<void> {
    const { viewer, region, registration, slug } = change;
    await this.tellPerson(tx, change, 'verified', { page: this.mail.linkTo(region.slug, `/akteure/${slug}/bearbeiten`) });
    await this.record(tx, 'organisation.verified', change, { way: registration.way ?? '' });
    await this.acts.record(tx, {
      viewer: { ...viewer, personId: registration.personId },
      regionId: region.id,
      actorId: registration.actorId,
      verb: registration.claims ? 'actor.claimed' : 'actor.joined',
      subject: { type: 'actor', id: registration.actorId!, title: registration.name, slug },
      audience: 'PUBLIC',
    });
  }

  /** Whom mails about it go to; null where the account is gone or blocked. */
  personOf(tx: Tx, { personId }: Registration): Promise<Addressee | null> {
    return this.persons.reached(tx, personId);
  }

  private async tellCoordination(tx: Tx, { region, registration }: Change, kind: MailKind): Promise<void> {
    const person = await this.personOf(tx, registration);
    const values = { person: person?.name ?? '', url: this.mail.linkTo(region.slug, '/koordination/organisationen') };
    for (const to of await this.mandates.coordinatorAddresses(tx, region)) await this.send(tx, to, kind, registration, values);
  }

  private async tellPerson(tx: Tx, { region, registration }: Change, kind: MailKind, values: Record<string, string> = {}): Promise<void> {
    const to = await this.personOf(tx, registration);
    if (to) await this.send(tx, to, kind, registration, { url: this.mail.linkTo(region.slug, '/konto/organisationen'), ...values });
  }

  private send(tx: Tx, to: Addressee, kind: MailKind, registration: Registration, values: Record<string, string>): Promise<void> {
    const texts = messages[to.language].registrationMail;
    const { name: organisation, position, question, answer, reason } = registration;
    const all = { name: to.name, organisation, position, question, answer, reason, ...values };
    return this.mail.send(tx, { to: to.email, subject: fill(texts[`${kind}Subject`], all), text: fill(texts[`${kind}Body`], all) });
  }

  private record(tx: Tx, verb: AuditVerb, { viewer, region, registration }: Change, details: { way?: string } = {}): Promise<void> {
    return this.audit.record(tx, {
      verb,
      personId: viewer.personId,
      aboutId: registration.personId,
      regionId: region.id,
      actorId: registration.actorId,
      details,
    });
  }
}
