import { checkPeriod, CONFIRMATION_LIMITS } from '@knotenpunkt/actors/domain';
import { useMessages } from '@knotenpunkt/webkit/i18n';
import { Button, ErrorNotice, Fields, FormFoot, Section, showToast, StaleNotice, TextField, useForm } from '@knotenpunkt/webkit/ui';
import { useSettingPeriod } from './useAgedActors';

/** After how many days the region asks. */
export function PeriodForm({ period, onSaved }: { period: { afterDays: number; version: number }; onSaved: () => void }) {
  const t = useMessages('actors');
  const { send, busy, fault, stale, forget } = useSettingPeriod();
  const form = useForm({
    room: 'actors',
    initial: { afterDays: String(period.afterDays) },
    check: ({ afterDays }) => {
      const checked = checkPeriod(Number(afterDays));
      return [checked.ok ? null : checked.refusal];
    },
  });
  const submit = form.submit(async (values) => {
    const afterDays = Number(values.afterDays);
    const answer = await send({ input: { afterDays, expectedVersion: period.version } });
    if (answer.kind === 'refused') form.refuse(answer.refusal);
    if (answer.kind !== 'done') return;
    showToast({ text: t('aged.periodSaved', { days: afterDays }) });
    onSaved();
  });
  const { fewestDays: min, mostDays: max } = CONFIRMATION_LIMITS;
  return (
    <Section title={t('aged.period')}>
      <form onSubmit={submit} noValidate>
        <Fields>
          {fault ? <ErrorNotice error={fault} /> : null}
          {stale === null ? null : (
            <StaleNotice
              onLoad={() => {
                forget();
                onSaved();
              }}
            />
          )}
          <TextField
            label={t('aged.periodDays')}
            hint={t('aged.periodHint', { min, max })}
            inputMode="numeric"
            {...form.field('afterDays')}
          />
          <FormFoot>
            <Button type="submit" busy={busy}>
              {t('aged.periodSave')}
            </Button>
          </FormFoot>
        </Fields>
      </form>
    </Section>
  );
}
