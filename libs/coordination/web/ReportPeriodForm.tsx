import { checkReportPeriod } from '@knotenpunkt/coordination/domain';
import { isLocalDate, type DayPeriod, type LocalDate } from '@knotenpunkt/kernel';
import { useMessages } from '@knotenpunkt/webkit/i18n';
import { Button, DateField, ErrorSummary, FieldRow, Fields, FormFoot, useForm } from '@knotenpunkt/webkit/ui';

interface ReportPeriodFormProps {
  period: DayPeriod;
  today: LocalDate;
  onChange: (period: DayPeriod) => void;
}

/** The days a report tells of. */
export function ReportPeriodForm({ period, today, onChange }: ReportPeriodFormProps) {
  const t = useMessages('coordination');
  const form = useForm({
    room: 'coordination',
    initial: period,
    check: (days) => {
      const missing = (['from', 'until'] as const).filter((field) => !isLocalDate(days[field]));
      if (missing.length > 0) return missing.map((field) => ({ code: 'DAY_MISSING', field }));
      const checked = checkReportPeriod(days, today);
      return [checked.ok ? null : checked.refusal];
    },
  });
  return (
    <form className="report-period" aria-label={t('reportPage.period')} noValidate onSubmit={form.submit(onChange)}>
      <Fields>
        <ErrorSummary errors={form.errors} attempts={form.attempts} />
        <FieldRow>
          <DateField label={t('reportPage.from')} max={today} {...form.field('from')} />
          <DateField label={t('reportPage.until')} max={today} {...form.field('until')} />
        </FieldRow>
      </Fields>
      <FormFoot>
        <Button type="submit">{t('reportPage.show')}</Button>
      </FormFoot>
    </form>
  );
}
