import { passes, type Viewer } from '@knotenpunkt/identity/domain';
import { checkText, isMailAddress, ok, refuse, type Id, type LocalDate, type Result, type TextCode } from '@knotenpunkt/kernel';

export const BARRIER_STATES = ['OPEN', 'ANSWERED'] as const;
export type BarrierState = (typeof BARRIER_STATES)[number];

export const BARRIER_LIMITS = { address: 500, text: 2_000, answer: 2_000, aDay: 5 } as const;

/** What somebody could not use, and where. */
export interface BarrierWish {
  pageAddress: string;
  text: string;
  /** Empty: no answer is wanted. */
  email: string;
}

export interface BarrierReport extends BarrierWish {
  id: Id;
  regionId: Id;
  language: 'de' | 'en';
  state: BarrierState;
  answer: string;
  answeredAt: Date | null;
  createdAt: Date;
  /** The day its texts were erased; null: they are there. */
  erasedOn: LocalDate | null;
  version: number;
}

export type BarrierCode = TextCode | 'MAIL_INVALID' | 'TOO_MANY_REPORTS' | 'NOT_PERMITTED' | 'ALREADY_ANSWERED';

/** Whether an address leads to a page of this installation: browsers also read "/\elsewhere" as another host. */
export function isOfThesePages(address: string): boolean {
  const here = 'https://here.invalid';
  return address.startsWith('/') && URL.canParse(address, here) && new URL(address, here).origin === here;
}

/** The report as it will be kept, or the field that is wrong. `sentToday`: reports this mail address sent within a day. */
export function reportBarrier(wish: BarrierWish, sentToday: number): Result<BarrierWish, BarrierCode> {
  const text = checkText('text', wish.text, { max: BARRIER_LIMITS.text });
  if (!text.ok) return text;
  const pageAddress = checkText('pageAddress', wish.pageAddress, { max: BARRIER_LIMITS.address });
  if (!pageAddress.ok) return pageAddress;
  const email = wish.email.trim().toLowerCase();
  if (email !== '' && !isMailAddress(email)) return refuse('MAIL_INVALID', { field: 'email' });
  if (sentToday >= BARRIER_LIMITS.aDay) return refuse('TOO_MANY_REPORTS');
  return ok({ text: text.value, pageAddress: pageAddress.value, email });
}

/** The answer to a report, once. Without an address it is a note on what was done. */
export function answerBarrier(viewer: Viewer, state: BarrierState, answer: string): Result<string, BarrierCode> {
  if (!passes(viewer, 'PLATFORM_ADMINISTRATOR')) return refuse('NOT_PERMITTED');
  if (state !== 'OPEN') return refuse('ALREADY_ANSWERED');
  return checkText('answer', answer, { max: BARRIER_LIMITS.answer });
}
