import { Injectable } from '@nestjs/common';
import { Acts, AuditTrail, MandateService } from '@knotenpunkt/identity/api';
import type { Addressee, AuditVerb, Viewer } from '@knotenpunkt/identity/domain';
import { messages, type Succession } from '@knotenpunkt/imports/domain';
import { dayInWords, fill } from '@knotenpunkt/kernel';
import type { Tx } from '@knotenpunkt/platform/database';
import { Mail } from '@knotenpunkt/platform/mail';
import type { Region } from '@knotenpunkt/regions/domain';

/** What is told of a proposal, with what the audit trail calls it. */
const NEWS = {
  proposed: 'organisation.successionProposed',
  agreed: 'organisation.successionAgreed',
  declined: 'organisation.successionDeclined',
} as const satisfies Record<string, AuditVerb>;
export type SuccessionNews = keyof typeof NEWS;

type Keys = keyof (typeof messages)['de']['successionMail'];
type MailKind = Keys extends infer Key ? (Key extends `${infer Kind}Subject` ? Kind : never) : never;

interface Change {
  viewer: Viewer;
  region: Region;
  succession: Succession;
}

/** What a succession tells others: mails to those who act for one of the two, the trail of acts, the audit trail. */
@Injectable()
export class SuccessionOutgoing {
  constructor(
    private readonly mail: Mail,
    private readonly acts: Acts,
    private readonly audit: AuditTrail,
    private readonly mandates: MandateService,
  ) {}

  /** Of a proposal both sides and the coordination learn what became of it. */
  async ofProposal(tx: Tx, news: SuccessionNews, change: Change): Promise<void> {
    await this.tell(tx, change, news, { coordination: true });
    await this.record(tx, NEWS[news], change);
  }

  /** Everybody learns it. `slug`: of the successor. */
  async done(tx: Tx, change: Change & { slug: string }): Promise<void> {
    const { viewer, region, succession, slug } = change;
    await this.tell(tx, change, 'done', { coordination: false });
    await this.record(tx, 'organisation.succeeded', change);
    await this.acts.record(tx, {
      ...{ viewer, regionId: region.id, actorId: succession.predecessorId, otherActorId: succession.successorId },
      verb: 'actor.succeeded',
      subject: { type: 'actor', id: succession.successorId, title: succession.successorName, slug },
      audience: 'PUBLIC',
    });
  }

  /** `slug`: of the predecessor, that is there again. */
  async undone(tx: Tx, change: Change & { slug: string }): Promise<void> {
    const { viewer, region, succession, slug } = change;
    await this.tell(tx, change, 'undone', { coordination: false });
    await this.record(tx, 'organisation.successionUndone', change);
    await this.acts.record(tx, {
      ...{ viewer, regionId: region.id, actorId: null, otherActorId: succession.successorId, verb: 'actor.successionUndone' },
      subject: { type: 'actor', id: succession.predecessorId, title: succession.predecessorName, slug },
      audience: 'PUBLIC',
    });
  }

  /** Everybody who decides for one of the two, once. */
  private async tell(tx: Tx, { region, succession }: Change, kind: MailKind, to: { coordination: boolean }): Promise<void> {
    const all = [
      ...(await this.mandates.addressesOf(tx, region, succession.predecessorId)),
      ...(await this.mandates.addressesOf(tx, region, succession.successorId)),
      ...(to.coordination ? await this.mandates.coordinatorAddresses(tx, region) : []),
    ];
    const each = new Map(all.map((addressee) => [addressee.email, addressee]));
    for (const addressee of each.values()) await this.send(tx, region, succession, kind, addressee);
  }

  private send(tx: Tx, region: Region, succession: Succession, kind: MailKind, { name, email, language }: Addressee): Promise<void> {
    const texts = messages[language].successionMail;
    const { predecessorName: predecessor, successorName: successor, note, ground, state } = succession;
    const values = {
      ...{ name, predecessor, successor, note, ground: ground || note, day: dayInWords(succession.sinceOn, language) },
      withdrawn: state === 'WITHDRAWN' ? texts.withdrawn : texts.refused,
      url: this.mail.linkTo(region.slug, `/zusammenschluss/${succession.id}`),
    };
    return this.mail.send(tx, { to: email, subject: fill(texts[`${kind}Subject`], values), text: fill(texts[`${kind}Body`], values) });
  }

  /** In the trail of both. */
  private async record(tx: Tx, verb: AuditVerb, { viewer, region, succession }: Change): Promise<void> {
    for (const actorId of [succession.predecessorId, succession.successorId])
      await this.audit.record(tx, {
        verb,
        personId: viewer.personId,
        regionId: region.id,
        actorId,
        details: { fromOn: succession.sinceOn },
      });
  }
}
