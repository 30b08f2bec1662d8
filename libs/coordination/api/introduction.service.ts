import { Injectable } from '@nestjs/common';
import {
  answerIntroduction,
  askIntroduction,
  closeUnanswered,
  concludeIntroduction,
  maySee,
  reportMeeting,
  reviseIntroduction,
  sideOfActor,
  withdrawIntroduction,
  type GivenSideAnswer,
  type Introduction,
  type IntroductionFilter,
  type IntroductionText,
  type IntroductionWish,
  type Outcome,
} from '@knotenpunkt/coordination/domain';
import { actorsOf, actsFor, passes, VISITOR, type Viewer } from '@knotenpunkt/identity/domain';
import {
  decodeCursor,
  isId,
  isLocalDate,
  ok,
  refuse,
  toPage,
  type Id,
  type LocalDate,
  type Page,
  type PageRequest,
  type Result,
} from '@knotenpunkt/kernel';
import type { Region } from '@knotenpunkt/regions/domain';
import { IntroductionLetters } from './introduction-letters';
import { IntroductionLimitsRepository } from './introduction-limits.repository';
import { IntroductionWaysService } from './introduction-ways.service';
import { IntroductionWriter } from './introduction-writer';
import { IntroductionRepository, type IntroductionRow } from './introduction.repository';

interface Asked {
  id: Id;
  expectedVersion: number;
}

/** Two organisations are introduced by a third. */
@Injectable()
export class IntroductionService {
  constructor(
    private readonly introductions: IntroductionRepository,
    private readonly limits: IntroductionLimitsRepository,
    private readonly ways: IntroductionWaysService,
    private readonly writer: IntroductionWriter,
    private readonly letters: IntroductionLetters,
  ) {}

  /** Those the viewer may see, the newest first. */
  async page(viewer: Viewer, region: Region, filter: IntroductionFilter, request: PageRequest): Promise<Page<IntroductionRow>> {
    const key = request.after ? decodeCursor(request.after) : null;
    const after = key && isLocalDate(key[0]) && isId(key[1]) ? key : null;
    const asked = { regionId: region.id, filter, all: passes(viewer, 'COORDINATOR'), ownIds: actorsOf(viewer, 'EDITOR') };
    return toPage(await this.introductions.page(asked, request.first, after), request.first, (row) => [row.sortKey, row.id]);
  }

  async byId(viewer: Viewer, region: Region, id: Id): Promise<Introduction | null> {
    const introduction = isId(id) ? await this.introductions.byId(region.id, id) : null;
    return introduction && maySee(viewer, introduction) ? introduction : null;
  }

  /** Asks the three. Asking the same again changes nothing. */
  async ask(viewer: Viewer, region: Region, wish: Omit<IntroductionWish, 'regionId'>): Promise<Result<Introduction>> {
    const { id, goBetweenId } = wish;
    if (![wish.firstId, goBetweenId, wish.secondId].every(isId)) return refuse('ACTOR_UNKNOWN');
    const { workTogether, through } = await this.ways.between(region, wish, goBetweenId);
    return this.writer.begin(region, id, async (tx, present, today) => {
      if (present) return isSame(present, wish) && maySee(viewer, present) ? ok(present) : refuse('NOT_PERMITTED');
      const { recently, ...known } = await this.limits.known(tx, region.id, { ...wish, goBetweenIds: [goBetweenId] }, today);
      const about = { ...known, workTogether, tied: through.length > 0, recently: recently.get(goBetweenId) ?? 0 };
      const decided = askIntroduction(viewer, { ...wish, regionId: region.id }, about);
      if (!decided.ok) return decided;
      await this.writer.insert(tx, viewer, decided.value);
      await this.letters.ask(tx, region, decided.value);
      return decided;
    });
  }

