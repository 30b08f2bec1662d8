import { ResolveField, Resolver } from '@nestjs/graphql';
import { ActorLoader, ActorType } from '@knotenpunkt/actors/api';
import { threadActions, type Thread, type ThreadSubjectType } from '@knotenpunkt/coordination/domain';
import { viewerOf } from '@knotenpunkt/identity/api';
import type { GraphqlContext } from '@knotenpunkt/platform/graphql';
import { Coordinator, ThreadCorrectionType, ThreadSubjectEnum, ThreadSubjectStateType, ThreadType } from './thread.graphql';
import { ThreadLoader } from './thread.loader';

/** Fields of a thread that are read only when asked for, each for all threads of an operation at once. */
@Resolver(() => ThreadType)
export class ThreadFieldsResolver {
  constructor(
    private readonly load: ThreadLoader,
    private readonly actors: ActorLoader,
  ) {}

  @ResolveField(() => ThreadSubjectEnum, { nullable: true, description: 'What it is about, also when that is gone.' })
  subjectType({ subject }: Thread): ThreadSubjectType | null {
    return subject?.type ?? null;
  }

  @ResolveField(() => ThreadSubjectStateType, { nullable: true, description: 'Null: about nothing here, or about something that is gone.' })
  subject({ subject }: Thread, _: unknown, context: GraphqlContext): Promise<ThreadSubjectStateType | null> | null {
    return subject && this.load.subject(context).load(subject.id);
  }

  @ResolveField('actors', () => [ActorType], { description: 'Organisations concerned.' })
  async concerned({ actorIds }: Thread, _: unknown, context: GraphqlContext): Promise<ActorType[]> {
    const actors = await Promise.all(actorIds.map((id) => this.actors.byId(context).load(id)));
    return actors.filter((actor) => actor !== null);
  }

  @ResolveField(() => ActorType, { nullable: true, description: 'The organisation the next step is about.' })
  stepActor({ stepActorId }: Thread, _: unknown, context: GraphqlContext): Promise<ActorType | null> | null {
    return stepActorId === null ? null : this.actors.byId(context).load(stepActorId);
  }

  @ResolveField(() => Coordinator, { nullable: true, description: 'Who has it in hand; null: nobody who coordinates here today.' })
  owner({ ownerId }: Thread, _: unknown, context: GraphqlContext): Promise<Coordinator | null> | null {
    return ownerId === null ? null : this.load.coordinator(context).load(ownerId);
  }

  @ResolveField(() => Coordinator, { nullable: true, description: 'Vertretung.' })
  deputy({ deputyId }: Thread, _: unknown, context: GraphqlContext): Promise<Coordinator | null> | null {
    return deputyId === null ? null : this.load.coordinator(context).load(deputyId);
  }

  @ResolveField(() => [ThreadCorrectionType], { description: 'What organisations say of it, what nobody has noted first.' })
  corrections({ id }: Thread, _: unknown, context: GraphqlContext): Promise<ThreadCorrectionType[]> {
    return this.load.corrections(context).load(id);
  }

  @ResolveField(() => [String], { description: 'What the viewer may do next, by the names of mutations.' })
  availableActions(thread: Thread, _: unknown, context: GraphqlContext): string[] {
    return threadActions(viewerOf(context), thread);
  }
}

@Resolver(() => ThreadCorrectionType)
export class ThreadCorrectionFieldsResolver {
  constructor(private readonly actors: ActorLoader) {}

  @ResolveField(() => ActorType, { nullable: true })
  actor({ actorId }: ThreadCorrectionType, _: unknown, context: GraphqlContext): Promise<ActorType | null> {
    return this.actors.byId(context).load(actorId);
  }
}
