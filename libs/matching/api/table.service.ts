import { Injectable } from '@nestjs/common';
import { ChallengeService } from '@knotenpunkt/challenges/api';
import type { Challenge } from '@knotenpunkt/challenges/domain';
import { passes, type Viewer } from '@knotenpunkt/identity/domain';
import { InitiativeService } from '@knotenpunkt/initiatives/api';
import type { Initiative } from '@knotenpunkt/initiatives/domain';
import {
  missingAtTable,
  proposeAlliances,
  type Compose,
  type Missing,
  type ProposedAlliance,
  type Seat,
  type TableQuestion,
} from '@knotenpunkt/matching/domain';
import type { Region } from '@knotenpunkt/regions/domain';
import { CandidateService } from './candidate.service';
import { Composer } from './composer';
import { MatchingRepository } from './matching.repository';
import { ShownSuggestions } from './shown-suggestions';

/** States of an alliance whose members everybody knows; who is invited only the coordination does. */
const TOGETHER = ['FORMED', 'ACTIVE'];
/** So many are named for an empty bench or a competence nobody covers. */
const NAMED = 3;

/** Who should come to the table of a question or of a Vorhaben. */
@Injectable()
export class TableService {
  constructor(
    private readonly challenges: ChallengeService,
    private readonly initiatives: InitiativeService,
    private readonly candidates: CandidateService,
    private readonly composer: Composer,
    private readonly matching: MatchingRepository,
    private readonly shown: ShownSuggestions,
  ) {}

  /** What the table of a question still lacks; null where the viewer sees no such question. */
  async missing(viewer: Viewer, region: Region, slug: string): Promise<Missing | null> {
    const challenge = await this.challenges.bySlug(viewer, region, slug);
    if (!challenge) return null;
    const question = questionOf(challenge);
    const seats = await this.matching.seats(challenge.id, passes(viewer, 'COORDINATOR') ? ['INVITING', ...TOGETHER] : TOGETHER);
    const asker = challenge.askedById && !seats.some(({ actorId }) => actorId === challenge.askedById) ? [challenge.askedById] : [];
    const { all } = await this.candidates.of(viewer, region, question, [...seats.map(({ actorId }) => actorId), ...asker]);
    const benchOf = new Map(all.map(({ actorId, kind }) => [actorId, kind]));
    const taken: Seat[] = [...seats, ...asker.map((actorId) => ({ actorId, bench: benchOf.get(actorId) ?? '' }))];
    return missingAtTable(question, taken, all, NAMED);
  }

  /** Several alliances that answer a question, the best first; null where the viewer sees no such question. */
  async forChallenge(viewer: Viewer, region: Region, slug: string): Promise<ProposedAlliance[] | null> {
    const challenge = await this.challenges.bySlug(viewer, region, slug);
    if (!challenge) return null;
    const question = questionOf(challenge);
    const { all, around } = await this.candidates.of(viewer, region, question, challenge.askedById ? [challenge.askedById] : []);
    const proposed = await proposeAlliances(question, all, around, this.compose);
    const seats = proposed.flatMap(({ members }) => members.filter(({ fixed }) => !fixed));
    if (passes(viewer, 'COORDINATOR')) this.shown.forTable(region, challenge.id, seats);
    return proposed;
  }

  /** Several ways to complete a Vorhaben with whom it still looks for; null where the viewer sees no such Vorhaben. */
  async forInitiative(viewer: Viewer, region: Region, slug: string): Promise<ProposedAlliance[] | null> {
    const initiative = await this.initiatives.bySlug(viewer, region, slug);
    if (!initiative) return null;
    const accepted = initiative.partners.filter(({ state }) => state === 'ACCEPTED').map(({ actorId }) => actorId);
    const sitting = [initiative.leadId, ...accepted];
    const question = wantedBy(initiative);
    const { all, around } = await this.candidates.of(viewer, region, question, sitting);
    const seats = all.filter(({ actorId }) => sitting.includes(actorId)).map(({ actorId, kind }) => ({ actorId, bench: kind }));
    // It looks for others: what those bring who take part already does not answer it.
    const others = all.map((one) => (sitting.includes(one.actorId) ? { ...one, covered: [] } : one));
    const benches = question.benches.map(({ kind, minimum }) => ({
      kind,
      minimum: minimum + seats.filter(({ bench }) => bench === kind).length,
    }));
    return proposeAlliances({ ...question, benches }, others, around, this.compose, seats);
  }

  private readonly compose: Compose = (problem, most) => this.composer.compose(problem, most);
}

/** A challenge as matching sees it. */
export function questionOf({ question, context, concerns, themes, competences, benches, askedById }: Challenge): TableQuestion {
  return { text: [question, context, concerns].filter(Boolean).join('\n'), themes, competences, benches, askedById };
}

/** A bench is wanted where it is the only one that will do. */
function wantedBy({ title, summary, themes, wanted }: Initiative): TableQuestion {
  const kinds = new Set(wanted.flatMap(({ kinds }) => (kinds.length === 1 ? kinds : [])));
  return {
    text: [title, summary, ...wanted.map(({ text }) => text)].join('\n'),
    themes,
    competences: [...new Set(wanted.flatMap(({ competences }) => competences))],
    benches: [...kinds].map((kind) => ({ kind, minimum: 1 })),
    askedById: null,
  };
}
