import { Injectable } from '@nestjs/common';
import type { Statement, TakenStand } from '@knotenpunkt/alliances/domain';
import { Acts } from '@knotenpunkt/identity/api';
import { VISITOR } from '@knotenpunkt/identity/domain';
import { idFrom } from '@knotenpunkt/kernel';
import type { Tx } from '@knotenpunkt/platform/database';
import type { RegionSeed, SeedAllianceWork, SeedStatement } from '@knotenpunkt/regions/api';
import type { Region } from '@knotenpunkt/regions/domain';
import { MembershipRepository } from './membership/membership.repository';
import { StatementRepository } from './statements/statement.repository';

const PUBLISHED = {
  DECISION: 'decisionPublished',
  MINUTES: 'minutesPublished',
  RESULT: 'resultPublished',
  LESSON: 'lessonPublished',
} as const;

/** Sets up what the alliances of a region have written down, and who has left them. */
@Injectable()
export class AllianceWorkSeeder {
  constructor(
    private readonly memberships: MembershipRepository,
    private readonly statements: StatementRepository,
    private readonly acts: Acts,
  ) {}

  async load(tx: Tx, seed: RegionSeed, region: Region): Promise<void> {
    for (const work of seed.allianceWork) await this.loadOne(tx, work, seed, region);
  }

  private async loadOne(tx: Tx, work: SeedAllianceWork, seed: RegionSeed, region: Region): Promise<void> {
    const alliance = seed.alliances.find(({ key }) => key === work.alliance)!;
    const actorOf = (key: string) => idFrom(region.slug, 'actor', key);
    const allianceId = idFrom(region.slug, 'alliance', work.alliance);
    const statementId = (key: string | null) => (key === null ? null : idFrom(region.slug, 'statement', work.alliance, key));
    const members = alliance.members.filter(({ answer }) => answer !== 'NO').map(({ actor }) => actor);
    for (const one of work.statements) {
      const statement = statementOf(one, { allianceId, members, actorOf, statementId });
      await this.statements.insert(tx, statement);
      if (statement.audience === 'PUBLIC' && one.confirmedOn !== null) await this.tell(tx, region, statement, alliance.title);
    }
    for (const { key, by, minutes, text, dueOn } of work.tasks) {
      const whose = {
        id: idFrom(region.slug, 'task', work.alliance, key),
        allianceId,
        enteredById: actorOf(by),
        minutesId: statementId(minutes),
      };
      await this.statements.insertTask(tx, { ...whose, text, dueOn, givenBack: false, takenById: null, droppedOn: null, version: 1 });
    }
    for (const { actor, leavesOn, ...said } of work.departed) {
      const departure = {
        ...said,
        id: idFrom(allianceId, 'departure', actor),
        actorId: actorOf(actor),
        leavesOn,
        saidOn: leavesOn,
        done: true,
      };
      await this.memberships.insertDeparture(tx, allianceId, departure);
    }
  }

  private async tell(tx: Tx, region: Region, { allianceId: id, kind, enteredById, confirmedOn }: Statement, title: string): Promise<void> {
    const [alliance] = (await tx.query('SELECT slug FROM alliance WHERE id = $1', [id])) as { slug: string }[];
    await this.acts.record(tx, {
      viewer: VISITOR,
      regionId: region.id,
      actorId: enteredById,
      verb: `alliance.${PUBLISHED[kind]}`,
      subject: { type: 'alliance', id, title, slug: alliance!.slug },
      audience: 'PUBLIC',
      at: new Date(`${confirmedOn}T10:00:00Z`),
    });
  }
}

function statementOf(
  one: SeedStatement,
  about: {
    allianceId: string;
    members: readonly string[];
    actorOf: (key: string) => string;
    statementId: (key: string | null) => string | null;
  },
): Statement {
  const { allianceId, members, actorOf, statementId } = about;
  const { key, kind, text, on, concerns, audience, place, present, nextOn, confirmedOn } = one;
  const stands = members.map((member): TakenStand => {
    const silent = one.silent.includes(member);
    return { actorId: actorOf(member), stand: silent ? null : 'AGREED', note: '', saidOn: silent ? null : on };
  });
  return {
    ...{ id: statementId(key)!, allianceId, kind, text, on, concerns, audience, evidenceUrl: '' },
    meeting: kind === 'MINUTES' ? { place, presentIds: present.map(actorOf), nextOn } : null,
    ...{ minutesId: statementId(one.minutes), replacesId: null, enteredById: actorOf(one.by), enteredOn: on },
    ...{ confirmedOn, withdrawnOn: null, stands, version: 1 },
  };
}
