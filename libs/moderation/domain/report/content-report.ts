import { checkText, isMailAddress, ok, refuse, type Id, type LocalDate, type Result, type TextCode } from '@knotenpunkt/kernel';
import type { ReportAppeal } from './appeal';
import type { DecisionCode, ReportDecision } from './decision';

/** What stands in public and can be reported. */
export const REPORTED_TYPES = ['ACTOR', 'INITIATIVE', 'CHALLENGE', 'ALLIANCE'] as const;
export type ReportedType = (typeof REPORTED_TYPES)[number];

/** Where an entry of a kind is found. */
export const REPORTED_PLACES: Record<ReportedType, string> = {
  ACTOR: '/akteure',
  INITIATIVE: '/vorhaben',
  CHALLENGE: '/herausforderungen',
  ALLIANCE: '/allianzen',
};

/** CHILD_ABUSE: offences of articles 3 to 7 of directive 2011/93/EU, which may be reported without a name. */
export const REPORT_REASONS = ['UNTRUE', 'RIGHTS', 'ILLEGAL', 'CHILD_ABUSE'] as const;
export type ReportReason = (typeof REPORT_REASONS)[number];

/** DECIDED: nothing waits. APPEALED: somebody else has to decide once more. */
export const REPORT_STATES = ['OPEN', 'DECIDED', 'APPEALED'] as const;
export type ReportState = (typeof REPORT_STATES)[number];

export const REPORT_LIMITS = { explanation: 4_000, place: 300, name: 120, aDay: 5 } as const;

/** What is reported, and by whom (Digital Services Act, article 16). */
export interface ReportWish {
  subjectType: ReportedType;
  subjectId: Id;
  reason: ReportReason;
  explanation: string;
  /** Which part of the entry; empty: all of it. */
  place: string;
  name: string;
  email: string;
  /** That whoever reports believes it to be true and complete. */
  goodFaith: boolean;
}

export interface ContentReport extends Omit<ReportWish, 'goodFaith'> {
  id: Id;
  regionId: Id;
  /** As it was called when it was reported. */
  subjectTitle: string;
  subjectSlug: string;
  /** Of mails to whoever reports. */
  language: 'de' | 'en';
  state: ReportState;
  createdAt: Date;
  /** The day its texts were erased; null: they are there. */
  erasedOn: LocalDate | null;
  /** In their order; the last one holds. */
  decisions: ReportDecision[];
  appeals: ReportAppeal[];
  version: number;
}

export type ReportCode =
  | TextCode
  | DecisionCode
  | 'MAIL_INVALID'
  | 'GOOD_FAITH_MISSING'
  | 'TOO_MANY_REPORTS'
  | 'ENTRY_UNKNOWN'
  | 'LINK_UNKNOWN'
  | 'NOTHING_TO_APPEAL'
  | 'ALREADY_APPEALED'
  | 'APPEAL_TOO_LATE';

/** Whether name and mail address may be left out: law allows it for one reason only. */
export function mayStayUnnamed(reason: ReportReason): boolean {
  return reason === 'CHILD_ABUSE';
}

/** The report as it will be kept, or the field that is wrong. `sentToday`: reports this mail address sent within a day. */
export function reportContent(wish: ReportWish, sentToday: number): Result<ReportWish, ReportCode> {
  const unnamed = mayStayUnnamed(wish.reason);
  const explanation = checkText('explanation', wish.explanation, { max: REPORT_LIMITS.explanation });
  if (!explanation.ok) return explanation;
  const place = checkText('place', wish.place, { max: REPORT_LIMITS.place, optional: true });
  if (!place.ok) return place;
  const name = checkText('name', wish.name, { max: REPORT_LIMITS.name, optional: unnamed });
  if (!name.ok) return name;
  const email = wish.email.trim().toLowerCase();
  if (!(isMailAddress(email) || (unnamed && email === ''))) return refuse('MAIL_INVALID', { field: 'email' });
  if (!wish.goodFaith) return refuse('GOOD_FAITH_MISSING', { field: 'goodFaith' });
  if (sentToday >= REPORT_LIMITS.aDay) return refuse('TOO_MANY_REPORTS');
  return ok({ ...wish, explanation: explanation.value, place: place.value, name: name.value, email });
}

/** A short name of a report for mails and telephone: "4F2A91C7". */
export function referenceOf(id: Id): string {
  return id.slice(-8).toUpperCase();
}

/** The address of what was reported, below the region. */
export function addressOfReported({ subjectType, subjectSlug }: Pick<ContentReport, 'subjectType' | 'subjectSlug'>): string {
  return `${REPORTED_PLACES[subjectType]}/${subjectSlug}`;
}

/** What whoever answers for the entry may know of a report: neither who reported it nor what they wrote. */
export function toldToAuthor(report: ContentReport): ContentReport {
  const appeals = report.appeals.map((appeal) => (appeal.side === 'REPORTER' ? { ...appeal, text: '' } : appeal));
  return { ...report, explanation: '', place: '', name: '', email: '', appeals };
}
