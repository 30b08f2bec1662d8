import { useEffect, useRef } from 'react';
import { newId } from '@knotenpunkt/kernel';
import { moved, ROUND_LIMITS } from '@knotenpunkt/network/domain';
import { useMessages } from '@knotenpunkt/webkit/i18n';
import { ComboBox, TextArea, TextButton, type FieldBinding } from '@knotenpunkt/webkit/ui';
import { useKeptViews } from './useKeptViews';

export interface WrittenStop {
  key: string;
  viewId: string;
  name: string;
  sentence: string;
}

/** The views on the way, in their order, with what is said at each. Moved by buttons, so that a keyboard will do. */
export function StopsField({ id, name, value: stops, onChange, onLeave, error }: FieldBinding<WrittenStop[]>) {
  const t = useMessages('network');
  const { lists } = useKeptViews();
  const views = [...new Map([...(lists?.mine ?? []), ...(lists?.ofRegion ?? [])].map((view) => [view.id, view])).values()];
  const options = views.filter(({ archived }) => !archived).map((view) => ({ id: view.id, text: view.name }));
  // Whoever added a view goes on with what is said there: the field it was chosen in is a new one then.
  const added = useRef<string | null>(null);
  useEffect(() => {
    if (added.current !== null) document.getElementById(`${id}-${added.current}`)?.focus();
    added.current = null;
  }, [id, stops]);
  const add = (viewId: string | null) => {
    const view = views.find((one) => one.id === viewId);
    if (!view) return;
    added.current = newId();
    onChange([...stops, { key: added.current, viewId: view.id, name: view.name, sentence: '' }]);
  };
  const say = (key: string, sentence: string) => onChange(stops.map((stop) => (stop.key === key ? { ...stop, sentence } : stop)));
  return (
    <>
      <ol className="network-stops" aria-label={t('views.rounds.order')}>
        {stops.map(({ key, name: of, sentence }, at) => (
          <li key={key}>
            <TextArea
              id={`${id}-${key}`}
              name={`${name}-${key}`}
              label={t('views.rounds.fromNumber', { number: at + 1, name: of })}
              hint={t('views.rounds.said')}
              optional
              rows={2}
              max={ROUND_LIMITS.sentence}
              value={sentence}
              onChange={(text) => say(key, text)}
            />
            <p className="network-stops__acts">
              {at > 0 ? (
                <TextButton onClick={() => onChange(moved(stops, at, at - 1))}>{t('views.rounds.up', { name: of })}</TextButton>
              ) : null}
              {at < stops.length - 1 ? (
                <TextButton onClick={() => onChange(moved(stops, at, at + 1))}>{t('views.rounds.down', { name: of })}</TextButton>
              ) : null}
              <TextButton onClick={() => onChange(stops.filter((stop) => stop.key !== key))}>
                {t('views.rounds.take', { name: of })}
              </TextButton>
            </p>
          </li>
        ))}
      </ol>
      <ComboBox
        key={stops.length}
        {...{ id, name, error, onLeave }}
        label={t('views.rounds.add')}
        optional={stops.length > 0}
        value={null}
        onChange={add}
        options={options}
      />
    </>
  );
}
