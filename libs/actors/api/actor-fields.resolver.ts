import { Inject } from '@nestjs/common';
import { Int, ResolveField, Resolver } from '@nestjs/graphql';
import {
  actorActions,
  canSeeLogo,
  completenessOf,
  employerIdOf,
  isOpenTo,
  logoAddress,
  seesProposable,
  visibleContacts,
  visibleEntries,
  type Actor,
  type Contact,
  type Direction,
  type Entry,
  type EntryCounts,
} from '@knotenpunkt/actors/domain';
import { viewerOf } from '@knotenpunkt/identity/api';
import { actsFor, type Viewer } from '@knotenpunkt/identity/domain';
import type { Clock } from '@knotenpunkt/kernel';
import { CLOCK } from '@knotenpunkt/platform/database';
import type { GraphqlContext } from '@knotenpunkt/platform/graphql';
import { regionOf } from '@knotenpunkt/regions/api';
import { ActorLogo, ActorType, ContactType, DeclaredTieType, EntryType, MembershipType, ProfileCompleteness } from './actor.graphql';
import { ActorLoader } from './actor.loader';
import { renderMarkdown } from './markdown';

/** Fields of an actor that are read only when asked for, each for all actors of an operation at once. */
@Resolver(() => ActorType)
export class ActorFieldsResolver {
  constructor(
    private readonly load: ActorLoader,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @ResolveField(() => String, { description: 'The description as safe HTML.' })
  descriptionHtml(actor: Actor): string {
    return renderMarkdown(actor.description);
  }

  @ResolveField(() => ActorLogo, { nullable: true, description: 'Null: it has none, or the viewer may not see it.' })
  logo({ id, archived, logoHash }: Actor, _: unknown, context: GraphqlContext): ActorLogo | null {
    if (logoHash === null || !canSeeLogo(viewerOf(context), { id, archived })) return null;
    return { address: logoAddress(id, logoHash, 'large'), smallAddress: logoAddress(id, logoHash, 'small') };
  }

  @ResolveField(() => Boolean, {
    nullable: true,
    description: 'Whether it may be proposed to others; null for those who are not told.',
  })
  proposable(actor: Actor, _: unknown, context: GraphqlContext): boolean | null {
    return seesProposable(viewerOf(context), actor) ? actor.proposable : null;
  }

  @ResolveField(() => [EntryType], { description: 'What it offers, as far as the viewer may see it.' })
  offers(actor: Actor, _: unknown, context: GraphqlContext): Promise<EntryType[]> {
    return this.entries(actor, viewerOf(context), context, 'OFFER');
  }

  @ResolveField(() => [EntryType], { description: 'What it seeks, as far as the viewer may see it.' })
  needs(actor: Actor, _: unknown, context: GraphqlContext): Promise<EntryType[]> {
    return this.entries(actor, viewerOf(context), context, 'NEED');
  }

  @ResolveField(() => Int)
  offerCount(actor: Actor & Partial<EntryCounts>, _: unknown, context: GraphqlContext): number | Promise<number> {
    return actor.offerCount ?? this.offers(actor, _, context).then((offers) => offers.length);
  }

  @ResolveField(() => Int)
  needCount(actor: Actor & Partial<EntryCounts>, _: unknown, context: GraphqlContext): number | Promise<number> {
    return actor.needCount ?? this.needs(actor, _, context).then((needs) => needs.length);
  }

  @ResolveField(() => [ContactType], { description: 'The contacts the viewer may see.' })
  async contacts(actor: Actor, _: unknown, context: GraphqlContext): Promise<ContactType[]> {
    return visibleContacts(viewerOf(context), actor.id, await this.allContacts(actor, context));
  }

  @ResolveField(() => Int, { description: 'How many contacts there are beyond those the viewer may see.' })
  async hiddenContactCount(actor: Actor, _: unknown, context: GraphqlContext): Promise<number> {
    const all = await this.allContacts(actor, context);
    return all.length - visibleContacts(viewerOf(context), actor.id, all).length;
  }

  @ResolveField(() => ActorType, { nullable: true, description: 'The organisation it is a part of.' })
  parent(actor: Actor, _: unknown, context: GraphqlContext): Promise<ActorType | null> | null {
    return actor.parentId === null ? null : this.load.byId(context).load(actor.parentId);
  }

  @ResolveField(() => [ActorType], { description: 'Organisations that are a part of it.' })
  async parts(actor: Actor, _: unknown, context: GraphqlContext): Promise<ActorType[]> {
    return this.actorsOf(await this.load.parts(context).load(actor.id), context);
  }

  @ResolveField(() => ActorType, {
    nullable: true,
    description: 'The organisation whose people elected it, a works or staff council; null: none, or one that is not in the directory now.',
  })
  async employer(actor: Actor, _: unknown, context: GraphqlContext): Promise<ActorType | null> {
    const id = employerIdOf(actor);
    const employer = id === null ? null : await this.load.byId(context).load(id);
    return employer?.archived ? null : employer;
  }

  @ResolveField(() => [ActorType], { description: 'Works and staff councils that say they were elected by its people.' })
  async councils(actor: Actor, _: unknown, context: GraphqlContext): Promise<ActorType[]> {
    return this.actorsOf(await this.load.councils(context).load(actor.id), context);
  }

  @ResolveField(() => [MembershipType], { description: 'Networks and bodies it belongs to.' })
  async memberOf(actor: Actor, _: unknown, context: GraphqlContext): Promise<MembershipType[]> {
    const all = await this.load.memberships(context).load(actor.id);
    return this.withOther(
      all.filter(({ memberId }) => memberId === actor.id).map((row) => ({ ...row, otherId: row.ofId })),
      context,
    );
  }

  @ResolveField(() => [MembershipType], { description: 'Who belongs to it, when it is a network or body.' })
  async members(actor: Actor, _: unknown, context: GraphqlContext): Promise<MembershipType[]> {
    const all = await this.load.memberships(context).load(actor.id);
    return this.withOther(
      all.filter(({ ofId }) => ofId === actor.id).map((row) => ({ ...row, otherId: row.memberId })),
      context,
    );
  }

  @ResolveField(() => [DeclaredTieType], { description: 'Ties declared by it or to it.' })
  async declaredTies(actor: Actor, _: unknown, context: GraphqlContext): Promise<DeclaredTieType[]> {
    const ties = await this.load.ties(context).load(actor.id);
    return this.withOther(
      ties.map((tie) => ({ ...tie, declaredHere: tie.fromId === actor.id, otherId: tie.fromId === actor.id ? tie.toId : tie.fromId })),
      context,
    );
  }

  @ResolveField(() => ProfileCompleteness, { nullable: true, description: 'For those who may change the profile; null for others.' })
  async completeness(actor: Actor, _: unknown, context: GraphqlContext): Promise<ProfileCompleteness | null> {
    const viewer = viewerOf(context);
    if (!actsFor(viewer, actor.id, 'EDITOR')) return null;
    const today = this.clock.today(regionOf(context).timeZone);
    const entries = visibleEntries(viewer, actor.id, await this.load.entries(context).load(actor.id), today);
    const contacts = await this.load.contacts(context).load(actor.id);
    return completenessOf(actor, { directions: entries.map(({ direction }) => direction), contacts: contacts.length }, today);
  }

  @ResolveField(() => [String], { description: 'What the viewer may do next, by the names of mutations.' })
  availableActions(actor: Actor, _: unknown, context: GraphqlContext): string[] {
    return actorActions(viewerOf(context), actor);
  }

  private async allContacts(actor: Actor, context: GraphqlContext): Promise<Contact[]> {
    return isOpenTo(viewerOf(context), actor) ? this.load.contacts(context).load(actor.id) : [];
  }

  private async entries(actor: Actor, viewer: Viewer, context: GraphqlContext, direction: Direction): Promise<Entry[]> {
    if (!isOpenTo(viewer, actor)) return [];
    const all = await this.load.entries(context).load(actor.id);
    const visible = visibleEntries(viewer, actor.id, all, this.clock.today(regionOf(context).timeZone));
    return visible.filter((entry) => entry.direction === direction);
  }

  private async actorsOf(ids: readonly string[], context: GraphqlContext): Promise<Actor[]> {
    const found = await Promise.all(ids.map((id) => this.load.byId(context).load(id)));
    return found.filter((actor) => actor !== null);
  }

  private async withOther<Row extends { otherId: string }>(rows: Row[], context: GraphqlContext): Promise<(Row & { actor: Actor })[]> {
    const others = await Promise.all(rows.map((row) => this.load.byId(context).load(row.otherId)));
    return rows.flatMap((row, at) => {
      const actor = others[at];
      return actor ? [{ ...row, actor }] : [];
    });
  }
}
