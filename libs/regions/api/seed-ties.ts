import { GRADES, weakerGrade, type Grade } from '@knotenpunkt/kernel';
import type { RegionSeed, SeedCertainty } from './region-seed';

/** A participation that may tie those who share it. */
export interface SeedParticipation {
  actor: string;
  /** `initiative:todo`, `event:…`, `alliance:…`, `membership:…`. */
  in: string;
  grade: Grade;
}

/**
 * The participations of a seed that make ties, by the rule of the house: a plan, an invitation, an announced event and
 * what was only inferred tie nobody; an alliance ties once it is formed. For specs: rooms make facts from their own rows.
 */
export function participationsOf(seed: RegionSeed): SeedParticipation[] {
  const all: SeedParticipation[] = [];
  for (const initiative of seed.initiatives) {
    if (initiative.state === 'IDEA' || initiative.state === 'PROPOSED') continue;
    const place = `initiative:${initiative.key}`;
    const lead = gradeOf(initiative.leadCertainty);
    if (lead) all.push({ actor: initiative.lead, in: place, grade: lead });
    for (const partner of initiative.partners) {
      if (partner.state === 'INVITED') continue;
      all.push({ actor: partner.actor, in: place, grade: partner.state === 'ACCEPTED' ? 'WORKS_TOGETHER' : 'STATED' });
    }
  }
  for (const alliance of seed.alliances) {
    if (alliance.state === 'DRAFT' || alliance.state === 'INVITING') continue;
    for (const member of alliance.members) {
      all.push({ actor: member.actor, in: `alliance:${alliance.key}`, grade: 'WORKS_TOGETHER' });
    }
  }
  for (const event of seed.events) {
    if (event.state !== 'HELD') continue;
    for (const actor of [...event.hosts, ...event.participants]) {
      all.push({ actor, in: `event:${event.key}`, grade: 'MET' });
    }
  }
  const bodies = new Map<string, Grade>();
  for (const { member, of, certainty } of seed.memberships) {
    const grade = gradeOf(certainty);
    if (!grade) continue;
    all.push({ actor: member, in: `membership:${of}`, grade });
    bodies.set(of, bestOf(bodies.get(of), grade));
  }
  for (const [body, grade] of bodies) all.push({ actor: body, in: `membership:${body}`, grade });
  return all;
}

export interface SeedTie {
  a: string;
  b: string;
  grade: Grade;
  /** Sum of 1/(n−1) over what both share (Newman 2001); 1 for a declared tie. */
  strength: number;
}

/** The ties between actors that follow from a seed, whatever their age; `a` < `b`. */
export function tiesOf(seed: RegionSeed): SeedTie[] {
  const ties = new Map<string, SeedTie>();
  const add = (one: string, other: string, grade: Grade, strength: number) => {
    const [a, b] = one < other ? [one, other] : [other, one];
    const known = ties.get(`${a} ${b}`);
    ties.set(`${a} ${b}`, { a, b, grade: bestOf(known?.grade, grade), strength: (known?.strength ?? 0) + strength });
  };
  const places = new Map<string, SeedParticipation[]>();
  for (const participation of participationsOf(seed)) {
    places.set(participation.in, [...(places.get(participation.in) ?? []), participation]);
  }
  for (const participants of places.values()) {
    participants.forEach((one, at) => {
      for (const other of participants.slice(at + 1)) {
        add(one.actor, other.actor, weakerGrade(one.grade, other.grade), 1 / (participants.length - 1));
      }
    });
  }
  for (const { from, to, confirmed } of seed.declaredTies) add(from, to, confirmed ? 'WORKS_TOGETHER' : 'STATED', 1);
  return [...ties.values()];
}

function gradeOf(certainty: SeedCertainty): Grade | null {
  return certainty === 'INFERRED' ? null : certainty === 'CONFIRMED' ? 'WORKS_TOGETHER' : 'STATED';
}

function bestOf(known: Grade | undefined, grade: Grade): Grade {
  return known && GRADES.indexOf(known) < GRADES.indexOf(grade) ? known : grade;
}
