import { ResolveField, Resolver } from '@nestjs/graphql';
import {
  employerIdOf,
  mailProves,
  registrationActions,
  type Actor,
  type Registration,
  type RegistrationAction,
} from '@knotenpunkt/actors/domain';
import { PersonContacts, viewerOf, type PersonContact } from '@knotenpunkt/identity/api';
import { passes } from '@knotenpunkt/identity/domain';
import type { Id } from '@knotenpunkt/kernel';
import { matched, perRequest, type GraphqlContext } from '@knotenpunkt/platform/graphql';
import DataLoader from 'dataloader';
import { ActorType } from '../actor.graphql';
import { ActorLoader } from '../actor.loader';
import { RegistrationActionEnum, RegistrationType } from './registration.graphql';

/** Who asks, and what speaks for it. A registration is shown to that person and to the coordination only. */
@Resolver(() => RegistrationType)
export class RegistrationFieldsResolver {
  private readonly person: (context: GraphqlContext) => DataLoader<Id, PersonContact | null>;

  constructor(
    persons: PersonContacts,
    private readonly load: ActorLoader,
  ) {
    this.person = perRequest(
      () => new DataLoader(async (ids) => matched(ids, [...(await persons.of(ids)).values()], (person: PersonContact) => person.id)),
    );
  }

  @ResolveField(() => ActorType, { nullable: true, description: 'The entry claimed, or made.' })
  actor({ actorId }: Registration, _: unknown, context: GraphqlContext): Promise<ActorType | null> | null {
    return actorId === null ? null : this.load.byId(context).load(actorId);
  }

  @ResolveField(() => ActorType, {
    nullable: true,
    description:
      'Whose people elected the works or staff council: as its entry says, else as it was named; null: nobody, or one not in the directory now.',
  })
  async employer(registration: Registration, _: unknown, context: GraphqlContext): Promise<ActorType | null> {
    const employer = await this.employerOf(registration, context);
    return employer?.archived ? null : employer;
  }

  @ResolveField(() => String)
  async personName({ personId }: Registration, _: unknown, context: GraphqlContext): Promise<string> {
    return (await this.person(context).load(personId))?.name ?? '';
  }

  @ResolveField(() => String, { description: 'The confirmed address of the person.' })
  async email({ personId }: Registration, _: unknown, context: GraphqlContext): Promise<string> {
    return (await this.person(context).load(personId))?.email ?? '';
  }

  @ResolveField(() => Boolean, {
    description: 'The address of the person belongs where the website of the organisation is, and not where that of its employer is.',
  })
  async mailFits(registration: Registration, _: unknown, context: GraphqlContext): Promise<boolean> {
    const { personId, actorId, website } = registration;
    const person = await this.person(context).load(personId);
    const actor = actorId === null ? null : await this.load.byId(context).load(actorId);
    const employer = await this.employerOf(registration, context);
    return mailProves(person?.email ?? '', { website: actor?.website ?? website, employerWebsite: employer?.website ?? '' });
  }

  @ResolveField(() => String, { nullable: true, description: 'How it was verified; null for those who do not coordinate.' })
  note({ note }: Registration, _: unknown, context: GraphqlContext): string | null {
    return passes(viewerOf(context), 'COORDINATOR') ? note : null;
  }

  @ResolveField(() => [RegistrationActionEnum], { description: 'What the viewer may do with it next.' })
  availableActions(registration: Registration, _: unknown, context: GraphqlContext): RegistrationAction[] {
    return registrationActions(viewerOf(context), registration);
  }

  private async employerOf(registration: Registration, context: GraphqlContext): Promise<Actor | null> {
    const entry = registration.actorId === null ? null : await this.load.byId(context).load(registration.actorId);
    const id = employerIdOf(entry ?? registration);
    return id === null ? null : this.load.byId(context).load(id);
  }
}
