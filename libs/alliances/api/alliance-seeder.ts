import { Inject, Injectable } from '@nestjs/common';
import { ConsentService } from '@knotenpunkt/agreements/api';
import type { ConsentRound } from '@knotenpunkt/agreements/domain';
import { consentTextOf, emptyBenches, fillBenches, isFormed, type Alliance, type AllianceMember } from '@knotenpunkt/alliances/domain';
import { Acts } from '@knotenpunkt/identity/api';
import { VISITOR } from '@knotenpunkt/identity/domain';
import { addDays, idFrom, slugOf, type Clock, type LocalDate } from '@knotenpunkt/kernel';
import { CLOCK, type Tx } from '@knotenpunkt/platform/database';
import { Outbox } from '@knotenpunkt/platform/outbox';
import type { RegionSeed, SeedAlliance, SeedLoader } from '@knotenpunkt/regions/api';
import type { Region } from '@knotenpunkt/regions/domain';
import { AllianceWorkSeeder } from './alliance-work-seeder';
import { AllianceRepository } from './alliance.repository';

/** The file names no deadline: answers are awaited for so many days from the day of loading. */
const DAYS_TO_ANSWER = 28;

/** Sets up the alliances of a region with what was answered so far. Their Zusagen come with the room agreements. */
@Injectable()
export class AllianceSeeder implements SeedLoader {
  readonly room = 'alliances';

  constructor(
    private readonly alliances: AllianceRepository,
    private readonly work: AllianceWorkSeeder,
    private readonly consent: ConsentService,
    private readonly outbox: Outbox,
    private readonly acts: Acts,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async load(tx: Tx, seed: RegionSeed, region: Region): Promise<void> {
    for (const one of seed.alliances) await this.loadOne(tx, one, seed, region);
    await this.work.load(tx, seed, region);
  }

  private async loadOne(tx: Tx, one: SeedAlliance, seed: RegionSeed, region: Region): Promise<void> {
    const alliance = allianceOf(one, seed, region);
    await this.alliances.insert(tx, alliance);
    await this.outbox.append(tx, { aggregate: 'alliance', id: alliance.id, regionId: region.id });
    const actorIds = alliance.members.map(({ actorId }) => actorId);
    const seats = await this.alliances.seats(tx, region.id, actorIds);
    const today = this.clock.today(region.timeZone);
    if (one.state !== 'DRAFT') {
      const round = roundOf(one, region, consentTextOf(alliance, seats, region.language), addDays(today, DAYS_TO_ANSWER));
      await this.consent.load(tx, { region, subject: { type: 'alliance', id: alliance.id }, round });
    }
    for (const [verb, day] of [
      ['formed', alliance.formedOn],
      ['concluded', alliance.concludedOn],
    ] as const) {
      if (day === null) continue;
      await this.acts.record(tx, {
        viewer: VISITOR,
        regionId: region.id,
        actorId: null,
        verb: `alliance.${verb}`,
        subject: { type: 'alliance', id: alliance.id, title: alliance.title, slug: alliance.slug },
        audience: 'PUBLIC',
        at: new Date(`${day}T10:00:00Z`),
      });
    }
  }
}

function roundOf(one: SeedAlliance, region: Region, text: string, deadlineOn: LocalDate): ConsentRound {
  return {
    version: 1,
    text,
    parties: one.members.map(({ actor, answer, change, reservedUntil, answeredOn }) => ({
      actorId: idFrom(region.slug, 'actor', actor),
      answer: answer === 'NONE' ? null : answer,
      change,
      reservedUntil,
      answeredOn: answer === 'NONE' ? null : answeredOn,
    })),
    deadlineOn: one.formedOn ?? deadlineOn,
    onDecline: 'CONTINUE_WITHOUT',
    state: one.state === 'INVITING' ? 'OPEN' : 'AGREED',
  };
}

function allianceOf(one: SeedAlliance, seed: RegionSeed, region: Region): Alliance {
  const formed = isFormed(one);
  const promised = seed.commitments.filter(({ purpose }) => purpose.type === 'ALLIANCE' && purpose.key === one.key);
  // Where the file names no day for what a member brings, the last milestone counts.
  const lastDay =
    one.milestones
      .map(({ dueOn }) => dueOn)
      .sort()
      .at(-1) ?? null;
  const members = one.members.map(({ actor, bench, commitment, answer, contributionKind, amount, fromOn }): AllianceMember => ({
    actorId: idFrom(region.slug, 'actor', actor),
    bench,
    ...{ commitment, contributionKind, amount, fromOn },
    dueOn: promised.find((each) => each.actor === actor)?.dueOn ?? lastDay,
    state: answer === 'NO' ? 'DECLINED' : formed ? 'MEMBER' : 'INVITED',
    stance: '',
    joinedOn: null,
  }));
  const wanted = seed.challenges.find(({ key }) => key === one.challenge)?.benches ?? [];
  return {
    id: idFrom(region.slug, 'alliance', one.key),
    regionId: region.id,
    slug: slugOf(one.title),
    challengeId: idFrom(region.slug, 'challenge', one.challenge),
    title: one.title,
    purpose: one.purpose,
    state: one.state,
    draftedById: null,
    members,
    milestones: one.milestones.map(({ text, dueOn, reachedOn }, at) => ({
      id: idFrom(region.slug, 'milestone', one.key, String(at)),
      text,
      dueOn,
      reachedOn: reachedOn ?? null,
    })),
    reviews: [],
    departures: [],
    namedGaps: formed ? emptyBenches(fillBenches(wanted, members)) : [],
    gapsNote: '',
    employeesNote: '',
    employeesAsked: one.state !== 'DRAFT' && members.some(({ bench }) => bench === 'UNION'),
    formedOn: one.formedOn ?? null,
    activatedOn: one.state === 'ACTIVE' ? (one.formedOn ?? null) : null,
    concludedOn: one.concludedOn ?? null,
    effect: one.effect ?? '',
    calledOffOn: null,
    callOffReason: '',
    version: 1,
  };
}
