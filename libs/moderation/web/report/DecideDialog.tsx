import { useState } from 'react';
import { useHref } from 'react-router';
import { newId } from '@knotenpunkt/kernel';
import {
  checkReasons,
  DECISION_BASES,
  DECISION_LIMITS,
  hides,
  REPORT_DECISIONS,
  SHIPPED_ANSWERS,
  SHIPPED_DECISIONS,
  type DecisionBasis,
  type DecisionKind,
  type ShippedAnswer,
} from '@knotenpunkt/moderation/domain';
import { useMessages } from '@knotenpunkt/webkit/i18n';
import {
  Dialog,
  DialogFoot,
  ErrorNotice,
  ErrorSummary,
  Fields,
  Notice,
  RadioGroup,
  Select,
  showToast,
  TextArea,
  useForm,
} from '@knotenpunkt/webkit/ui';
import { useDeciding, type QueuedReport } from './useReports';

/** The statement of reasons. `onClose` is told whether the list has to be read again. */
export function DecideDialog({ report, onClose }: { report: QueuedReport; onClose: (changed: boolean) => void }) {
  const t = useMessages('moderation');
  const [decisionId] = useState(newId);
  const [template, setTemplate] = useState<ShippedAnswer | ''>('');
  const deciding = useDeciding();
  const entry = useHref(report.subjectAddress);
  const form = useForm({
    room: 'moderation',
    initial: { kind: null as DecisionKind | null, facts: '', basis: 'RULES' as DecisionBasis, ground: '' },
    check: ({ kind, ...reasons }) => {
      const checked = checkReasons({ kind: kind ?? 'NO_ACTION', ...reasons });
      return [kind === null ? { code: 'KIND_MISSING', field: 'kind' } : null, checked.ok ? null : checked.refusal];
    },
  });
  const take = (which: ShippedAnswer | '') => {
    setTemplate(which);
    if (which) form.set({ ...SHIPPED_DECISIONS[which], facts: t(`templates.${which}.facts`), ground: groundOf(which, t) });
  };
  const submit = form.submit(async ({ kind, ...reasons }) => {
    const { id, version: expectedVersion } = report;
    const answer = await deciding.send({ input: { id, expectedVersion, decisionId, kind: kind!, ...reasons } });
    if (answer.kind === 'refused') form.refuse(answer.refusal);
    if (answer.kind !== 'done') return;
    showToast({ text: t('decide.done') });
    onClose(true);
  });
  const { kind } = form.values;
  return (
    <Dialog
      open
      title={t('decide.title', { title: report.subjectTitle })}
      onClose={() => onClose(false)}
      onSubmit={() => submit()}
      foot={<DialogFoot send={t('decide.send')} busy={deciding.busy} onClose={() => onClose(false)} />}
    >
      <Fields>
        <div className="kn-quoted">{report.appeals.at(-1)?.text ?? report.explanation}</div>
        <ErrorSummary errors={form.errors} attempts={form.attempts} />
        {deciding.fault ? <ErrorNotice error={deciding.fault} /> : null}
        {deciding.stale !== null ? <Notice tone="due">{t('decide.stale')}</Notice> : null}
        <Select<ShippedAnswer | ''>
          id="report-template"
          name="report-template"
          label={t('decide.template')}
          none={t('decide.templateNone')}
          value={template}
          onChange={take}
          options={SHIPPED_ANSWERS.map((value) => ({ value, label: t(`templates.${value}.name`) }))}
        />
        <RadioGroup<DecisionKind>
          label={t('decide.kind')}
          {...form.field('kind')}
          choices={REPORT_DECISIONS.map((value) => ({ value, label: t(`decisions.${value}`), hint: t(`decide.kindHints.${value}`) }))}
        />
        {kind && kind !== 'NO_ACTION' ? (
          <Notice
            ways={
              <a href={entry} target="_blank" rel="noreferrer">
                {t('decide.toEntry')}
              </a>
            }
          >
            {t(hides(kind) && report.hidesByItself ? 'decide.byItself' : 'decide.byHand')}
          </Notice>
        ) : null}
        {kind && !hides(kind) && report.hidesByItself && hides(report.decisions.at(-1)?.kind) ? (
          <Notice>{t('decide.comesBack')}</Notice>
        ) : null}
        <TextArea label={t('decide.facts')} hint={t('decide.factsHint')} rows={4} max={DECISION_LIMITS.facts} {...form.field('facts')} />
        <RadioGroup<DecisionBasis>
          label={t('decide.basis')}
          {...form.field('basis')}
          choices={DECISION_BASES.map((value) => ({ value, label: t(`bases.${value}`), hint: t(`decide.basisHints.${value}`) }))}
        />
        <TextArea
          label={t('decide.ground')}
          rows={4}
          max={DECISION_LIMITS.ground}
          optional={kind === 'NO_ACTION'}
          {...form.field('ground')}
        />
      </Fields>
    </Dialog>
  );
}

/** Where nothing changes there may be no ground to name. */
const groundOf = (which: ShippedAnswer, t: (key: string) => string) =>
  SHIPPED_DECISIONS[which].kind === 'NO_ACTION' ? '' : t(`templates.${which}.ground`);
