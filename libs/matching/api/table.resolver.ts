import { Args, Context, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { ActorLoader, ActorType } from '@knotenpunkt/actors/api';
import { CurrentViewer, Permit } from '@knotenpunkt/identity/api';
import type { Viewer } from '@knotenpunkt/identity/domain';
import type { ActorSuggestion, ProposedAlliance, Reason } from '@knotenpunkt/matching/domain';
import { KeptForVisitors } from '@knotenpunkt/platform/graphql';
import type { GraphqlContext } from '@knotenpunkt/platform/graphql';
import { CurrentRegion } from '@knotenpunkt/regions/api';
import type { Region } from '@knotenpunkt/regions/domain';
import type { ActorKind } from '@knotenpunkt/themes/domain';
import { EvidenceService, toldReason, toldSuggestion } from './evidence.service';
import type { MatchSuggestion } from './match.graphql';
import { MissingAtTable, ProposedMember, TableExchange, TableProposal } from './table.graphql';
import { TableService } from './table.service';

const reasonsOf = ({ reasons, doubts, exchanges }: ProposedAlliance['members'][number]): Reason<string>[] =>
  [{ reasons, doubts }, ...exchanges].flatMap((one) => [...one.reasons, ...one.doubts]);

/** Who should come to a table. */
@Resolver(() => TableProposal)
export class TableResolver {
  constructor(
    private readonly tables: TableService,
    private readonly evidence: EvidenceService,
  ) {}

  @Permit('ANYONE')
  @KeptForVisitors()
  @Query(() => MissingAtTable, { nullable: true, description: 'What the table of a question lacks, and who could come.' })
  async missingAtTable(
    @CurrentViewer() viewer: Viewer,
    @CurrentRegion() region: Region,
    @Context() { language }: GraphqlContext,
    @Args('challengeSlug') challengeSlug: string,
  ): Promise<MissingAtTable | null> {
    const missing = await this.tables.missing(viewer, region, challengeSlug);
    if (!missing) return null;
    const tell = await this.teller(
      [...missing.benches, ...missing.competences].flatMap(({ candidates }) => candidates),
      language,
    );
    return {
      benches: missing.benches.map((bench) => ({ ...bench, kind: bench.kind as ActorKind, candidates: bench.candidates.map(tell) })),
      competences: missing.competences.map((one) => ({ ...one, candidates: one.candidates.map(tell) })),
    };
  }

  @Permit('MEMBER')
  @KeptForVisitors()
  @Query(() => [TableProposal], {
    nullable: true,
    description: 'Up to three alliances that could answer a question, the best first, each with other people.',
  })
  async proposedAlliances(
    @CurrentViewer() viewer: Viewer,
    @CurrentRegion() region: Region,
    @Context() { language }: GraphqlContext,
    @Args('challengeSlug') challengeSlug: string,
  ): Promise<TableProposal[] | null> {
    return this.told(await this.tables.forChallenge(viewer, region, challengeSlug), language);
  }

  @Permit('MEMBER')
  @KeptForVisitors()
  @Query(() => [TableProposal], {
    nullable: true,
    description: 'Up to three ways to complete a Vorhaben with those it still looks for, the best first.',
  })
  async proposedPartners(
    @CurrentViewer() viewer: Viewer,
    @CurrentRegion() region: Region,
    @Context() { language }: GraphqlContext,
    @Args('initiativeSlug') initiativeSlug: string,
  ): Promise<TableProposal[] | null> {
    return this.told(await this.tables.forInitiative(viewer, region, initiativeSlug), language);
  }

  private async told(proposals: ProposedAlliance[] | null, language: 'de' | 'en'): Promise<TableProposal[] | null> {
    if (!proposals) return null;
    const name = await this.evidence.namer(
      proposals.flatMap(({ members, bridges }) => [...bridges, ...members.flatMap(reasonsOf)]),
      language,
    );
    return proposals.map(({ emphasis, members, benches, coverage, bridges, ties, exact, points, bound }) => ({
      emphasis,
      members: members.map((member) => ({
        ...toldSuggestion(member, name),
        bench: member.bench as ActorKind,
        covers: member.covers,
        fixed: member.fixed,
        exchanges: member.exchanges.map((exchange) => ({
          ...toldSuggestion(exchange, name),
          covers: exchange.covers,
          gains: exchange.gains,
          losses: exchange.losses,
        })),
      })),
      benches: benches.map((bench) => ({ ...bench, kind: bench.kind as ActorKind })),
      coverage,
      bridges: bridges.map((reason) => toldReason(reason, name)),
      ties,
      exact,
      share: bound === null || bound <= 0 ? null : Math.max(0, points / bound),
    }));
  }

  private async teller(suggestions: readonly ActorSuggestion[], language: 'de' | 'en'): Promise<(one: ActorSuggestion) => MatchSuggestion> {
    const name = await this.evidence.namer(
      suggestions.flatMap(({ reasons, doubts }) => [...reasons, ...doubts]),
      language,
    );
    return (one) => toldSuggestion(one, name);
  }
}

@Resolver(() => ProposedMember)
export class ProposedMemberResolver {
  constructor(private readonly load: ActorLoader) {}

  @ResolveField(() => ActorType)
  async actor({ actorId }: ProposedMember, _: unknown, context: GraphqlContext): Promise<ActorType> {
    return (await this.load.byId(context).load(actorId))!;
  }
}

@Resolver(() => TableExchange)
export class TableExchangeResolver {
  constructor(private readonly load: ActorLoader) {}

  @ResolveField(() => ActorType)
  async actor({ actorId }: TableExchange, _: unknown, context: GraphqlContext): Promise<ActorType> {
    return (await this.load.byId(context).load(actorId))!;
  }
}
