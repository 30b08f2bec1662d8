import { Args, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { ActorLoader, ActorType } from '@knotenpunkt/actors/api';
import { CurrentViewer, Permit } from '@knotenpunkt/identity/api';
import type { Viewer } from '@knotenpunkt/identity/domain';
import { KeptForVisitors, type GraphqlContext } from '@knotenpunkt/platform/graphql';
import { CurrentRegion } from '@knotenpunkt/regions/api';
import type { Region } from '@knotenpunkt/regions/domain';
import { AllianceWorkType } from './alliance-work.graphql';
import { AllianceWorkService } from './alliance-work.service';
import { AdmissionType, DepartureType } from './membership/membership.graphql';
import { MeetingType, StandType, StatementType, TaskType } from './statements/statement.graphql';

@Resolver(() => AllianceWorkType)
export class AllianceWorkResolver {
  constructor(private readonly work: AllianceWorkService) {}

  @Permit('ANYONE')
  @KeptForVisitors()
  @Query(() => AllianceWorkType, { nullable: true, description: 'What an alliance that is formed writes down; null where there is none.' })
  allianceWork(
    @CurrentViewer() viewer: Viewer,
    @CurrentRegion() region: Region,
    @Args('slug') slug: string,
  ): Promise<AllianceWorkType | null> {
    return this.work.of(viewer, region, slug);
  }
}

@Resolver(() => AdmissionType)
export class AdmissionFieldsResolver {
  constructor(private readonly actors: ActorLoader) {}

  @ResolveField(() => ActorType, { nullable: true, description: 'Who is to join.' })
  actor({ actorId }: AdmissionType, _: unknown, context: GraphqlContext): Promise<ActorType | null> {
    return this.actors.byId(context).load(actorId);
  }

  @ResolveField(() => ActorType, { nullable: true, description: 'Who proposes it; null: the coordination.' })
  proposedBy({ proposedById }: AdmissionType, _: unknown, context: GraphqlContext): Promise<ActorType | null> | null {
    return proposedById === null ? null : this.actors.byId(context).load(proposedById);
  }
}

@Resolver(() => DepartureType)
export class DepartureFieldsResolver {
  constructor(private readonly actors: ActorLoader) {}

  @ResolveField(() => ActorType, { nullable: true })
  actor({ actorId }: DepartureType, _: unknown, context: GraphqlContext): Promise<ActorType | null> {
    return this.actors.byId(context).load(actorId);
  }
}

@Resolver(() => StatementType)
export class StatementFieldsResolver {
  constructor(private readonly actors: ActorLoader) {}

  @ResolveField(() => ActorType, { nullable: true, description: 'The member that wrote it.' })
  enteredBy({ enteredById }: StatementType, _: unknown, context: GraphqlContext): Promise<ActorType | null> {
    return this.actors.byId(context).load(enteredById);
  }
}

@Resolver(() => StandType)
export class StandFieldsResolver {
  constructor(private readonly actors: ActorLoader) {}

  @ResolveField(() => ActorType, { nullable: true })
  actor({ actorId }: StandType, _: unknown, context: GraphqlContext): Promise<ActorType | null> {
    return this.actors.byId(context).load(actorId);
  }
}

@Resolver(() => MeetingType)
export class MeetingFieldsResolver {
  constructor(private readonly actors: ActorLoader) {}

  @ResolveField(() => [ActorType], { description: 'Who was there; organisations, never persons.' })
  async present({ presentIds }: MeetingType, _: unknown, context: GraphqlContext): Promise<ActorType[]> {
    const found = await this.actors.byId(context).loadMany(presentIds);
    return found.flatMap((actor) => (actor === null || actor instanceof Error ? [] : [actor]));
  }
}

@Resolver(() => TaskType)
export class TaskFieldsResolver {
  constructor(private readonly actors: ActorLoader) {}

  @ResolveField(() => ActorType, { nullable: true, description: 'Who wrote it down or gave it back.' })
  enteredBy({ enteredById }: TaskType, _: unknown, context: GraphqlContext): Promise<ActorType | null> {
    return this.actors.byId(context).load(enteredById);
  }
}
