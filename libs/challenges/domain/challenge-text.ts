import { checkCompetences, checkThemes, type KnownCompetences } from '@knotenpunkt/actors/domain';
import {
  checkText,
  firstRefusal,
  isLocalDate,
  ok,
  refuse,
  type LocalDate,
  type Refusal,
  type Result,
  type TextCode,
} from '@knotenpunkt/kernel';
import { isActorKind, type ActorKind } from '@knotenpunkt/themes/domain';

/** The actors of one kind that are wanted at the table. */
export interface WantedBench {
  kind: ActorKind;
  minimum: number;
}

/** What is written in a challenge. Parts that were never given are empty. */
export interface ChallengeText {
  /** One sentence. */
  question: string;
  context: string;
  /** Whom it concerns, in words. */
  concerns: string;
  themes: string[];
  competences: string[];
  benches: WantedBench[];
  /** By when an answer is needed; null: nobody says. */
  untilOn: LocalDate | null;
}

export const CHALLENGE_LIMITS = { question: 160, context: 1_500, concerns: 300, benches: 12, minimum: 9, reason: 600 } as const;

export type ChallengeTextCode =
  TextCode | 'TOO_MANY' | 'THEME_UNKNOWN' | 'COMPETENCE_UNKNOWN' | 'KIND_UNKNOWN' | 'KIND_TWICE' | 'MINIMUM_INVALID' | 'DATE_PAST';

/** Each bench once, with at least one seat. */
export function checkBenches(benches: readonly WantedBench[]): Result<WantedBench[], ChallengeTextCode> {
  const field = 'benches';
  if (!benches.every(({ kind }) => isActorKind(kind))) return refuse('KIND_UNKNOWN', { field });
  if (new Set(benches.map(({ kind }) => kind)).size < benches.length) return refuse('KIND_TWICE', { field });
  const fits = ({ minimum }: WantedBench) => Number.isInteger(minimum) && minimum >= 1 && minimum <= CHALLENGE_LIMITS.minimum;
  if (!benches.every(fits)) return refuse('MINIMUM_INVALID', { field, params: { max: CHALLENGE_LIMITS.minimum } });
  return ok(benches.map(({ kind, minimum }) => ({ kind, minimum })));
}

function texts({ question, context, concerns }: ChallengeText) {
  return {
    question: checkText('question', question, { max: CHALLENGE_LIMITS.question }),
    context: checkText('context', context, { max: CHALLENGE_LIMITS.context, optional: true }),
    concerns: checkText('concerns', concerns, { max: CHALLENGE_LIMITS.concerns, optional: true }),
  };
}

function checkUntil(untilOn: LocalDate | null, today: LocalDate): Result<LocalDate | null, 'DATE_PAST'> {
  return untilOn === null || (isLocalDate(untilOn) && untilOn >= today) ? ok(untilOn) : refuse('DATE_PAST', { field: 'untilOn' });
}

/** A challenge's text as it will be stored, or why not. */
export function checkChallenge(
  wish: ChallengeText,
  about: { known: KnownCompetences; today: LocalDate },
): Result<ChallengeText, ChallengeTextCode> {
  const { question, context, concerns } = texts(wish);
  const themes = checkThemes(wish.themes);
  const competences = checkCompetences(wish.competences, about.known);
  const benches = checkBenches(wish.benches);
  const untilOn = checkUntil(wish.untilOn, about.today);
  const refusal = firstRefusal(question, context, concerns, themes, competences, benches, untilOn) as Refusal<ChallengeTextCode> | null;
  if (!question.ok || !context.ok || !concerns.ok || !themes.ok || !competences.ok || !benches.ok || !untilOn.ok) {
    return { ok: false, refusal: refusal! };
  }
  return ok({
    question: question.value,
    context: context.value,
    concerns: concerns.value,
    themes: themes.value,
    competences: competences.value,
    benches: benches.value,
    untilOn: untilOn.value,
  });
}

/** All that is wrong with a challenge, for a form; empty when nothing is. */
export function challengeRefusals(wish: ChallengeText, about: { known: KnownCompetences; today: LocalDate }): Refusal[] {
  const checks: Result<unknown>[] = [
    ...Object.values(texts(wish)),
    checkThemes(wish.themes),
    checkCompetences(wish.competences, about.known),
    checkBenches(wish.benches),
    checkUntil(wish.untilOn, about.today),
  ];
  return checks.flatMap((check) => (check.ok ? [] : [check.refusal]));
}
