import { Injectable } from '@nestjs/common';
import { ActorRecipients } from '@knotenpunkt/actors/api';
import type { Actor } from '@knotenpunkt/actors/domain';
import { Acts } from '@knotenpunkt/identity/api';
import type { Addressee, Viewer } from '@knotenpunkt/identity/domain';
import { messages } from '@knotenpunkt/imports/domain';
import { fill } from '@knotenpunkt/kernel';
import type { Tx } from '@knotenpunkt/platform/database';
import { Mail } from '@knotenpunkt/platform/mail';
import { Outbox } from '@knotenpunkt/platform/outbox';
import { regionName, type Region } from '@knotenpunkt/regions/domain';

interface Told {
  kept: Actor;
  merged: Actor;
}

/** What a merging, or its undoing, tells others: the graph, the trail of acts, and by mail those whose entries they are. */
@Injectable()
export class MergeOutgoing {
  constructor(
    private readonly outbox: Outbox,
    private readonly acts: Acts,
    private readonly recipients: ActorRecipients,
    private readonly mail: Mail,
  ) {}

  /** Those to whom mails for either entry go, each address once. Asked for before anything moves, and again after it has gone back. */
  concerned(tx: Tx, region: Region, actors: readonly Actor[]): Promise<Addressee[]> {
    return this.recipients.ofAll(
      tx,
      region,
      actors.map(({ id }) => id),
    );
  }

  async tell(
    tx: Tx,
    viewer: Viewer,
    region: Region,
    { kept, merged, kind, to }: Told & { kind: 'merged' | 'unmerged'; to: readonly Addressee[] },
  ): Promise<void> {
    const regionId = region.id;
    await this.outbox.appendAll(
      tx,
      [kept, merged].map(({ id }) => ({ aggregate: 'actor', id, regionId })),
    );
    await this.acts.record(tx, {
      ...{ viewer, regionId, actorId: null, otherActorId: merged.id, verb: `actor.${kind}` },
      subject: { type: 'actor', id: kept.id, title: kept.name, slug: kept.slug },
      audience: 'PUBLIC',
    });
    const pageOf = ({ slug }: Actor) => this.mail.linkTo(region.slug, `/akteure/${slug}`);
    for (const { name, email, language } of to) {
      const words = messages[language].mergeMail;
      const values = {
        ...{ name, region: regionName(region, language), kept: kept.name, merged: merged.name },
        ...{ url: pageOf(kept), mergedUrl: pageOf(merged) },
      };
      await this.mail.send(tx, { to: email, subject: fill(words[`${kind}Subject`], values), text: fill(words[`${kind}Body`], values) });
    }
  }
}
