import { Inject, Injectable } from '@nestjs/common';
import type { Viewer } from '@knotenpunkt/identity/domain';
import { isId, ok, refuse, type Clock, type Id, type Result } from '@knotenpunkt/kernel';
import { correct, corrects, type CorrectionKind } from '@knotenpunkt/matching/domain';
import { CLOCK, UnitOfWork, type Tx } from '@knotenpunkt/platform/database';
import { Outbox } from '@knotenpunkt/platform/outbox';
import type { Region } from '@knotenpunkt/regions/domain';
import { loadCompetences } from '@knotenpunkt/themes/domain';
import { CorrectionRepository, type StoredCorrection } from './correction.repository';
import { MatcherKeeper } from './matcher-keeper';

export type { StoredCorrection };

interface Said {
  actorId: Id;
  competence: string;
}

/** What organisations say they can and cannot, against or beside what is read of them. */
@Injectable()
export class CorrectionService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly corrections: CorrectionRepository,
    private readonly keeper: MatcherKeeper,
    private readonly outbox: Outbox,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Strikes or adds a competence; saying it twice changes nothing. It counts for whoever asks next. */
  async correct(viewer: Viewer, region: Region, said: Said & { kind: CorrectionKind }): Promise<Result<StoredCorrection>> {
    const inVocabulary = (await loadCompetences()).all.some(({ id }) => id === said.competence);
    return this.change(region, async (tx): Promise<Result<StoredCorrection>> => {
      if (!isId(said.actorId) || !(await this.corrections.isHere(tx, region.id, said.actorId))) return refuse('NOT_PERMITTED');
      const present = await this.corrections.present(tx, said.actorId);
      const decided = correct(viewer, said, { inVocabulary, present }, this.clock.today(region.timeZone));
      if (!decided.ok) return decided;
      await this.corrections.keep(tx, region.id, decided.value);
      return ok({ ...decided.value, personName: viewer.name });
    });
  }

  /** Whatever was said of a competence is taken back: what is read of the organisation counts again. */
  async takeBack(viewer: Viewer, region: Region, { actorId, competence }: Said): Promise<Result<StoredCorrection>> {
    if (!corrects(viewer, actorId)) return refuse('NOT_PERMITTED');
    return this.change(region, async (tx): Promise<Result<StoredCorrection>> => {
      const taken = await this.corrections.take(tx, actorId, competence);
      return taken ? ok({ ...taken, personName: null }) : refuse('NOT_CORRECTED');
    });
  }

  /** The organisation changed for whoever reads of it: open pages and the other processes read again. */
  private async change(region: Region, decide: (tx: Tx) => Promise<Result<StoredCorrection>>): Promise<Result<StoredCorrection>> {
    const answer = await this.unitOfWork.run(async (tx) => {
      const decided = await decide(tx);
      if (decided.ok) await this.outbox.append(tx, { aggregate: 'actor', id: decided.value.actorId, regionId: region.id });
      return decided;
    });
    if (answer.ok) this.keeper.readAgain(region.id);
    return answer;
  }
}
