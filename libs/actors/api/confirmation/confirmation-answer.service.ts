import { Injectable } from '@nestjs/common';
import { answerByLink, undoByLink } from '@knotenpunkt/actors/domain';
import { ok, refuse, type Result } from '@knotenpunkt/kernel';
import { UnitOfWork, type Tx } from '@knotenpunkt/platform/database';
import type { Region } from '@knotenpunkt/regions/domain';
import { AskedAboutReader, type AskedToday } from './asked-about';
import { ConfirmationLetters } from './confirmation-letters';
import { ConfirmationLinks, type OpenedLink } from './confirmation-links';
import { ConfirmationWriter } from './confirmation-writer';
import { ConfirmationRepository } from './confirmation.repository';

/** What the page behind a link shows. */
export interface ShownConfirmation extends AskedToday, OpenedLink {}

/** A link that is used, by the version of the Steckbrief that was looked at. */
export interface LinkUse {
  token: string;
  expectedVersion: number;
}

/** Answers that come back by the links in a mail. */
@Injectable()
export class ConfirmationAnswerService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly links: ConfirmationLinks,
    private readonly about: AskedAboutReader,
    private readonly confirmations: ConfirmationRepository,
    private readonly writer: ConfirmationWriter,
    private readonly letters: ConfirmationLetters,
  ) {}

  /** What a link is about; null where it leads nowhere. Looking decides nothing: programs that check mails open links, too. */
  async show(region: Region, token: string): Promise<ShownConfirmation | null> {
    const opened = await this.links.open(region, token);
    if (!opened) return null;
    return this.unitOfWork.run(async (tx) => {
      const asked = await this.about.today(tx, region, opened.link.request);
      return asked && { ...opened, ...asked };
    });
  }

  /** Gives the one answer the link stands for. */
  answer(region: Region, use: LinkUse): Promise<Result<ShownConfirmation>> {
    return this.use(region, use, async (tx, { link, viewer, state, today, ...about }) => {
      const decision = answerByLink(link, state);
      if (!decision.ok) return decision;
      const { expectedVersion } = use;
      const written =
        decision.value === 'RIGHT'
          ? await this.writer.confirm(tx, viewer, region, about, expectedVersion)
          : await this.writer.setArchived(tx, viewer, about.actor, { archived: true, expectedVersion });
      if (!written.ok) return written;
      await this.confirmations.answered(tx, link.request.id, decision.value, today);
      if (decision.value === 'ARCHIVE') await this.letters.archived(tx, region, link.request, { actor: about.actor, by: link.name });
      return ok(null);
    });
  }

  /** Puts back what one of the links took out of the directory; the question is open again. */
  undoArchiving(region: Region, use: LinkUse): Promise<Result<ShownConfirmation>> {
    return this.use(region, use, async (tx, { link, viewer, state, actor }) => {
      const decision = undoByLink(state);
      if (!decision.ok) return decision;
      const written = await this.writer.setArchived(tx, viewer, actor, { archived: false, expectedVersion: use.expectedVersion });
      if (written.ok) await this.confirmations.answered(tx, link.request.id, null, null);
      return written;
    });
  }

  private async use(
    region: Region,
    { token }: LinkUse,
    decide: (tx: Tx, shown: ShownConfirmation) => Promise<Result<unknown>>,
  ): Promise<Result<ShownConfirmation>> {
    const opened = await this.links.open(region, token);
    if (!opened) return refuse('LINK_ENDED');
    return this.unitOfWork.run(async (tx): Promise<Result<ShownConfirmation>> => {
      const before = await this.about.today(tx, region, opened.link.request);
      if (!before) return refuse('LINK_ENDED');
      const decided = await decide(tx, { ...opened, ...before });
      if (!decided.ok) return decided;
      return ok({ ...opened, ...(await this.about.today(tx, region, opened.link.request))! });
    });
  }
}
