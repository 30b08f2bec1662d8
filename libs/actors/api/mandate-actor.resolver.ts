import { ResolveField, Resolver } from '@nestjs/graphql';
import { ActType, AuditEntryType, MandateRequestType, MandateType, OwnDataEntry, PersonMandate } from '@knotenpunkt/identity/api';
import type { GraphqlContext } from '@knotenpunkt/platform/graphql';
import { ActorType } from './actor.graphql';
import { ActorLoader } from './actor.loader';

/** The organisation a mandate is for. Identity is an earlier room and knows only its id. */
@Resolver(() => MandateType)
export class MandateActorResolver {
  constructor(private readonly load: ActorLoader) {}

  @ResolveField(() => ActorType, { nullable: true })
  actor(mandate: MandateType, _: unknown, context: GraphqlContext): Promise<ActorType | null> {
    return this.load.byId(context).load(mandate.actorId);
  }
}

/** The same for a mandate as administrators see it. */
@Resolver(() => PersonMandate)
export class PersonMandateActorResolver {
  constructor(private readonly load: ActorLoader) {}

  @ResolveField(() => ActorType, { nullable: true })
  actor(mandate: PersonMandate, _: unknown, context: GraphqlContext): Promise<ActorType | null> {
    return this.load.byId(context).load(mandate.actorId);
  }
}

/** The organisation somebody would like to act for. */
@Resolver(() => MandateRequestType)
export class MandateRequestActorResolver {
  constructor(private readonly load: ActorLoader) {}

  @ResolveField(() => ActorType, { nullable: true })
  actor(request: MandateRequestType, _: unknown, context: GraphqlContext): Promise<ActorType | null> {
    return this.load.byId(context).load(request.actorId);
  }
}

/** The organisations an act names. */
@Resolver(() => ActType)
export class ActActorResolver {
  constructor(private readonly load: ActorLoader) {}

  @ResolveField(() => ActorType, { nullable: true, description: 'Who acted; null for the coordination of the region.' })
  actor(act: ActType, _: unknown, context: GraphqlContext): Promise<ActorType | null> | null {
    return act.actorId === null ? null : this.load.byId(context).load(act.actorId);
  }

  @ResolveField(() => ActorType, { nullable: true, description: 'The other organisation concerned.' })
  otherActor(act: ActType, _: unknown, context: GraphqlContext): Promise<ActorType | null> | null {
    return act.otherActorId === null ? null : this.load.byId(context).load(act.otherActorId);
  }
}

/** The organisation an entry of the audit trail concerns; null where it is gone. */
@Resolver(() => AuditEntryType)
export class AuditEntryActorResolver {
  constructor(private readonly load: ActorLoader) {}

  @ResolveField(() => ActorType, { nullable: true })
  actor(entry: AuditEntryType, _: unknown, context: GraphqlContext): Promise<ActorType | null> | null {
    return entry.actorId === null ? null : this.load.byId(context).load(entry.actorId);
  }
}

/** The organisation that something held on a person is about. */
@Resolver(() => OwnDataEntry)
export class OwnDataEntryActorResolver {
  constructor(private readonly load: ActorLoader) {}

  @ResolveField(() => ActorType, { nullable: true })
  actor(entry: OwnDataEntry, _: unknown, context: GraphqlContext): Promise<ActorType | null> | null {
    return entry.actorId === null ? null : this.load.byId(context).load(entry.actorId);
  }
}
