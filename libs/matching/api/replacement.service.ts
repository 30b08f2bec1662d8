import { Injectable } from '@nestjs/common';
import { AllianceReadingService } from '@knotenpunkt/alliances/api';
import type { VacantSeat } from '@knotenpunkt/alliances/domain';
import { ChallengeService } from '@knotenpunkt/challenges/api';
import type { Viewer } from '@knotenpunkt/identity/domain';
import { proposeReplacements, type Exchange } from '@knotenpunkt/matching/domain';
import type { Region } from '@knotenpunkt/regions/domain';
import { CandidateService } from './candidate.service';
import { questionOf } from './table.service';

/** A seat at the table of an alliance for which somebody else has to be found, and who could come. */
export interface Replaceable extends VacantSeat {
  exchanges: Exchange[];
}

/** Who could come in the place of those who declined, or never answered. */
@Injectable()
export class ReplacementService {
  constructor(
    private readonly alliances: AllianceReadingService,
    private readonly challenges: ChallengeService,
    private readonly candidates: CandidateService,
  ) {}

  /** For each vacant seat up to three; null where the viewer does not lead such an alliance. */
  async of(viewer: Viewer, region: Region, allianceSlug: string): Promise<Replaceable[] | null> {
    const found = await this.alliances.vacancies(viewer, region, allianceSlug);
    if (!found) return null;
    const { alliance, seats } = found;
    if (seats.length === 0) return [];
    const [challenge] = await this.challenges.byIds([alliance.challengeId]);
    if (!challenge) return [];
    const question = questionOf(challenge);
    const asked = alliance.members.map(({ actorId }) => actorId);
    const staying = alliance.members.filter(({ actorId }) => !seats.some((seat) => seat.actorId === actorId));
    const { all, around } = await this.candidates.of(viewer, region, question, asked);
    return seats.map((seat) => {
      const leaving = alliance.members.find(({ actorId }) => actorId === seat.actorId)!;
      return { ...seat, exchanges: proposeReplacements(question, all, around, { staying, leaving, without: asked }) };
    });
  }
}
