import { Inject, Injectable } from '@nestjs/common';
import {
  checkLetter,
  fillLetter,
  LETTER_LIMITS,
  messages,
  seesThreads,
  waitingAddress,
  type LeftOut,
  type Letter,
  type LetterCode,
  type SentLetter,
  type WaitingItem,
} from '@knotenpunkt/coordination/domain';
import { MandateService } from '@knotenpunkt/identity/api';
import type { Viewer } from '@knotenpunkt/identity/domain';
import { addDays, fill, ok, refuse, type Clock, type Id, type Result } from '@knotenpunkt/kernel';
import { CLOCK, UnitOfWork, type Tx } from '@knotenpunkt/platform/database';
import { Mail } from '@knotenpunkt/platform/mail';
import { regionName, type Region } from '@knotenpunkt/regions/domain';
import { WaitingRepository } from '../desk/waiting.repository';
import { LetterRepository, type Reach } from './letter.repository';

export interface Addressed extends WaitingItem, Reach {}

export interface LetterWish extends Letter {
  /** The same id: the same sending. */
  id: Id;
  /** Keys of what waits. */
  keys: readonly string[];
}

/** The coordination writes one letter to several that let something wait. */
@Injectable()
export class LetterService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly waiting: WaitingRepository,
    private readonly letters: LetterRepository,
    private readonly mandates: MandateService,
    private readonly mail: Mail,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Everything that waits, with whom one can write to about it. */
  async addressed(viewer: Viewer, region: Region): Promise<Addressed[]> {
    if (!seesThreads(viewer)) return [];
    const today = this.clock.today(region.timeZone);
    const items = await this.waiting.items(region, today);
    const reach = await this.letters.reachOf(region.id, items, today);
    return items.map((item) => ({ ...item, ...reach.get(item.key)! }));
  }

  /** Sends one mail to everybody who decides for an organisation, whatever was chosen of it. Sending the same again sends nothing. */
  async send(viewer: Viewer, region: Region, { id, keys, ...wish }: LetterWish): Promise<Result<SentLetter[], LetterCode>> {
    if (!seesThreads(viewer)) return refuse('NOT_PERMITTED');
    const letter = checkLetter(wish);
    if (!letter.ok) return letter;
    const chosen = [...new Set(keys)];
    if (chosen.length === 0) return refuse('NOBODY_CHOSEN');
    const items = new Map((await this.waiting.items(region, this.clock.today(region.timeZone))).map((item) => [item.key, item]));
    return this.unitOfWork.run(async (tx): Promise<Result<SentLetter[], LetterCode>> => {
      await this.letters.takeTurns(tx, region.id);
      const before = await this.letters.ofSending(tx, region.id, id);
      if (before.length > 0) return ok(before);
      return this.sendIn(tx, viewer, region, { id, letter: letter.value, chosen, items });
    });
  }

  private async sendIn(
    tx: Tx,
    viewer: Viewer,
    region: Region,
    { id, letter, chosen, items }: { id: Id; letter: Letter; chosen: readonly string[]; items: ReadonlyMap<string, WaitingItem> },
  ): Promise<Result<SentLetter[], LetterCode>> {
    const today = this.clock.today(region.timeZone);
    const recently = await this.letters.writtenSince(tx, region.id, chosen, addDays(today, 1 - LETTER_LIMITS.restDays));
    const left = new Map<string, LeftOut>();
    const byActor = new Map<Id, WaitingItem[]>();
    for (const key of chosen) {
      const item = items.get(key);
      if (!item) left.set(key, 'NOT_WAITING');
      else if (recently.has(key)) left.set(key, 'WRITTEN_RECENTLY');
      else byActor.set(item.actorId, [...(byActor.get(item.actorId) ?? []), item]);
    }
    if (byActor.size > LETTER_LIMITS.atOnce) {
      return refuse('TOO_MANY_LETTERS', { params: { max: LETTER_LIMITS.atOnce, count: byActor.size } });
    }
    for (const [actorId, about] of byActor) {
      if (!(await this.write(tx, viewer, region, letter, actorId, about))) for (const { key } of about) left.set(key, 'NOBODY_TO_ASK');
    }
    const sent = chosen.map((key): SentLetter => {
      const leftOut = left.get(key) ?? null;
      return { key, sentOn: leftOut ? null : today, leftOut };
    });
    await this.letters.insert(tx, region.id, id, sent);
    return ok(sent);
  }

  /** False where nobody can be written to. */
  private async write(
    tx: Tx,
    viewer: Viewer,
    region: Region,
    letter: Letter,
    actorId: Id,
    about: readonly WaitingItem[],
  ): Promise<boolean> {
    const recipients = await this.mandates.addressesOf(tx, region, actorId);
    for (const { email, language } of recipients) {
      const matters = about.map((item) => ({ ...item, url: this.mail.linkTo(region.slug, waitingAddress(item)) }));
      const { subject, text } = fillLetter(letter, { organisation: about[0]!.actorName, matters }, language);
      const foot = fill(messages[language].letters.mailFoot, { name: viewer.name ?? '', region: regionName(region, language) });
      await this.mail.send(tx, { to: email, subject, text: `${text}\n\n${foot}\n` });
    }
    return recipients.length > 0;
  }
}
