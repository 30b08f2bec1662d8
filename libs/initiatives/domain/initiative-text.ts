import { checkCompetences, checkThemes, type KnownCompetences } from '@knotenpunkt/actors/domain';
import {
  checkLink,
  checkText,
  isLocalDate,
  ok,
  refuse,
  type DatePrecision,
  type LocalDate,
  type Refusal,
  type Result,
  type TextCode,
} from '@knotenpunkt/kernel';
import { isActorKind, type ActorKind } from '@knotenpunkt/themes/domain';

/** What a Vorhaben can be. */
export const INITIATIVE_KINDS = ['PROJECT', 'SURVEY', 'STUDY', 'LIVING_LAB', 'CONCERTED_ACTION', 'CAMPAIGN', 'EVENT_SERIES'] as const;
export type InitiativeKind = (typeof INITIATIVE_KINDS)[number];

/** What a Vorhaben still looks for. */
export interface Wanted {
  text: string;
  competences: string[];
  /** Of which benches; empty: of any. */
  kinds: ActorKind[];
}

/** Whole euros. Null: nobody says. */
export interface Budget {
  planned: number | null;
  /** Decided by whom it may concern, on a day, with the paper that says so. */
  decided: { amount: number; on: LocalDate; paper: string } | null;
  spent: number | null;
}

export interface InitiativeResult {
  text: string;
  on: LocalDate;
  evidenceUrl: string | null;
}

/** What is written in a Vorhaben. Parts that were never given are empty or null. */
export interface InitiativeText {
  title: string;
  kind: InitiativeKind;
  /** One or two sentences. */
  summary: string;
  /** Markdown. */
  description: string;
  themes: string[];
  wanted: Wanted[];
  startOn: LocalDate | null;
  startPrecision: DatePrecision;
  endOn: LocalDate | null;
  endPrecision: DatePrecision;
  nextStep: string;
  budget: Budget | null;
}

export const INITIATIVE_LIMITS = {
  title: 120,
  summary: 300,
  description: 4_000,
  nextStep: 300,
  wanted: 8,
  wantedText: 300,
  amount: 1_000_000_000,
  paper: 200,
  result: 600,
  reason: 600,
} as const;

export type InitiativeTextCode =
  | TextCode
  | 'KIND_UNKNOWN'
  | 'TOO_MANY'
  | 'THEME_UNKNOWN'
  | 'COMPETENCE_UNKNOWN'
  | 'DATE_INVALID'
  | 'DATE_ORDER'
  | 'DATE_FUTURE'
  | 'AMOUNT_INVALID';

function checkWanted(wanted: readonly Wanted[], known: KnownCompetences): Result<Wanted[], InitiativeTextCode> {
  const field = 'wanted';
  if (wanted.length > INITIATIVE_LIMITS.wanted) return refuse('TOO_MANY', { field, params: { max: INITIATIVE_LIMITS.wanted } });
  const checked: Wanted[] = [];
  for (const { text, competences, kinds } of wanted) {
    const words = checkText(field, text, { max: INITIATIVE_LIMITS.wantedText });
    if (!words.ok) return words;
    const ids = checkCompetences(competences, known);
    if (!ids.ok) return refuse(ids.refusal.code, { ...ids.refusal, field });
    if (!kinds.every(isActorKind)) return refuse('KIND_UNKNOWN', { field });
    checked.push({ text: words.value, competences: ids.value, kinds: [...new Set(kinds)] });
  }
  return ok(checked);
}

function checkAmount(amount: number | null): boolean {
  return amount === null || (Number.isInteger(amount) && amount >= 0 && amount <= INITIATIVE_LIMITS.amount);
}

function checkBudget(budget: Budget | null): Result<Budget | null, InitiativeTextCode> {
  if (budget === null) return ok(null);
  const { planned, decided, spent } = budget;
  const field = 'budget';
  if (![planned, spent, decided?.amount ?? null].every(checkAmount)) return refuse('AMOUNT_INVALID', { field });
  if (decided === null) return ok(planned === null && spent === null ? null : { planned, decided, spent });
  if (!isLocalDate(decided.on)) return refuse('DATE_INVALID', { field });
  const paper = checkText(field, decided.paper, { max: INITIATIVE_LIMITS.paper });
  return paper.ok ? ok({ planned, decided: { amount: decided.amount, on: decided.on, paper: paper.value }, spent }) : paper;
}

