import { CompetencePicker, ThemePicker } from '@knotenpunkt/actors/web';
import { INITIATIVE_KINDS, INITIATIVE_LIMITS, type InitiativeKind, type InitiativeText } from '@knotenpunkt/initiatives/domain';
import { useMessages } from '@knotenpunkt/webkit/i18n';
import { Checkbox, DateField, FieldRow, Fields, Section, Select, TextArea, TextField, type Form } from '@knotenpunkt/webkit/ui';
import type { ShownInitiative } from './useInitiative';

/** What is written in a Vorhaben, as a form holds it: texts, with one thing wanted at a time. */
export interface InitiativeValues {
  title: string;
  kind: InitiativeKind;
  summary: string;
  description: string;
  themes: string[];
  /** What is still looked for, one thing a line. */
  wanted: string;
  /** For the first of them; the others keep theirs. */
  wantedCompetences: string[];
  startOn: string;
  endOn: string;
  monthsOnly: boolean;
  nextStep: string;
  planned: string;
}

export function valuesOf(initiative: ShownInitiative | null): InitiativeValues {
  return {
    title: initiative?.title ?? '',
    kind: initiative?.kind ?? 'PROJECT',
    summary: initiative?.summary ?? '',
    description: initiative?.description ?? '',
    themes: [...(initiative?.themes ?? [])],
    wanted: (initiative?.wanted ?? []).map(({ text }) => text).join('\n'),
    wantedCompetences: [...(initiative?.wanted[0]?.competences ?? [])],
    startOn: initiative?.startOn ?? '',
    endOn: initiative?.endOn ?? '',
    monthsOnly: initiative?.startPrecision === 'MONTH' || initiative?.endPrecision === 'MONTH',
    nextStep: initiative?.nextStep ?? '',
    planned: initiative?.budget?.planned?.toString() ?? '',
  };
}

/** What the form says, in the words of the domain. What the form does not show is kept as it is. */
export function textOf(values: InitiativeValues, before: ShownInitiative | null): InitiativeText {
  const precision = values.monthsOnly ? 'MONTH' : 'DAY';
  const lines = values.wanted
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean);
  const planned = values.planned.trim() === '' ? null : Number(values.planned.replace(/[.\s€]/g, ''));
  const { decided = null, spent = null } = before?.budget ?? {};
  return {
    title: values.title,
    kind: values.kind,
    summary: values.summary,
    description: values.description,
    themes: values.themes,
    wanted: lines.map((text, at) => {
      const known = before?.wanted.find((each) => each.text === text);
      const competences = at === 0 ? values.wantedCompetences : [...(known?.competences ?? [])];
      return { text, competences, kinds: [...(known?.kinds ?? [])] };
    }),
    startOn: values.startOn || null,
    startPrecision: precision,
    endOn: values.endOn || null,
    endPrecision: precision,
    nextStep: values.nextStep,
    budget: planned === null && decided === null && spent === null ? null : { planned, decided, spent },
  };
}

/** The fields in which a Vorhaben is written. */
export function InitiativeFields<Values extends InitiativeValues>({ form }: { form: Form<Values> }) {
  const t = useMessages('initiatives');
  // Every key of InitiativeValues is one of Values; TypeScript cannot see that through the generic.
  const of = form.field as unknown as Form<InitiativeValues>['field'];
  const set = form.set as unknown as Form<InitiativeValues>['set'];
  return (
    <>
      <Section title={t('form.what')}>
        <Fields>
          <TextField label={t('form.title')} hint={t('form.titleHint')} {...of('title')} />
          <Select
            label={t('form.kind')}
            {...of('kind')}
            onChange={(kind) => set({ kind: kind as InitiativeKind })}
            options={INITIATIVE_KINDS.map((value) => ({ value, label: t(`kinds.${value}`) }))}
          />
          <TextArea label={t('form.summary')} hint={t('form.summaryHint')} rows={3} max={INITIATIVE_LIMITS.summary} {...of('summary')} />
          <TextArea
            label={t('form.description')}
            hint={t('form.descriptionHint')}
            optional
            rows={7}
            max={INITIATIVE_LIMITS.description}
            {...of('description')}
          />
          <TextField label={t('form.nextStep')} hint={t('form.nextStepHint')} optional {...of('nextStep')} />
        </Fields>
      </Section>
      <Section title={t('form.when')}>
        <Fields>
          <FieldRow>
            <DateField label={t('form.startOn')} optional {...of('startOn')} />
            <DateField label={t('form.endOn')} optional {...of('endOn')} />
          </FieldRow>
          <Checkbox label={t('form.monthsOnly')} {...of('monthsOnly')} />
          <TextField
            label={t('form.planned')}
            hint={t('form.plannedHint')}
            inputMode="numeric"
            optional
            {...of('planned')}
            error={of('planned').error ?? errorOf(form, 'budget')}
          />
        </Fields>
      </Section>
      <Section title={t('form.wanted')} explanation={t('form.wantedText')}>
        <Fields>
          <TextArea label={t('form.wantedWhat')} hint={t('form.wantedHint')} optional rows={3} {...of('wanted')} />
          <CompetencePicker {...of('wantedCompetences')} />
        </Fields>
      </Section>
      <Section title={t('form.topics')}>
        <ThemePicker {...of('themes')} />
      </Section>
    </>
  );
}

function errorOf<Values>(form: Form<Values>, field: string): string | undefined {
  return form.errors.find((error) => error.field === field)?.message;
}
