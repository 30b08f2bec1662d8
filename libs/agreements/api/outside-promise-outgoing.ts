import { Injectable } from '@nestjs/common';
import { ActorRecipients } from '@knotenpunkt/actors/api';
import { outsideWords, type OutsidePromise } from '@knotenpunkt/agreements/domain';
import { Acts } from '@knotenpunkt/identity/api';
import type { Viewer } from '@knotenpunkt/identity/domain';
import { MailQuestionService, type Asking } from '@knotenpunkt/notices/api';
import type { Tx } from '@knotenpunkt/platform/database';
import type { Language } from '@knotenpunkt/platform/graphql';
import { Outbox } from '@knotenpunkt/platform/outbox';
import type { Region } from '@knotenpunkt/regions/domain';
import { OutsidePromiseRepository } from './outside-promise.repository';

export const OUTSIDE_QUESTION = 'outside-promise';

/** The mails about what was promised elsewhere, and what the trail keeps of it. */
@Injectable()
export class OutsidePromiseOutgoing {
  constructor(
    private readonly promises: OutsidePromiseRepository,
    private readonly recipients: ActorRecipients,
    private readonly questions: MailQuestionService,
    private readonly outbox: Outbox,
    private readonly acts: Acts,
  ) {}

  /** Asks the organisation by mail; whether there was anybody to ask. */
  async ask(tx: Tx, region: Region, promise: OutsidePromise): Promise<boolean> {
    const asking = await this.asking(tx, region, promise);
    await this.questions.ask(tx, region, asking);
    return asking.recipients.length > 0;
  }

  async remind(tx: Tx, region: Region, promise: OutsidePromise): Promise<void> {
    await this.questions.remind(tx, region, await this.asking(tx, region, promise));
  }

  /** Nobody is asked any more. */
  end(tx: Tx, { id: subjectId, actorId }: OutsidePromise): Promise<void> {
    return this.questions.end(tx, { kind: OUTSIDE_QUESTION, subjectId, actorId });
  }

  /** For the coordination only: what is no Zusage is told to nobody else, nor what was said. Open pages read again. */
  async tell(tx: Tx, viewer: Viewer, { id, regionId, actorId, purpose }: OutsidePromise, verb: string): Promise<void> {
    await this.outbox.append(tx, { aggregate: purpose.type.toLowerCase(), id: purpose.id, regionId });
    const subject = { type: 'outside-promise', id, title: purpose.title };
    await this.acts.record(tx, { viewer, regionId, actorId, verb: `outside-promise.${verb}`, subject, audience: 'COORDINATORS' });
  }

  private async asking(tx: Tx, region: Region, promise: OutsidePromise): Promise<Asking> {
    const { id: subjectId, actorId, answerBy: untilOn } = promise;
    const recipients = await this.recipients.of(tx, region, actorId);
    const actor = await this.promises.actorName(actorId);
    const words = (language: Language) => outsideWords(promise, actor, language);
    return { kind: OUTSIDE_QUESTION, subjectId, actorId, recipients, untilOn, words };
  }
}
