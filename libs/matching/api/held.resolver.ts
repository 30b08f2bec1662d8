import { Args, Context, ID, Mutation, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { CurrentViewer, Permit, viewerOf } from '@knotenpunkt/identity/api';
import type { Viewer } from '@knotenpunkt/identity/domain';
import { answer, type GraphqlContext } from '@knotenpunkt/platform/graphql';
import { CurrentRegion, regionOf } from '@knotenpunkt/regions/api';
import type { Region } from '@knotenpunkt/regions/domain';
import { loadCompetences, type ActorKind } from '@knotenpunkt/themes/domain';
import { ok, type Result } from '@knotenpunkt/kernel';
import { CorrectionService, type StoredCorrection } from './correction.service';
import {
  CompetenceCorrection,
  CompetenceCorrectionInput,
  CompetenceCorrectionResult,
  EngineUnderstanding,
  HeldCounts,
} from './held.graphql';
import { HeldService } from './held.service';

/** What the engine holds on an organisation, and what the organisation says to it. */
@Resolver(() => EngineUnderstanding)
export class HeldResolver {
  constructor(
    private readonly held: HeldService,
    private readonly corrections: CorrectionService,
  ) {}

  @ResolveField(() => HeldCounts, { description: 'Compares much: to be asked for apart from the rest.' })
  counts({ id }: EngineUnderstanding, _: unknown, context: GraphqlContext): Promise<HeldCounts> {
    return this.held.counts(viewerOf(context), regionOf(context), id);
  }

  @Permit('MEMBER')
  @Query(() => EngineUnderstanding, {
    nullable: true,
    description: 'What the engine reads of an organisation of the viewer; null for everybody else.',
  })
  async engineUnderstanding(
    @CurrentViewer() viewer: Viewer,
    @CurrentRegion() region: Region,
    @Context() { language }: GraphqlContext,
    @Args('actorId', { type: () => ID }) actorId: string,
  ): Promise<EngineUnderstanding | null> {
    const held = await this.held.ofActor(viewer, region, actorId);
    if (!held) return null;
    const catalogue = await loadCompetences();
    const name = (id: string) => catalogue.label(id, language);
    const named = (competence: string, words = '') => ({ competence, name: name(competence), words });
    return {
      ...held,
      kind: held.kind as ActorKind,
      competences: held.competences.map((one) => ({ ...one, name: name(one.competence) })),
      entries: held.entries.map((entry) => ({
        ...entry,
        named: entry.named.map(({ competence, words }) => named(competence, words)),
        nearest: entry.nearest.map((id) => named(id)),
      })),
      corrections: held.corrections.map((one) => ({ ...one, name: name(one.competence) })),
    };
  }

  @Permit('MEMBER')
  @Mutation(() => CompetenceCorrectionResult, { description: 'The organisation says that it cannot do this: it counts nowhere for it.' })
  async strikeCompetence(
    @CurrentViewer() viewer: Viewer,
    @CurrentRegion() region: Region,
    @Context() context: GraphqlContext,
    @Args('input') input: CompetenceCorrectionInput,
  ): Promise<typeof CompetenceCorrectionResult> {
    return answer(await told(await this.corrections.correct(viewer, region, { ...input, kind: 'STRUCK' }), context));
  }

  @Permit('MEMBER')
  @Mutation(() => CompetenceCorrectionResult, { description: 'The organisation says that it can do this, too.' })
  async addCompetence(
    @CurrentViewer() viewer: Viewer,
    @CurrentRegion() region: Region,
    @Context() context: GraphqlContext,
    @Args('input') input: CompetenceCorrectionInput,
  ): Promise<typeof CompetenceCorrectionResult> {
    return answer(await told(await this.corrections.correct(viewer, region, { ...input, kind: 'ADDED' }), context));
  }

  @Permit('MEMBER')
  @Mutation(() => CompetenceCorrectionResult, { description: 'Takes back what was said of a competence.' })
  async takeBackCorrection(
    @CurrentViewer() viewer: Viewer,
    @CurrentRegion() region: Region,
    @Context() context: GraphqlContext,
    @Args('input') input: CompetenceCorrectionInput,
  ): Promise<typeof CompetenceCorrectionResult> {
    return answer(await told(await this.corrections.takeBack(viewer, region, input), context));
  }
}

async function told(result: Result<StoredCorrection>, { language }: GraphqlContext): Promise<Result<CompetenceCorrection>> {
  return result.ok ? ok({ ...result.value, name: (await loadCompetences()).label(result.value.competence, language) }) : result;
}
