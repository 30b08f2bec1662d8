import { ALLIANCE_LIMITS } from '@knotenpunkt/alliances/domain';
import { checkText } from '@knotenpunkt/kernel';
import type { Contribution } from '@knotenpunkt/themes/domain';
import {
  contributionFault,
  contributionFrom,
  contributionValues,
  EMPTY_CONTRIBUTION,
  type ContributionValues,
} from '@knotenpunkt/themes/web';
import type { AnyRefusal } from '@knotenpunkt/webkit/ui';
import type { MemberValues } from './CommitmentFields';
import type { TableActor, WantedSeats } from './coverage';
import type { AllianceText, SavedAlliance } from './useSaveAlliance';

/** What the builder begins with: an alliance that is being prepared or asked about, or a first proposal. */
export interface BuilderStart {
  alliance: (SavedAlliance & { state: 'DRAFT' | 'INVITING' }) | null;
  title: string;
  purpose: string;
  /** `contribution` null: nothing is said yet. */
  members: { actor: TableActor; contribution: Contribution | null }[];
}

/** What the builder's form holds. */
export interface BuilderValues {
  title: string;
  purpose: string;
  members: MemberValues[];
}

/** A member of whom nothing is said yet. */
export function newMember(actorId: string): MemberValues {
  return { actorId, ...EMPTY_CONTRIBUTION };
}

export function valuesOf({ title, purpose, members }: BuilderStart, language: 'de' | 'en'): BuilderValues {
  const memberOf = ({ actor, contribution }: BuilderStart['members'][number]): MemberValues =>
    contribution ? { actorId: actor.id, ...contributionValues(contribution, language) } : newMember(actor.id);
  return { title, purpose, members: members.map(memberOf) };
}

export const textOf = ({ title, purpose, members }: BuilderValues): AllianceText => ({
  title,
  purpose,
  members: members.map(({ actorId, ...values }) => ({ actorId, ...contributionFrom(values) })),
});

/** What is wrong with the words; the server checks the members. */
export function checkWords({ title, purpose }: BuilderValues): (AnyRefusal | null)[] {
  const checks = [
    checkText('title', title, { max: ALLIANCE_LIMITS.title }),
    checkText('purpose', purpose, { max: ALLIANCE_LIMITS.purpose }),
  ];
  return checks.map((check) => (check.ok ? null : check.refusal));
}

/** Benches nobody asked for, on which somebody sits nonetheless. */
export function extraBenches(table: readonly TableActor[], wanted: readonly WantedSeats[]): WantedSeats[] {
  const kinds = new Set(table.map(({ kind }) => kind).filter((kind) => !wanted.some((bench) => bench.kind === kind)));
  return [...kinds].map((kind) => ({ kind, minimum: 0 }));
}

/** What everybody must be able to read of a member and cannot yet, by field: the sentence, an amount, the days. */
export function lacking(member: MemberValues, today: string): (keyof ContributionValues)[] {
  const without: (keyof ContributionValues)[] = [
    ...(member.commitment.trim() === '' ? (['commitment'] as const) : []),
    ...(member.dueOn < today ? (['dueOn'] as const) : []),
  ];
  if (without.length > 0) return without;
  const fault = contributionFault(member, today);
  return fault ? [fault.field] : [];
}
