import { addDays, checkText, ok, refuse, type LocalDate, type Result } from '@knotenpunkt/kernel';
import type { ContentReport, ReportCode } from './content-report';

/** Who objects: whoever answers for the entry, or whoever reported it. */
export const APPEAL_SIDES = ['AUTHOR', 'REPORTER'] as const;
export type AppealSide = (typeof APPEAL_SIDES)[number];

/** So long one may object: six months (Digital Services Act, article 20 (1)). */
export const APPEAL_DAYS = 184;
export const APPEAL_LIMIT = 2_000;

export interface ReportAppeal {
  side: AppealSide;
  text: string;
  appealedAt: Date;
}

type Appealable = Pick<ContentReport, 'state' | 'decisions' | 'appeals'>;

/** The last day on which the decision that holds can be objected to. */
export function appealUntil(decidedOn: LocalDate): LocalDate {
  return addDays(decidedOn, APPEAL_DAYS);
}

/** Why a side may not object; null: may. Each objects once, and the author only where something was done to the entry. */
export function whyNotAppeal(
  { state, decisions, appeals }: Appealable,
  side: AppealSide,
  { decidedOn, today }: { decidedOn: LocalDate | null; today: LocalDate },
): ReportCode | null {
  const decision = decisions.at(-1);
  if (!decision || decidedOn === null) return 'NOTHING_TO_APPEAL';
  if (appeals.some((appeal) => appeal.side === side)) return 'ALREADY_APPEALED';
  if (state !== 'DECIDED') return 'NOTHING_TO_APPEAL';
  if (side === 'AUTHOR' && decision.kind === 'NO_ACTION') return 'NOTHING_TO_APPEAL';
  return today > appealUntil(decidedOn) ? 'APPEAL_TOO_LATE' : null;
}

/** The objection as it will be kept, or why not. */
export function appealDecision(
  report: Appealable,
  side: AppealSide,
  when: { decidedOn: LocalDate | null; today: LocalDate },
  text: string,
): Result<string, ReportCode> {
  const why = whyNotAppeal(report, side, when);
  if (why) return refuse(why);
  const checked = checkText('text', text, { max: APPEAL_LIMIT });
  return checked.ok ? ok(checked.value) : checked;
}
