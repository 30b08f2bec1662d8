import { Inject, Injectable } from '@nestjs/common';
import { fill, type Clock } from '@knotenpunkt/kernel';
import { digestDue, messages } from '@knotenpunkt/notices/domain';
import { CLOCK, UnitOfWork } from '@knotenpunkt/platform/database';
import { Mail } from '@knotenpunkt/platform/mail';
import { regionName, type Region } from '@knotenpunkt/regions/domain';
import { DigestNews } from './digest-news';
import { newLinkToken } from './link-token';
import { ReaderRepository, type DigestReader } from './reader.repository';

const READERS_AT_ONCE = 200;
const FIRST_ID = '00000000-0000-0000-0000-000000000000';

/** The weekly mail: what happened to what one follows, five things at most, none when nothing happened. */
@Injectable()
export class DigestService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly readers: ReaderRepository,
    private readonly news: DigestNews,
    private readonly mail: Mail,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Writes to everybody in a region to whom something new can be told. Gives the number of mails. */
  async send(region: Region): Promise<number> {
    let sent = 0;
    let after = FIRST_ID;
    for (;;) {
      const readers = await this.readers.digestReaders(region.id, after, READERS_AT_ONCE);
      for (const reader of readers) if (await this.sendTo(region, reader)) sent += 1;
      const last = readers.at(-1);
      if (!last || readers.length < READERS_AT_ONCE) return sent;
      after = last.personId;
    }
  }

  private async sendTo(region: Region, reader: DigestReader): Promise<boolean> {
    const now = this.clock.now();
    if (!digestDue(reader.sentAt, now)) return false;
    const lines = await this.news.linesFor(region, reader);
    if (lines.length === 0) return false;
    const { token, hash } = newLinkToken();
    const language = reader.language ?? region.language;
    const { mail } = messages[language];
    const items = lines.map(({ text, path }) => `• ${text}\n  ${this.mail.linkTo(region.slug, path)}`).join('\n\n');
    const end = this.mail.linkTo(region.slug, `/wochenmail/${token}`);
    const values = {
      name: reader.name,
      region: regionName(region, language),
      items,
      end,
      list: this.mail.linkTo(region.slug, '/folgen'),
    };
    await this.unitOfWork.run(async (tx) => {
      await this.readers.digestSent(tx, reader.personId, region.id, { at: now, hash });
      await this.mail.send(tx, { to: reader.email, subject: fill(mail.digestSubject, values), text: fill(mail.digestBody, values) });
    });
    return true;
  }
}
