import { Injectable } from '@nestjs/common';
import { asKnownTo, type Actor, type DeclaredTie, type Entry, type Membership } from '@knotenpunkt/actors/domain';
import { viewerOf } from '@knotenpunkt/identity/api';
import type { Id } from '@knotenpunkt/kernel';
import { type GraphqlContext, grouped, matched, perRequest } from '@knotenpunkt/platform/graphql';
import DataLoader from 'dataloader';
import { ActorPageRepository } from './actor-page.repository';
import { ActorRepository, type ContactRow } from './actor.repository';
import { EntryRepository } from './entry.repository';
import { RelationRepository } from './relation.repository';

/** Fields that need a statement each. */
const HANGS_ON = ['offers', 'contacts', 'memberOf', 'declaredTies', 'parts', 'councils'];
const WORTH_READING_AHEAD = 3;

/** Reads what fields of actors need in one statement for all actors of an operation. */
@Injectable()
export class ActorLoader {
  /** Archived actors too: the past keeps its names, and whoever may not read more gets no more. Null for an id nobody has. */
  readonly byId: (context: GraphqlContext) => DataLoader<Id, Actor | null>;
  readonly entries: (context: GraphqlContext) => DataLoader<Id, Entry[]>;
  readonly contacts: (context: GraphqlContext) => DataLoader<Id, ContactRow[]>;
  readonly memberships: (context: GraphqlContext) => DataLoader<Id, Membership[]>;
  readonly ties: (context: GraphqlContext) => DataLoader<Id, DeclaredTie[]>;
  /** Ids of the parts of an organisation. */
  readonly parts: (context: GraphqlContext) => DataLoader<Id, Id[]>;
  /** Ids of the works and staff councils of an employer. */
  readonly councils: (context: GraphqlContext) => DataLoader<Id, Id[]>;

  constructor(
    private readonly actors: ActorRepository,
    entries: EntryRepository,
    relations: RelationRepository,
    private readonly pages: ActorPageRepository,
  ) {
    this.byId = perRequest(
      (context) =>
        new DataLoader(async (ids) => {
          const found = await actors.byIds(ids);
          return matched(
            ids,
            found.map((actor) => asKnownTo(viewerOf(context), actor)),
            (actor) => actor.id,
          );
        }),
    );
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
    this.councils = perRequest(
      () =>
        new DataLoader(async (ids) =>
          grouped(ids, await actors.councilsOf(ids), (row) => [row.employerId]).map((rows) => rows.map((row) => row.id)),
        ),
    );
  }

  /** The actor at an address of a region; with what hangs on it where an operation asks for most of that. Null when there is none. */
  async at(regionId: Id, slug: string, asked: ReadonlySet<string>, context: GraphqlContext): Promise<Actor | null> {
    if (HANGS_ON.filter((field) => asked.has(field)).length < WORTH_READING_AHEAD) return this.actors.bySlug(regionId, slug);
    const page = await this.pages.at(regionId, slug);
    if (!page) return null;
    const { actor } = page;
    this.entries(context).prime(actor.id, page.entries);
    this.contacts(context).prime(actor.id, page.contacts);
    this.memberships(context).prime(actor.id, page.memberships);
    this.ties(context).prime(actor.id, page.ties);
    this.parts(context).prime(
      actor.id,
      page.parts.map(({ id }) => id),
    );
    this.councils(context).prime(
      actor.id,
      page.councils.map(({ id }) => id),
    );
    for (const other of page.others) this.byId(context).prime(other.id, asKnownTo(viewerOf(context), other));
    return actor;
  }
}
