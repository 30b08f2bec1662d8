import { ALLIANCE_LIMITS } from '@knotenpunkt/alliances/domain';
import { checkText } from '@knotenpunkt/kernel';
import type { AnyRefusal } from '@knotenpunkt/webkit/ui';
import type { MemberValues } from './CommitmentFields';
import type { TableActor, WantedSeats } from './coverage';
import type { AllianceText, SavedAlliance } from './useSaveAlliance';

/** What the builder begins with: an alliance that is being prepared or asked about, or a first proposal. */
export interface BuilderStart {
  alliance: (SavedAlliance & { state: 'DRAFT' | 'INVITING' }) | null;
  title: string;
  purpose: string;
  members: { actor: TableActor; commitment: string; dueOn: string | null }[];
}

/** What the builder's form holds. */
export interface BuilderValues {
  title: string;
  purpose: string;
  members: MemberValues[];
}

export const valuesOf = ({ title, purpose, members }: BuilderStart): BuilderValues => ({
  title,
  purpose,
  members: members.map(({ actor, commitment, dueOn }) => ({ actorId: actor.id, commitment, dueOn: dueOn ?? '' })),
});

export const textOf = ({ title, purpose, members }: BuilderValues): AllianceText => ({
  title,
  purpose,
  members: members.map(({ actorId, commitment, dueOn }) => ({ actorId, commitment, dueOn: dueOn || null })),
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

/** What a member has not said yet; a day that has passed is no day. */
export function lacking({ commitment, dueOn }: MemberValues, today: string): ('commitment' | 'dueOn')[] {
  return [...(commitment.trim() === '' ? (['commitment'] as const) : []), ...(dueOn < today ? (['dueOn'] as const) : [])];
}
