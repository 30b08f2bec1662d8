import { Inject, Injectable } from '@nestjs/common';
import {
  CONFIRMATION_LIMITS,
  newRequest,
  requestState,
  whyNotAsked,
  type ConfirmationRequest,
  type NotAskedReason,
} from '@knotenpunkt/actors/domain';
import { passes, type Viewer } from '@knotenpunkt/identity/domain';
import { idFrom, ok, refuse, type Clock, type Id, type Result } from '@knotenpunkt/kernel';
import { CLOCK, UnitOfWork, type Tx } from '@knotenpunkt/platform/database';
import type { Region } from '@knotenpunkt/regions/domain';
import { AgedActorsRepository } from './aged-actors.repository';
import { ConfirmationLetters } from './confirmation-letters';
import { ConfirmationPeriods } from './confirmation-periods';
import { ConfirmationRepository } from './confirmation.repository';

/** So many are asked, and reminded, a day and region: whoever starts with a full directory does not write to all of it at once. */
const MOST_A_DAY = 200;

/** What became of those who were chosen. */
export interface Asked {
  askedIds: Id[];
  leftOut: { actorId: Id; reason: NotAskedReason }[];
}

/** Asks organisations whether what they say is still right, and reminds them once. */
@Injectable()
export class ConfirmationAskingService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly confirmations: ConfirmationRepository,
    private readonly aged: AgedActorsRepository,
    private readonly letters: ConfirmationLetters,
    private readonly periods: ConfirmationPeriods,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /**
   * What is due in a region: reminders, questions to those who have not said for its period that they are right, forgetting. Whoever does not
   * answer is asked again after another period. Gives how many organisations were written to.
   */
  async lookAfter(region: Region): Promise<number> {
    const today = this.clock.today(region.timeZone);
    const { afterDays } = await this.periods.of(region.id);
    let written = 0;
    for (const request of await this.confirmations.toRemind(region.id, today, MOST_A_DAY)) {
      if (await this.unitOfWork.run((tx) => this.remind(tx, region, request))) written += 1;
    }
    for (const actorId of await this.aged.toAsk(region.id, today, afterDays, MOST_A_DAY)) {
      const request = { id: idFrom(region.slug, 'confirmation', actorId, today), actorId };
      if (await this.unitOfWork.run((tx) => this.ask(tx, region, request))) written += 1;
    }
    await this.unitOfWork.run((tx) => this.confirmations.forgetLinks(tx, region.id, today));
    return written;
  }

  /** The coordination has several asked now. Asking by the same id again asks nobody twice. */
  async askChosen(viewer: Viewer, region: Region, { id, actorIds }: { id: Id; actorIds: readonly Id[] }): Promise<Result<Asked>> {
    if (!passes(viewer, 'COORDINATOR')) return refuse('NOT_PERMITTED');
    const chosen = [...new Set(actorIds)];
    if (chosen.length === 0) return refuse('NOBODY_CHOSEN');
    const { atOnce } = CONFIRMATION_LIMITS;
    if (chosen.length > atOnce) return refuse('TOO_MANY_AT_ONCE', { params: { max: atOnce, count: chosen.length } });
    const today = this.clock.today(region.timeZone);
    const { afterDays } = await this.periods.of(region.id);
    return this.unitOfWork.run(async (tx) => {
      await this.aged.takeTurns(tx, region.id);
      const known = await this.aged.askedBefore(tx, region.id, chosen, today);
      const asked: Asked = { askedIds: [], leftOut: [] };
      for (const actorId of chosen) {
        const requestId = idFrom('confirmation', id, actorId);
        const isThisOne = (await this.confirmations.request(tx, requestId)) !== null;
        const reason = isThisOne ? null : whyNotAsked(known.get(actorId) ?? null, afterDays, today);
        const done = isThisOne || (reason === null && (await this.ask(tx, region, { id: requestId, actorId })));
        if (done) asked.askedIds.push(actorId);
        else asked.leftOut.push({ actorId, reason: reason ?? 'NOBODY_TO_ASK' });
      }
      return ok(asked);
    });
  }

  /** False where there is nobody to ask. */
  private async ask(tx: Tx, region: Region, { id, actorId }: { id: Id; actorId: Id }): Promise<boolean> {
    const people = await this.letters.peopleOf(tx, region, actorId);
    if (people.length === 0 || (await this.confirmations.request(tx, id))) return false;
    const request = newRequest({ id, regionId: region.id, actorId }, this.clock.today(region.timeZone));
    await this.confirmations.insert(tx, request);
    await this.letters.ask(tx, region, request, { people, again: false });
    return true;
  }

  /** False where it was answered meanwhile, or nobody is left to remind. */
  private async remind(tx: Tx, region: Region, request: ConfirmationRequest): Promise<boolean> {
    const today = this.clock.today(region.timeZone);
    await this.confirmations.reminded(tx, request.id);
    const standing = await this.confirmations.lockStanding(tx, request.actorId, today);
    if (!standing || requestState(request, standing, today) !== 'OPEN') return false;
    const people = await this.letters.peopleOf(tx, region, request.actorId);
    await this.letters.ask(tx, region, request, { people, again: true });
    return people.length > 0;
  }
}
