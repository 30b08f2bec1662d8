import { Inject, Injectable } from '@nestjs/common';
import { Acts } from '@knotenpunkt/identity/api';
import { VISITOR } from '@knotenpunkt/identity/domain';
import type { Event, Initiative } from '@knotenpunkt/initiatives/domain';
import { idFrom, slugOf, type Clock, type Id, type LocalDate } from '@knotenpunkt/kernel';
import { CLOCK, type Tx } from '@knotenpunkt/platform/database';
import { Outbox } from '@knotenpunkt/platform/outbox';
import type { RegionSeed, SeedEvent, SeedInitiative, SeedLoader } from '@knotenpunkt/regions/api';
import type { Region } from '@knotenpunkt/regions/domain';
import { EventRepository } from './event.repository';
import { InitiativeRepository } from './initiative.repository';

/** Sets up the Vorhaben and events of a region. */
@Injectable()
export class InitiativeSeeder implements SeedLoader {
  readonly room = 'initiatives';

  constructor(
    private readonly initiatives: InitiativeRepository,
    private readonly events: EventRepository,
    private readonly outbox: Outbox,
    private readonly acts: Acts,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async load(tx: Tx, seed: RegionSeed, region: Region): Promise<void> {
    const day = region.asOf ?? this.clock.today(region.timeZone);
    for (const said of wholesFirst(seed.initiatives)) {
      const initiative = initiativeOf(said, region, day);
      await this.initiatives.insert(tx, initiative);
      await this.outbox.append(tx, { aggregate: 'initiative', id: initiative.id, regionId: region.id });
      await this.remember(tx, initiative, day);
    }
    for (const said of seed.events) {
      const event = eventOf(said, region);
      await this.events.insert(tx, event);
      await this.outbox.append(tx, { aggregate: 'event', id: event.id, regionId: region.id });
    }
  }

  /** What happened last is told on the first page from the first day on. */
  private async remember(tx: Tx, initiative: Initiative, day: LocalDate): Promise<void> {
    const { id, regionId, title, slug, results } = initiative;
    const happened: { verb: string; actorId: Id; on: LocalDate }[] = [
      ...(initiative.state === 'FINISHED' && initiative.endedOn
        ? [{ verb: 'finished', actorId: initiative.leadId, on: initiative.endedOn }]
        : []),
      ...results.map(({ on }) => ({ verb: 'resultAdded', actorId: initiative.leadId, on })),
      ...initiative.partners.flatMap(({ state, sinceOn, actorId }) =>
        state === 'ACCEPTED' && sinceOn ? [{ verb: 'joined', actorId, on: sinceOn }] : [],
      ),
    ];
    for (const { verb, actorId, on } of happened) {
      if (on > day) continue;
      await this.acts.record(tx, {
        viewer: VISITOR,
        regionId,
        actorId,
        verb: `initiative.${verb}`,
        subject: { type: 'initiative', id, title, slug },
        audience: 'PUBLIC',
        at: new Date(`${on}T09:00:00Z`),
      });
    }
  }
}

/** A part refers to its whole. */
function wholesFirst(initiatives: readonly SeedInitiative[]): SeedInitiative[] {
  return [...initiatives.filter(({ partOf }) => partOf === null), ...initiatives.filter(({ partOf }) => partOf !== null)];
}

function initiativeOf(seed: SeedInitiative, region: Region, day: LocalDate): Initiative {
  const { key, lead, partners, partOf, description, nextStep, ...said } = seed;
  const idOf = (type: string, named: string): Id => idFrom(region.slug, type, named);
  const begun = said.startOn !== null && said.startOn < day ? said.startOn : day;
  const over = said.state === 'FINISHED' || said.state === 'ABANDONED';
  return {
    ...said,
    id: idOf('initiative', key),
    regionId: region.id,
    slug: slugOf(said.title),
    description: description ?? '',
    nextStep: nextStep ?? '',
    leadId: idOf('actor', lead),
    partners: partners.map(({ actor, role, state, since }) => ({
      actorId: idOf('actor', actor),
      role,
      state,
      sinceOn: state === 'INVITED' ? null : (since ?? (state === 'ACCEPTED' ? begun : null)),
      untilOn: null,
    })),
    partOfId: partOf === null ? null : idOf('initiative', partOf),
    leadSinceOn: said.state === 'PROPOSED' ? null : begun,
    endedOn: over ? (said.endOn !== null && said.endOn < day ? said.endOn : day) : null,
    endReason: '',
    version: 1,
  };
}

function eventOf(seed: SeedEvent, region: Region): Event {
  const { key, initiative, hosts, participants, venue, forWhom, ...said } = seed;
  const idOf = (actor: string) => idFrom(region.slug, 'actor', actor);
  return {
    ...said,
    id: idFrom(region.slug, 'event', key),
    regionId: region.id,
    initiativeId: initiative === null ? null : idFrom(region.slug, 'initiative', initiative),
    venue: venue ?? '',
    forWhom: forWhom ?? '',
    hostIds: hosts.map(idOf),
    participantIds: participants.filter((actor) => !hosts.includes(actor)).map(idOf),
    version: 1,
  };
}
