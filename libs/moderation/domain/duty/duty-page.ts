import { passes, type Viewer } from '@knotenpunkt/identity/domain';
import { checkLink, checkText, ok, refuse, type Result, type TextCode } from '@knotenpunkt/kernel';

/** Pages an operator owes its readers; linked at the foot of every page. */
export const DUTY_PAGES = ['IMPRINT', 'PRIVACY', 'ACCESSIBILITY', 'EASY_LANGUAGE', 'SIGN_LANGUAGE'] as const;
export type DutyPage = (typeof DUTY_PAGES)[number];

/** Where each is found. */
export const DUTY_ADDRESSES: Record<DutyPage, string> = {
  IMPRINT: 'impressum',
  PRIVACY: 'datenschutz',
  ACCESSIBILITY: 'barrierefreiheit',
  EASY_LANGUAGE: 'leichte-sprache',
  SIGN_LANGUAGE: 'gebaerdensprache',
};

export const DUTY_LIMITS = { text: 20_000, versions: 100 } as const;

/** What stands on a page, in Markdown. */
export interface DutyText {
  textDe: string;
  textEn: string;
  /** Where a video in sign language is found; empty: none. Only linked: nothing is loaded from there. */
  videoUrl: string;
}

/** A text as it was written at a time. Number 0 is the text made of the operator's settings. */
export interface DutyVersion extends DutyText {
  number: number;
}

export type DutyCode = TextCode | 'NOT_PERMITTED' | 'NOTHING_CHANGED' | 'VIDEO_NOT_HERE' | 'DUTY_VERSION_UNKNOWN';

/** The page at an address; null where none stands. */
export function dutyPageAt(address: string): DutyPage | null {
  return DUTY_PAGES.find((page) => DUTY_ADDRESSES[page] === address) ?? null;
}

/** Whoever administers the platform writes these pages. */
export function writesDuties(viewer: Viewer): boolean {
  return passes(viewer, 'PLATFORM_ADMINISTRATOR');
}

/** What is to stand on a page, or the field that is wrong. Both languages are owed. */
export function checkDutyText(page: DutyPage, wish: DutyText): Result<DutyText, DutyCode> {
  const textDe = checkText('textDe', wish.textDe, { max: DUTY_LIMITS.text });
  if (!textDe.ok) return textDe;
  const textEn = checkText('textEn', wish.textEn, { max: DUTY_LIMITS.text });
  if (!textEn.ok) return textEn;
  const videoUrl = checkLink('videoUrl', wish.videoUrl);
  if (!videoUrl.ok) return videoUrl;
  if (videoUrl.value !== '' && page !== 'SIGN_LANGUAGE') return refuse('VIDEO_NOT_HERE', { field: 'videoUrl' });
  return ok({ textDe: textDe.value, textEn: textEn.value, videoUrl: videoUrl.value });
}

/** The version that follows the one that stands there now, or why there is none. */
export function writeDutyPage(viewer: Viewer, page: DutyPage, wish: DutyText, current: DutyVersion): Result<DutyVersion, DutyCode> {
  if (!writesDuties(viewer)) return refuse('NOT_PERMITTED');
  const text = checkDutyText(page, wish);
  if (!text.ok) return text;
  return saysTheSame(text.value, current) ? refuse('NOTHING_CHANGED') : ok({ ...text.value, number: current.number + 1 });
}

/** An earlier text once more, as the newest version: nothing that was written is lost. */
export function restoreDutyPage(viewer: Viewer, earlier: DutyVersion | null, current: DutyVersion): Result<DutyVersion, DutyCode> {
  if (!writesDuties(viewer)) return refuse('NOT_PERMITTED');
  if (!earlier) return refuse('DUTY_VERSION_UNKNOWN');
  return saysTheSame(earlier, current) ? refuse('NOTHING_CHANGED') : ok({ ...earlier, number: current.number + 1 });
}

function saysTheSame(one: DutyText, other: DutyText): boolean {
  return one.textDe === other.textDe && one.textEn === other.textEn && one.videoUrl === other.videoUrl;
}