/** A day known to the month only is the first of that month. */
function toPrecision(date: LocalDate | null, precision: DatePrecision): LocalDate | null {
  return date !== null && precision === 'MONTH' ? `${date.slice(0, 7)}-01` : date;
}

type Period = Pick<InitiativeText, 'startOn' | 'startPrecision' | 'endOn' | 'endPrecision'>;

function checkPeriod({ startOn, startPrecision, endOn, endPrecision }: Period): Result<Period, InitiativeTextCode> {
  if (startOn !== null && !isLocalDate(startOn)) return refuse('DATE_INVALID', { field: 'startOn' });
  if (endOn !== null && !isLocalDate(endOn)) return refuse('DATE_INVALID', { field: 'endOn' });
  const period = { startOn: toPrecision(startOn, startPrecision), startPrecision, endOn: toPrecision(endOn, endPrecision), endPrecision };
  const [from, until] = [period.startOn, period.endOn];
  // "Bis März" reaches to the end of March.
  const ends = until === null || from === null || until >= from || (endPrecision === 'MONTH' && until.slice(0, 7) >= from.slice(0, 7));
  return ends ? ok(period) : refuse('DATE_ORDER', { field: 'endOn' });
}

function checks(wish: InitiativeText, known: KnownCompetences) {
  return {
    title: checkText('title', wish.title, { max: INITIATIVE_LIMITS.title }),
    kind: INITIATIVE_KINDS.includes(wish.kind) ? ok(wish.kind) : refuse('KIND_UNKNOWN' as const, { field: 'kind' }),
    summary: checkText('summary', wish.summary, { max: INITIATIVE_LIMITS.summary }),
    description: checkText('description', wish.description, { max: INITIATIVE_LIMITS.description, optional: true }),
    themes: checkThemes(wish.themes),
    wanted: checkWanted(wish.wanted, known),
    period: checkPeriod(wish),
    nextStep: checkText('nextStep', wish.nextStep, { max: INITIATIVE_LIMITS.nextStep, optional: true }),
    budget: checkBudget(wish.budget),
  };
}

/** All that is wrong with the words of a Vorhaben, for a form; empty when nothing is. */
export function initiativeRefusals(wish: InitiativeText, known: KnownCompetences): Refusal[] {
  return Object.values(checks(wish, known)).flatMap((check) => (check.ok ? [] : [check.refusal]));
}

/** The words of a Vorhaben as they will be stored, or the first thing that is wrong with them. */
export function checkInitiative(wish: InitiativeText, known: KnownCompetences): Result<InitiativeText, InitiativeTextCode> {
  const { title, kind, summary, description, themes, wanted, period, nextStep, budget } = checks(wish, known);
  if (!title.ok) return title;
  if (!kind.ok) return kind;
  if (!summary.ok) return summary;
  if (!description.ok) return description;
  if (!themes.ok) return themes;
  if (!wanted.ok) return wanted;
  if (!period.ok) return period;
  if (!nextStep.ok) return nextStep;
  if (!budget.ok) return budget;
  return ok({
    title: title.value,
    kind: kind.value,
    summary: summary.value,
    description: description.value,
    themes: themes.value,
    wanted: wanted.value,
    ...period.value,
    nextStep: nextStep.value,
    budget: budget.value,
  });
}

/** What came of a Vorhaben, with evidence where there is some. */
export function checkResult(wish: InitiativeResult, today: LocalDate): Result<InitiativeResult, InitiativeTextCode> {
  const text = checkText('text', wish.text, { max: INITIATIVE_LIMITS.result });
  if (!text.ok) return text;
  if (!isLocalDate(wish.on)) return refuse('DATE_INVALID', { field: 'on' });
  if (wish.on > today) return refuse('DATE_FUTURE', { field: 'on' });
  const evidence = checkLink('evidenceUrl', wish.evidenceUrl);
  return evidence.ok ? ok({ text: text.value, on: wish.on, evidenceUrl: evidence.value || null }) : evidence;
}