  /** Another text after a "Ja, aber …"; all are asked again. */
  revise(viewer: Viewer, region: Region, asked: Asked & IntroductionText): Promise<Result<Introduction>> {
    return this.writer.change(viewer, region, asked, async (tx, introduction, today) => {
      const next = reviseIntroduction(viewer, introduction, asked, today);
      if (!next.ok) return next;
      const written = await this.writer.write(tx, viewer, next.value, 'revised', introduction.askedById);
      if (written.ok) await this.letters.ask(tx, region, written.value);
      return written;
    });
  }

  /** One of the three answers. */
  answer(viewer: Viewer, region: Region, { id, ...given }: GivenSideAnswer & { id: Id }): Promise<Result<Introduction>> {
    const { actorId } = given;
    return this.writer.change(viewer, region, { id }, async (tx, introduction, today) => {
      const next = answerIntroduction(viewer, introduction, given, today);
      if (!next.ok) return next;
      const { state } = next.value;
      const verb = state === 'AGREED' ? 'agreed' : state === 'DECLINED' ? 'declined' : 'answered';
      const written = await this.writer.write(tx, viewer, next.value, verb, actorId);
      if (!written.ok) return written;
      await this.letters.answered(tx, region, written.value, actorId, given.answer === 'LATER');
      if (state === 'AGREED') await this.letters.tellAgreed(tx, region, written.value);
      if (state === 'DECLINED') await this.letters.tellEnded(tx, region, written.value);
      if (given.answer === 'YES_BUT') await this.letters.tellChange(tx, region, written.value, sideOfActor(written.value, actorId)!);
      return written;
    });
  }

  withdraw(viewer: Viewer, region: Region, asked: Asked): Promise<Result<Introduction>> {
    return this.writer.change(viewer, region, asked, async (tx, introduction, today) => {
      const next = withdrawIntroduction(viewer, introduction, today);
      if (!next.ok) return next;
      const written = await this.writer.write(tx, viewer, next.value, 'withdrawn', actingSide(viewer, introduction));
      if (written.ok) await this.letters.tellEnded(tx, region, written.value);
      return written;
    });
  }

  meet(viewer: Viewer, region: Region, asked: Asked & { metOn: LocalDate }): Promise<Result<Introduction>> {
    return this.writer.change(viewer, region, asked, async (tx, introduction, today) => {
      const next = reportMeeting(viewer, introduction, asked.metOn, today);
      return next.ok ? this.writer.write(tx, viewer, next.value, 'met', actingSide(viewer, introduction)) : next;
    });
  }

  conclude(
    viewer: Viewer,
    region: Region,
    asked: Asked & { outcome: Outcome; outcomeId: Id | null; note: string },
  ): Promise<Result<Introduction>> {
    return this.writer.change(viewer, region, asked, async (tx, introduction, today) => {
      const joint = await this.introductions.joint([introduction.id]);
      const next = concludeIntroduction(viewer, introduction, asked, { joint, today });
      if (!next.ok) return next;
      const verb = { INITIATIVE: 'becameInitiative', ALLIANCE: 'becameAlliance', NOTHING: 'becameNothing' }[asked.outcome];
      return this.writer.write(tx, viewer, next.value, verb, actingSide(viewer, introduction));
    });
  }

  /** "Keine Antwort" for what nobody answered in time. */
  closeUnanswered(region: Region): Promise<void> {
    return this.writer.closeOverdue(region, async (tx, introduction, today) => {
      const closed = closeUnanswered(introduction, today);
      if (!closed) return;
      await this.writer.write(tx, VISITOR, closed, 'unanswered', null);
      await this.letters.tellEnded(tx, region, closed);
    });
  }
}

/** For which of the three the viewer acts; null: for none, as the coordination. */
function actingSide(viewer: Viewer, { sides }: Introduction): Id | null {
  return sides.find(({ actorId }) => actsFor(viewer, actorId))?.actorId ?? null;
}

function isSame(present: Introduction, { askedById, firstId, goBetweenId, secondId }: Omit<IntroductionWish, 'regionId'>): boolean {
  const ids = present.sides.map(({ actorId }) => actorId);
  return present.askedById === askedById && [firstId, goBetweenId, secondId].every((id, at) => ids[at] === id);
}
