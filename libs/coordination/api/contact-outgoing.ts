import { Inject, Injectable } from '@nestjs/common';
import { contactWords, messages } from '@knotenpunkt/coordination/domain';
import { MandateService } from '@knotenpunkt/identity/api';
import { addDays, fill, type Clock } from '@knotenpunkt/kernel';
import { MailQuestionService } from '@knotenpunkt/notices/api';
import { CLOCK, type Tx } from '@knotenpunkt/platform/database';
import type { Language } from '@knotenpunkt/platform/graphql';
import { Mail } from '@knotenpunkt/platform/mail';
import type { Region } from '@knotenpunkt/regions/domain';
import type { ContactRequestRow } from './contact-request.repository';

export const CONTACT_QUESTION = 'contact-request';

/** For how long a link in a mail leads to a request for a contact. */
const CONTACT_DAYS = 30;

/** To whom a request for a contact goes. */
@Injectable()
export class ContactOutgoing {
  constructor(
    private readonly mandates: MandateService,
    private readonly questions: MailQuestionService,
    private readonly mail: Mail,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** By a link to those who act for the organisation; where nobody does, to the coordination, which answers at its desk. */
  async ask(tx: Tx, region: Region, request: ContactRequestRow, actor: string): Promise<void> {
    const { id: subjectId, toActorId: actorId } = request;
    const recipients = await this.mandates.addressesOf(tx, region, actorId);
    if (recipients.length > 0) {
      const untilOn = addDays(this.clock.today(region.timeZone), CONTACT_DAYS);
      const words = (language: Language) => contactWords({ ...request, actor }, language);
      return this.questions.ask(tx, region, { kind: CONTACT_QUESTION, subjectId, actorId, recipients, untilOn, words });
    }
    const { name, organisation, email, message } = request;
    const values = { name, organisation, email, message, actor, url: this.mail.linkTo(region.slug, '/koordination') };
    for (const { email: to, language } of await this.mandates.coordinatorAddresses(tx, region)) {
      const { subject, body } = messages[language].mail;
      await this.mail.send(tx, { to, subject: fill(subject, values), text: fill(body, values) });
    }
  }

  end(tx: Tx, { id: subjectId, toActorId: actorId }: ContactRequestRow): Promise<void> {
    return this.questions.end(tx, { kind: CONTACT_QUESTION, subjectId, actorId });
  }
}
