import { Injectable } from '@nestjs/common';
import { Acts, MandateService } from '@knotenpunkt/identity/api';
import type { Viewer } from '@knotenpunkt/identity/domain';
import { messages, type Initiative } from '@knotenpunkt/initiatives/domain';
import type { Id } from '@knotenpunkt/kernel';
import type { Tx } from '@knotenpunkt/platform/database';
import { fill, Mail } from '@knotenpunkt/platform/mail';
import { Outbox } from '@knotenpunkt/platform/outbox';
import type { Region } from '@knotenpunkt/regions/domain';

/** What is between those involved, and no news of the region. */
const QUIET_VERBS = [
  'changed',
  'invited',
  'invitationDeclined',
  'partnerRemoved',
  'proposed',
  'revised',
  'answered',
  'eventAdded',
  'eventCancelled',
];

export interface Letter {
  kind: 'invited' | 'proposed';
  initiative: Initiative;
  /** Who is asked, by id and name. */
  actors: ReadonlyMap<Id, string>;
  leadName: string;
  deadlineOn?: string;
}

/** What a change of a Vorhaben tells others: the graph, the trail of acts, and by mail those who are asked. */
@Injectable()
export class InitiativeOutgoing {
  constructor(
    private readonly outbox: Outbox,
    private readonly acts: Acts,
    private readonly mandates: MandateService,
    private readonly mail: Mail,
  ) {}

  async tell(
    tx: Tx,
    viewer: Viewer,
    initiative: Initiative,
    verb: string,
    about: { actorId?: Id; otherActorId?: Id | null } = {},
  ): Promise<void> {
    const { id, regionId, title, slug } = initiative;
    await this.outbox.append(tx, { aggregate: 'initiative', id, regionId });
    await this.acts.record(tx, {
      viewer,
      regionId,
      actorId: about.actorId ?? initiative.leadId,
      otherActorId: about.otherActorId ?? null,
      verb: `initiative.${verb}`,
      subject: { type: 'initiative', id, title, slug },
      audience: QUIET_VERBS.includes(verb) || initiative.leadSinceOn === null ? 'COORDINATORS' : 'PUBLIC',
    });
  }

  tellEvent(tx: Tx, { id, regionId }: { id: Id; regionId: Id }): Promise<void> {
    return this.outbox.append(tx, { aggregate: 'event', id, regionId });
  }

  /** A mail to everybody who decides for one of the organisations asked. */
  async write(tx: Tx, region: Region, { kind, initiative, actors, leadName, deadlineOn = '' }: Letter): Promise<void> {
    const { mail } = messages.de;
    const url = this.mail.linkTo(region.slug, `/vorhaben/${initiative.slug}`);
    for (const [actorId, actor] of actors) {
      for (const { name, email: to } of await this.mandates.addressesOf(tx, region, actorId)) {
        const deadline = deadlineOn.split('-').reverse().join('.');
        const values = { name, actor, lead: leadName, title: initiative.title, url, deadline };
        await this.mail.send(tx, { to, subject: fill(mail[`${kind}Subject`], values), text: fill(mail[`${kind}Body`], values) });
      }
    }
  }
}
