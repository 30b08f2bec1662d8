import { Injectable } from '@nestjs/common';
import { messages, type Alliance } from '@knotenpunkt/alliances/domain';
import { MandateService } from '@knotenpunkt/identity/api';
import type { Id, LocalDate } from '@knotenpunkt/kernel';
import type { Tx } from '@knotenpunkt/platform/database';
import { fill, Mail } from '@knotenpunkt/platform/mail';
import type { Region } from '@knotenpunkt/regions/domain';
import { AllianceRepository } from './alliance.repository';

interface Letter {
  /** That they are asked, that they are asked again, that all have agreed. */
  kind: 'invited' | 'revised' | 'formed';
  alliance: Alliance;
  without?: Id | null;
  deadlineOn?: LocalDate;
}

/** Mails to everybody who decides for one of the members of an alliance. */
@Injectable()
export class AllianceLetters {
  constructor(
    private readonly alliances: AllianceRepository,
    private readonly mandates: MandateService,
    private readonly mail: Mail,
  ) {}

  /** `without`: the member who asks and needs no letter. Who declined is not written to. */
  async write(tx: Tx, region: Region, { kind, alliance, without = null, deadlineOn = '' }: Letter): Promise<void> {
    const { mail } = messages.de;
    const url = this.mail.linkTo(region.slug, `/allianzen/${alliance.slug}${kind === 'formed' ? '' : '#zustimmung'}`);
    const deadline = deadlineOn.split('-').reverse().join('.');
    const written = alliance.members.filter(({ actorId, state }) => actorId !== without && state !== 'DECLINED');
    const ids = written.map(({ actorId }) => actorId);
    const seats = await this.alliances.seats(tx, region.id, ids);
    for (const { actorId, commitment } of written) {
      const actor = seats.get(actorId)?.name ?? '';
      for (const { name, email: to } of await this.mandates.addressesOf(tx, region, actorId)) {
        const values = { name, actor, title: alliance.title, commitment, url, deadline };
        await this.mail.send(tx, { to, subject: fill(mail[`${kind}Subject`], values), text: fill(mail[`${kind}Body`], values) });
      }
    }
  }
}
