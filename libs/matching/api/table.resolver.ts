import { Args, Context, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { ActorLoader, ActorType } from '@knotenpunkt/actors/api';
import { CurrentViewer, Permit } from '@knotenpunkt/identity/api';
import type { Viewer } from '@knotenpunkt/identity/domain';
import type { ActorSuggestion } from '@knotenpunkt/matching/domain';
import { KeptForVisitors } from '@knotenpunkt/platform/graphql';
import type { GraphqlContext } from '@knotenpunkt/platform/graphql';
import { CurrentRegion } from '@knotenpunkt/regions/api';
import type { Region } from '@knotenpunkt/regions/domain';
import type { ActorKind } from '@knotenpunkt/themes/domain';
import { EvidenceService, toldSuggestion } from './evidence.service';
import type { MatchSuggestion } from './match.graphql';
import { MissingAtTable, ProposedMember, TableExchange, TableProposal } from './table.graphql';
import { TableService } from './table.service';

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
  @Query(() => TableProposal, { nullable: true, description: 'A first proposal for an alliance that answers a question.' })
  async proposedAlliance(
    @CurrentViewer() viewer: Viewer,
    @CurrentRegion() region: Region,
    @Context() { language }: GraphqlContext,
    @Args('challengeSlug') challengeSlug: string,
  ): Promise<TableProposal | null> {
    const proposal = await this.tables.propose(viewer, region, challengeSlug);
    if (!proposal) return null;
    const tell = await this.teller(
      proposal.members.flatMap((member) => [member, ...member.exchanges]),
      language,
    );
    return {
      members: proposal.members.map((member) => ({
        ...tell(member),
        bench: member.bench as ActorKind,
        fixed: member.fixed,
        exchanges: member.exchanges.map((exchange) => ({ ...tell(exchange), gains: exchange.gains, losses: exchange.losses })),
      })),
    };
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
