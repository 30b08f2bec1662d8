import {
  CONTRIBUTION_KINDS,
  LONGEST_COMMITMENT,
  needsAmount,
  unitsOf,
  type AmountUnit,
  type ContributionKind,
} from '@knotenpunkt/themes/domain';
import { useToday } from '@knotenpunkt/webkit/data';
import { useMessages } from '@knotenpunkt/webkit/i18n';
import { DateField, Select, TextArea, TextField } from '@knotenpunkt/webkit/ui';
import { withKind, type ContributionValues } from './contribution-values';
import './contribution.css';

export interface ContributionFieldsProps {
  values: ContributionValues;
  onChange: (change: Partial<ContributionValues>) => void;
  /** What the room calls the sentence and the last day. */
  labels: { commitment: string; dueOn: string };
  idOf: (field: keyof ContributionValues) => string;
  errorOf: (field: keyof ContributionValues) => string | undefined;
  onLeave?: (field: keyof ContributionValues) => void;
}

/** What somebody brings: in a sentence, which kind, how much where that is counted, from when until when. */
export function ContributionFields({ values, onChange, labels, idOf, errorOf, onLeave }: ContributionFieldsProps) {
  const t = useMessages('themes');
  const today = useToday();
  const { contributionKind, unit } = values;
  const units = unitsOf(contributionKind);
  const counted = units.includes(unit) ? unit : units[0];
  const field = (name: keyof ContributionValues) => ({
    id: idOf(name),
    name,
    error: errorOf(name),
    ...(onLeave ? { onLeave: () => onLeave(name) } : {}),
  });
  return (
    <>
      <TextArea
        label={labels.commitment}
        rows={2}
        max={LONGEST_COMMITMENT}
        value={values.commitment}
        onChange={(commitment) => onChange({ commitment })}
        {...field('commitment')}
      />
      <div className="themes-contribution">
        <Select<ContributionKind>
          label={t('contributions.fields.kind')}
          value={contributionKind}
          onChange={(kind) => onChange(withKind(values, kind))}
          options={CONTRIBUTION_KINDS.map((value) => ({
            value,
            label: t(`contributions.kinds.${value}`),
          }))}
          {...field('contributionKind')}
        />
        {counted ? (
          <TextField
            label={t(`contributions.fields.amount.${counted}`)}
            inputMode="decimal"
            optional={!needsAmount(contributionKind)}
            value={values.amount}
            onChange={(amount) => onChange({ amount })}
            {...field('amount')}
          />
        ) : null}
        {counted && units.length > 1 ? (
          <Select<AmountUnit>
            label={t('contributions.fields.unit')}
            value={counted}
            onChange={(next) => onChange({ unit: next })}
            options={units.map((value) => ({ value, label: t(`contributions.units.${value}`) }))}
            {...field('unit')}
          />
        ) : null}
        <DateField
          label={t('contributions.fields.fromOn')}
          optional
          value={values.fromOn}
          onChange={(fromOn) => onChange({ fromOn })}
          {...field('fromOn')}
        />
        <DateField label={labels.dueOn} min={today} value={values.dueOn} onChange={(dueOn) => onChange({ dueOn })} {...field('dueOn')} />
      </div>
    </>
  );
}
