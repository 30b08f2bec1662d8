import { readPeriod, writePeriod, type DayPeriod } from '@knotenpunkt/kernel';
import type { IntroductionState, Outcome } from './introduction';

/** Which introductions a list shows; what is left out limits nothing. */
export interface IntroductionFilter {
  open?: boolean | null;
  states?: IntroductionState[] | null;
  outcomes?: Outcome[] | null;
  /** The day on which the three were asked lies within these, and so on. */
  asked?: DayPeriod | null;
  agreed?: DayPeriod | null;
  met?: DayPeriod | null;
  ended?: DayPeriod | null;
  /** Takes part in it. */
  actorId?: string | null;
}

/** What happened to introductions within some days, and the word each list goes by in an address. */
export const INTRODUCTION_VIEWS = {
  asked: { word: 'angefragt', filter: (period: DayPeriod): IntroductionFilter => ({ asked: period }) },
  agreed: { word: 'einverstanden', filter: (period: DayPeriod): IntroductionFilter => ({ agreed: period }) },
  met: { word: 'gesprochen', filter: (period: DayPeriod): IntroductionFilter => ({ met: period }) },
  became: {
    word: 'geworden',
    filter: (period: DayPeriod): IntroductionFilter => ({ ended: period, outcomes: ['INITIATIVE', 'ALLIANCE'] }),
  },
  nothing: { word: 'nichts', filter: (period: DayPeriod): IntroductionFilter => ({ ended: period, outcomes: ['NOTHING'] }) },
  declined: { word: 'abgelehnt', filter: (period: DayPeriod): IntroductionFilter => ({ ended: period, states: ['DECLINED'] }) },
  unanswered: { word: 'keine-antwort', filter: (period: DayPeriod): IntroductionFilter => ({ ended: period, states: ['UNANSWERED'] }) },
} as const;
export type IntroductionViewName = keyof typeof INTRODUCTION_VIEWS;

export interface IntroductionView {
  name: IntroductionViewName;
  period: DayPeriod;
  filter: IntroductionFilter;
}

/** The list at an address and the filter that says the same. */
export function introductionList(name: IntroductionViewName, period: DayPeriod) {
  const { word, filter } = INTRODUCTION_VIEWS[name];
  return { address: `/vorstellungen?zeigt=${word}&tage=${writePeriod(period)}`, filter: filter(period) };
}

/** Which list an address asks for; null: no such one. */
export function introductionViewOf(address: URLSearchParams): IntroductionView | null {
  const period = readPeriod(address.get('tage'));
  const names = Object.keys(INTRODUCTION_VIEWS) as IntroductionViewName[];
  const name = names.find((each) => INTRODUCTION_VIEWS[each].word === address.get('zeigt'));
  return name && period ? { name, period, filter: INTRODUCTION_VIEWS[name].filter(period) } : null;
}
