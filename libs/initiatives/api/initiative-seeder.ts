import { Inject, Injectable } from '@nestjs/common';
import { ConsentService } from '@knotenpunkt/agreements/api';
import type { ConsentRound } from '@knotenpunkt/agreements/domain';
import { Acts } from '@knotenpunkt/identity/api';
import { VISITOR } from '@knotenpunkt/identity/domain';
import { proposalText, type Event, type Initiative } from '@knotenpunkt/initiatives/domain';
import { addDays, idFrom, slugOf, type Clock, type Id, type LocalDate } from '@knotenpunkt/kernel';
import { CLOCK, type Tx } from '@knotenpunkt/platform/database';
import { Outbox } from '@knotenpunkt/platform/outbox';
import type { RegionSeed, SeedEvent, SeedInitiative, SeedLoader } from '@knotenpunkt/regions/api';
import type { Region } from '@knotenpunkt/regions/domain';
import { EventRepository } from './event.repository';
import { InitiativeRepository } from './initiative.repository';

/** The file names no deadline: answers are awaited for so many days from the day of loading. */
const DAYS_TO_ANSWER = 21;

/** Sets up the Vorhaben of a region, what was proposed and not yet answered among them, and its events. */
@Injectable()
export class InitiativeSeeder implements SeedLoader {
  readonly room = 'initiatives';

  constructor(
    private readonly initiatives: InitiativeRepository,
    private readonly events: EventRepository,
    private readonly consent: ConsentService,
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
      await this.ask(tx, said, initiative, region, day);
      // What the press reports was not told to us by those who did it.
      if (region.sourceNote === null) await this.remember(tx, initiative, day);
    }
    for (const said of seed.events) {
      const event = eventOf(said, region);
      await this.events.insert(tx, event);
      await this.outbox.append(tx, { aggregate: 'event', id: event.id, regionId: region.id });
    }
  }

  /** Who is said to have accepted a proposal has answered it with yes; a partner is nobody before all have. */
  private async ask(tx: Tx, said: SeedInitiative, initiative: Initiative, region: Region, day: LocalDate): Promise<void> {
    const others = said.partners.filter(({ state }) => state !== 'STATED');
    if (said.state !== 'PROPOSED' || others.length === 0) return;
    const party = (actor: string, yes: boolean): ConsentRound['parties'][number] => ({
      actorId: idFrom(region.slug, 'actor', actor),
      answer: yes ? 'YES' : null,
      change: null,
      reservedUntil: null,
      answeredOn: yes ? day : null,
    });
    const round: ConsentRound = {
      version: 1,
      text: proposalText(initiative),
      parties: [party(said.lead, true), ...others.map(({ actor, state }) => party(actor, state === 'ACCEPTED'))],
      deadlineOn: addDays(day, DAYS_TO_ANSWER),
      onDecline: 'CONTINUE_WITHOUT',
      state: 'OPEN',
    };
    await this.consent.load(tx, { region, subject: { type: 'initiative', id: initiative.id }, round });
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
    partners: partners.map(({ actor, role, state, since }) => {
      const asked = state === 'INVITED' || (state === 'ACCEPTED' && said.state === 'PROPOSED');
      return {
        actorId: idOf('actor', actor),
        role,
        state: asked ? 'INVITED' : state,
        sinceOn: asked ? null : (since ?? (state === 'ACCEPTED' ? begun : null)),
        untilOn: null,
        answerBy: null,
      };
    }),
    partOfId: partOf === null ? null : idOf('initiative', partOf),
    leadSinceOn: said.state === 'PROPOSED' ? null : begun,
    endedOn: over ? (said.endOn !== null && said.endOn < day ? said.endOn : day) : null,
    endReason: '',
    sourceNote: null,
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
