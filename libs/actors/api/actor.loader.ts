import { Injectable } from '@nestjs/common';
import type { Actor, DeclaredTie, Entry, Membership } from '@knotenpunkt/actors/domain';
import type { Id } from '@knotenpunkt/kernel';
import { type GraphqlContext, grouped, matched, perRequest } from '@knotenpunkt/platform/graphql';
import DataLoader from 'dataloader';
import { ActorPageRepository } from './actor-page.repository';
import { ActorRepository, type ContactRow } from './actor.repository';
import { EntryRepository } from './entry.repository';
import { RelationRepository } from './relation.repository';

/** Fields that need a statement each. */
const HANGS_ON = ['offers', 'contacts', 'memberOf', 'declaredTies', 'parts'];
const WORTH_READING_AHEAD = 3;

/** Reads what fields of actors need in one statement for all actors of an operation. */
@Injectable()
export class ActorLoader {
  /** Archived actors too: the past keeps its names. Null for an id nobody has. */
  readonly byId: (context: GraphqlContext) => DataLoader<Id, Actor | null>;
  readonly entries: (context: GraphqlContext) => DataLoader<Id, Entry[]>;
  readonly contacts: (context: GraphqlContext) => DataLoader<Id, ContactRow[]>;
  readonly memberships: (context: GraphqlContext) => DataLoader<Id, Membership[]>;
  readonly ties: (context: GraphqlContext) => DataLoader<Id, DeclaredTie[]>;
  /** Ids of the parts of an organisation. */
  readonly parts: (context: GraphqlContext) => DataLoader<Id, Id[]>;

  constructor(
    actors: ActorRepository,
    entries: EntryRepository,
    relations: RelationRepository,
    private readonly pages: ActorPageRepository,
  ) {
    this.byId = perRequest(() => new DataLoader(async (ids) => matched(ids, await actors.byIds(ids), (actor) => actor.id)));
    this.entries = perRequest(() => new DataLoader(async (ids) => grouped(ids, await entries.ofActors(ids), (row) => [row.actorId])));
    this.contacts = perRequest(() => new DataLoader(async (ids) => grouped(ids, await actors.contactsOf(ids), (row) => [row.actorId])));
    this.memberships = perRequest(
      () => new DataLoader(async (ids) => grouped(ids, await relations.membershipsOf(ids), (row) => [row.memberId, row.ofId])),
    );
    this.ties = perRequest(
      () => new DataLoader(async (ids) => grouped(ids, await relations.declaredTiesOf(ids), (row) => [row.fromId, row.toId])),
    );
    this.parts = perRequest(
      () =>
        new DataLoader(async (ids) =>
          grouped(ids, await actors.partsOf(ids), (row) => [row.parentId]).map((rows) => rows.map((row) => row.id)),
        ),
    );
  }

  /** Reads at once what hangs on an actor, where an operation asks for most of it. */
  async ahead(actorId: Id, asked: ReadonlySet<string>, context: GraphqlContext): Promise<void> {
    if (HANGS_ON.filter((field) => asked.has(field)).length < WORTH_READING_AHEAD) return;
    const { entries, contacts, memberships, ties, parts } = await this.pages.of(actorId);
    this.entries(context).prime(actorId, entries);
    this.contacts(context).prime(actorId, contacts);
    this.memberships(context).prime(actorId, memberships);
    this.ties(context).prime(actorId, ties);
    this.parts(context).prime(
      actorId,
      parts.map(({ id }) => id),
    );
  }
}
