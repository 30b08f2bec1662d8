import { CHALLENGE_LIMITS, type WantedBench } from '@knotenpunkt/challenges/domain';
import { ACTOR_KINDS, isActorKind, type ActorKind } from '@knotenpunkt/themes/domain';
import { useMessages } from '@knotenpunkt/webkit/i18n';
import { CheckboxGroup, KindMark, Select, type FieldBinding } from '@knotenpunkt/webkit/ui';
import './challenges.css';

/** Which benches are wanted at the table, and how many seats at least on each. */
export function BenchFields({ value, onChange, ...field }: FieldBinding<WantedBench[]>) {
  const t = useMessages('challenges');
  const minimumOf = (kind: ActorKind) => value.find((bench) => bench.kind === kind)?.minimum ?? 1;
  const numbers = Array.from({ length: CHALLENGE_LIMITS.minimum }, (_, index) => String(index + 1));
  return (
    <div className="challenges-benches">
      <CheckboxGroup<ActorKind>
        {...field}
        label={t('page.form.benches')}
        hint={t('page.form.benchesHint')}
        optional
        small
        value={value.map(({ kind }) => kind)}
        onChange={(kinds) => onChange(kinds.filter(isActorKind).map((kind) => ({ kind, minimum: minimumOf(kind) })))}
        choices={ACTOR_KINDS.map((kind) => ({
          value: kind,
          label: (
            <>
              <KindMark kind={kind} size={14} silent />
              {t(`themes:benches.${kind}`)}
            </>
          ),
        }))}
      />
      {value.length > 0 ? (
        <div className="challenges-minimums" role="group" aria-label={t('page.form.minimums')}>
          {value.map((bench) => (
            <Select
              key={bench.kind}
              id={`${field.id}-${bench.kind}`}
              name={`minimum-${bench.kind}`}
              label={t('page.form.minimum', { bench: t(`themes:benches.${bench.kind}`) })}
              small
              value={String(bench.minimum)}
              onChange={(minimum) =>
                onChange(value.map((each) => (each.kind === bench.kind ? { ...each, minimum: Number(minimum) } : each)))
              }
              options={numbers.map((number) => ({ value: number, label: number }))}
            />
          ))}
        </div>
      ) : null}
    </div>
  );
}
