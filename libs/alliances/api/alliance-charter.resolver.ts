import { ResolveField, Resolver } from '@nestjs/graphql';
import { ActorLoader, ActorType } from '@knotenpunkt/actors/api';
import { isFormed, maySeeAnswers, type Alliance } from '@knotenpunkt/alliances/domain';
import { viewerOf } from '@knotenpunkt/identity/api';
import type { GraphqlContext } from '@knotenpunkt/platform/graphql';
import { AllianceCharterType, AllianceOfferType, AllianceSignatoryType, AllianceType } from './alliance.graphql';
import { AllianceLoader } from './alliance.loader';

/** The agreed text of an alliance, and what members offered on the way to it. */
@Resolver(() => AllianceType)
export class AllianceCharterResolver {
  constructor(private readonly load: AllianceLoader) {}

  @ResolveField(() => AllianceCharterType, { nullable: true, description: 'What all have agreed to; null before it is formed.' })
  async charter(alliance: Alliance, _: unknown, context: GraphqlContext): Promise<AllianceCharterType | null> {
    if (!isFormed(alliance)) return null;
    const round = await this.load.round(context).load(alliance.id);
    if (!round) return null;
    const signatures = await this.load.signatures(context).load(alliance.id);
    const knowsPersons = maySeeAnswers(viewerOf(context), alliance);
    const signatories = signatures.map(async ({ actorId, personId, agreedOn }) => ({
      actorId,
      agreedOn,
      personName: knowsPersons && personId !== null ? await this.load.personName(context).load(personId) : null,
      stance: alliance.members.find((member) => member.actorId === actorId)?.stance ?? '',
    }));
    return { version: round.version, text: round.text, signatories: await Promise.all(signatories) };
  }

  @ResolveField(() => [AllianceOfferType], {
    description: 'What members offered instead of what they were asked for, the newest first; for those who were asked and coordinators.',
  })
  offers(alliance: Alliance, _: unknown, context: GraphqlContext): Promise<AllianceOfferType[]> | [] {
    return maySeeAnswers(viewerOf(context), alliance) ? this.load.offers(context).load(alliance.id) : [];
  }
}

@Resolver(() => AllianceSignatoryType)
export class AllianceSignatoryResolver {
  constructor(private readonly actors: ActorLoader) {}

  @ResolveField(() => ActorType, { nullable: true })
  actor({ actorId }: AllianceSignatoryType, _: unknown, context: GraphqlContext): Promise<ActorType | null> {
    return this.actors.byId(context).load(actorId);
  }
}

@Resolver(() => AllianceOfferType)
export class AllianceOfferResolver {
  constructor(private readonly actors: ActorLoader) {}

  @ResolveField(() => ActorType, { nullable: true })
  actor({ actorId }: AllianceOfferType, _: unknown, context: GraphqlContext): Promise<ActorType | null> {
    return this.actors.byId(context).load(actorId);
  }
}
