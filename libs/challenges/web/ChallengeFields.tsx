import { CompetencePicker, ThemePicker } from '@knotenpunkt/actors/web';
import { CHALLENGE_LIMITS, type ChallengeText } from '@knotenpunkt/challenges/domain';
import { useToday } from '@knotenpunkt/webkit/data';
import { useMessages } from '@knotenpunkt/webkit/i18n';
import { DateField, Fields, Section, TextArea, type Form } from '@knotenpunkt/webkit/ui';
import { BenchFields } from './BenchFields';
import type { ShownChallenge } from './useChallenge';

/** What is written in a question, as a form holds it. */
export type ChallengeValues = Omit<ChallengeText, 'untilOn'> & { untilOn: string };

export function valuesOf(challenge: ShownChallenge | null): ChallengeValues {
  if (!challenge) return { question: '', context: '', concerns: '', themes: [], competences: [], benches: [], untilOn: '' };
  const { question, context, concerns, themes, competences, benches, untilOn } = challenge;
  return {
    question,
    context,
    concerns,
    themes: [...themes],
    competences: [...competences],
    benches: benches.map(({ kind, minimum }) => ({ kind, minimum })),
    untilOn: untilOn ?? '',
  };
}

export function textOf({ question, context, concerns, themes, competences, benches, untilOn }: ChallengeValues): ChallengeText {
  return { question, context, concerns, themes, competences, benches, untilOn: untilOn || null };
}

/** The fields in which a question is written. */
export function ChallengeFields<Values extends ChallengeValues>({ form: { field } }: { form: Form<Values> }) {
  const t = useMessages('challenges');
  const today = useToday();
  // Every key of ChallengeValues is one of Values; TypeScript cannot see that through the generic.
  const of = field as unknown as Form<ChallengeValues>['field'];
  return (
    <>
      <Section title={t('page.form.what')}>
        <Fields>
          <TextArea
            label={t('page.form.question')}
            hint={t('page.form.questionHint')}
            rows={2}
            max={CHALLENGE_LIMITS.question}
            {...of('question')}
          />
          <TextArea
            label={t('page.known')}
            hint={t('page.form.contextHint')}
            optional
            rows={6}
            max={CHALLENGE_LIMITS.context}
            {...of('context')}
          />
          <TextArea
            label={t('page.concerns')}
            hint={t('page.form.concernsHint')}
            optional
            rows={2}
            max={CHALLENGE_LIMITS.concerns}
            {...of('concerns')}
          />
          <DateField label={t('page.form.untilOn')} hint={t('page.form.untilOnHint')} optional min={today} {...of('untilOn')} />
        </Fields>
      </Section>
      <Section title={t('page.form.table')} explanation={t('page.form.tableExplanation')}>
        <Fields>
          <BenchFields {...of('benches')} />
          <CompetencePicker {...of('competences')} />
        </Fields>
      </Section>
      <Section title={t('page.form.topics')}>
        <ThemePicker {...of('themes')} />
      </Section>
    </>
  );
}
