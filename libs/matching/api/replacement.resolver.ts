import { Args, Context, Field, ID, ObjectType, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { ActorLoader, ActorType } from '@knotenpunkt/actors/api';
import { VACANCIES, type Vacancy } from '@knotenpunkt/alliances/domain';
import { CurrentViewer, Permit } from '@knotenpunkt/identity/api';
import type { Viewer } from '@knotenpunkt/identity/domain';
import { enumOf, type GraphqlContext } from '@knotenpunkt/platform/graphql';
import { CurrentRegion } from '@knotenpunkt/regions/api';
import type { Region } from '@knotenpunkt/regions/domain';
import { EvidenceService, toldSuggestion } from './evidence.service';
import { ReplacementService } from './replacement.service';
import { TableExchange } from './table.graphql';

const VacancyEnum = enumOf(
  VACANCIES,
  'AllianceVacancy',
  'DECLINED: said "Nein". SILENT: no answer in time. LAPSED: the reservation was not confirmed in time. GONE: is no longer there.',
);

@ObjectType({ description: 'A seat for which somebody else has to be found, and who could come.' })
export class VacantSeatType {
  @Field(() => ID)
  actorId!: string;

  @Field(() => VacancyEnum)
  why!: Vacancy;

  @Field(() => [TableExchange], { description: 'Up to three, the best first; gains and losses beside the one who leaves.' })
  replacements!: TableExchange[];
}

/** Who declines is replaced by search. */
@Resolver(() => VacantSeatType)
export class ReplacementResolver {
  constructor(
    private readonly replacements: ReplacementService,
    private readonly evidence: EvidenceService,
    private readonly actors: ActorLoader,
  ) {}

  @Permit('MEMBER')
  @Query(() => [VacantSeatType], {
    nullable: true,
    description: 'Seats of an alliance that is being asked about which are vacant, for those who lead it; null for all others.',
  })
  async vacantAllianceSeats(
    @CurrentViewer() viewer: Viewer,
    @CurrentRegion() region: Region,
    @Context() { language }: GraphqlContext,
    @Args('allianceSlug') allianceSlug: string,
  ): Promise<VacantSeatType[] | null> {
    const seats = await this.replacements.of(viewer, region, allianceSlug);
    if (!seats) return null;
    const told = seats.flatMap(({ exchanges }) => exchanges.flatMap(({ reasons, doubts }) => [...reasons, ...doubts]));
    const name = await this.evidence.namer(told, language);
    return seats.map(({ actorId, why, exchanges }) => ({
      ...{ actorId, why },
      replacements: exchanges.map((exchange) => {
        const { covers, gains, losses } = exchange;
        return { ...toldSuggestion(exchange, name), ...{ covers, gains, losses } };
      }),
    }));
  }

  @ResolveField(() => ActorType, { nullable: true, description: 'Who was asked for it.' })
  actor({ actorId }: VacantSeatType, _: unknown, context: GraphqlContext): Promise<ActorType | null> {
    return this.actors.byId(context).load(actorId);
  }
}
