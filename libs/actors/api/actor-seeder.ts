import { Inject, Injectable } from '@nestjs/common';
import { newRequest, type Actor, type ConfirmationRequest, type Entry } from '@knotenpunkt/actors/domain';
import { firstFree, idFrom, slugOf, type Clock } from '@knotenpunkt/kernel';
import { CLOCK, type Tx } from '@knotenpunkt/platform/database';
import { Outbox } from '@knotenpunkt/platform/outbox';
import type { RegionSeed, SeedActor, SeedEntry, SeedLoader } from '@knotenpunkt/regions/api';
import type { Region } from '@knotenpunkt/regions/domain';
import { ActorRepository, type ContactRow } from './actor.repository';
import { actorRow, entryRow, loadVocabularies } from './actor-rows';
import { ConfirmationRepository } from './confirmation/confirmation.repository';
import { keepEntries, keepProfiles } from './history/said';
import { EntryRepository } from './entry.repository';
import { RelationRepository } from './relation.repository';

/** Sets up the actors of a region with their contacts, entries, memberships and declared ties. */
@Injectable()
export class ActorSeeder implements SeedLoader {
  readonly room = 'actors';

  constructor(
    private readonly actors: ActorRepository,
    private readonly entries: EntryRepository,
    private readonly relations: RelationRepository,
    private readonly confirmations: ConfirmationRepository,
    private readonly outbox: Outbox,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async load(tx: Tx, seed: RegionSeed, region: Region): Promise<void> {
    const known = await loadVocabularies();
    const idOf = (key: string) => idFrom(region.slug, 'actor', key);
    const slugs = slugsOf(seed.actors);
    const actors = seed.actors.map((actor) => actorOf(actor, slugs.get(actor.key)!, region));
    await this.actors.insert(
      tx,
      actors.map((actor) => actorRow(actor, known)),
      seed.actors.flatMap((actor) => contactsOf(actor, region)),
    );
    await this.entries.insert(
      tx,
      seed.entries.map((entry) => entryRow(entryOf(entry, region), known.competences)),
    );
    await this.relations.insert(tx, {
      memberships: seed.memberships.map(({ member, of, certainty, since }) => ({
        memberId: idOf(member),
        ofId: idOf(of),
        certainty,
        sinceOn: since,
      })),
      ties: seed.declaredTies.map(({ from, to, label, since, confirmed }) => ({
        id: idFrom(region.slug, 'tie', from, to),
        fromId: idOf(from),
        toId: idOf(to),
        label,
        sinceOn: since,
        confirmed,
        sourceNote: null,
      })),
    });
    for (const request of seed.actors.flatMap((actor) => requestOf(actor, region))) await this.confirmations.insert(tx, request);
    // Of nobody in particular: the files say what was there on the day of loading.
    const found = { at: this.clock.now(), viewer: null };
    await keepProfiles(
      tx,
      actors.map(({ id }) => id),
      { ...found, act: 'actor.found' },
    );
    await keepEntries(
      tx,
      seed.entries.map(({ key }) => idFrom(region.slug, 'entry', key)),
      { ...found, act: 'entry.found' },
    );
    for (const { id } of actors) await this.outbox.append(tx, { aggregate: 'actor', id, regionId: region.id });
  }
}

/** An address for each; two of the same name get a number in the order of the file. */
function slugsOf(actors: readonly SeedActor[]): Map<string, string> {
  const slugs = new Map<string, string>();
  const taken = new Set<string>();
  for (const { key, name } of actors) {
    const slug = firstFree(slugOf(name), taken);
    taken.add(slug);
    slugs.set(key, slug);
  }
  return slugs;
}

function actorOf(seed: SeedActor, slug: string, region: Region): Actor {
  const fromPublicSources = region.sourceNote !== null;
  return {
    id: idFrom(region.slug, 'actor', seed.key),
    regionId: region.id,
    slug,
    name: seed.name,
    shortName: seed.shortName ?? '',
    kind: seed.kind,
    summary: seed.summary,
    description: seed.description ?? '',
    themes: seed.themes,
    competences: [...seed.competences, ...(seed.words ?? []).flatMap(({ term }) => term ?? [])],
    sector: seed.sector ?? null,
    occupations: seed.occupations ?? [],
    street: '',
    postalCode: '',
    city: seed.city,
    district: seed.district ?? '',
    lon: seed.lon,
    lat: seed.lat,
    website: seed.website ?? '',
    size: seed.size,
    parentId: seed.parent === null ? null : idFrom(region.slug, 'actor', seed.parent),
    employerId: seed.employer ? idFrom(region.slug, 'actor', seed.employer) : null,
    collective: seed.collective,
    provenance: fromPublicSources ? 'PUBLIC_SOURCES' : 'ENTERED',
    sourceNote: region.sourceNote,
    confirmedOn: seed.confirmedOn,
    logoHash: null,
    proposable: true,
    archived: false,
    version: 1,
  };
}

function contactsOf(actor: SeedActor, region: Region): ContactRow[] {
  return actor.contacts.map(({ phone, ...contact }, at) => ({
    ...contact,
    phone: phone ?? '',
    id: idFrom(region.slug, 'contact', actor.key, String(at)),
    actorId: idFrom(region.slug, 'actor', actor.key),
  }));
}

/** Asked a while ago, by a link that is gone. */
function requestOf({ key, askedOn }: SeedActor, region: Region): ConfirmationRequest[] {
  if (!askedOn) return [];
  const of = { id: idFrom(region.slug, 'confirmation', key), regionId: region.id, actorId: idFrom(region.slug, 'actor', key) };
  return [{ ...newRequest(of, askedOn), remindOn: null }];
}

function entryOf(seed: SeedEntry, region: Region): Entry {
  const { key, actor, ...said } = seed;
  return {
    ...said,
    // A text that only repeats the title says nothing more.
    text: said.text === said.title ? '' : said.text,
    id: idFrom(region.slug, 'entry', key),
    actorId: idFrom(region.slug, 'actor', actor),
    regionId: region.id,
    state: 'OPEN',
    sourceNote: null,
    version: 1,
  };
}
