import { useLayoutEffect, useRef } from 'react';
import { useMessages } from '@knotenpunkt/webkit/i18n';
import { LinkButton, Segments } from '@knotenpunkt/webkit/ui';
import { Arrangement } from './decorate/Arrangement';
import type { NetworkPageState } from './page';
import { TakeMenu } from './take/TakeMenu';
import { isFocusLost } from './useFocusAfterAct';
import { ViewTools } from './views/ViewTools';

export interface NetworkToolsProps extends NetworkPageState {
  form: 'picture' | 'list';
  /** What leads elsewhere lies behind one line, where there is little room. */
  folded?: boolean;
}

/** What one does with the whole view: above the picture, and beside the list. */
export function NetworkTools({ overview, shown, control, kept, switched, form, folded = false }: NetworkToolsProps) {
  const t = useMessages('network');
  const { view, change } = control;
  const tools = useRef<HTMLDivElement>(null);
  // The form one switched to may still be out of sight, for what it waits for; until it is there nothing in it takes the focus.
  useLayoutEffect(() => {
    if (switched.current !== form) return;
    if (isFocusLost()) tools.current?.querySelector<HTMLElement>('[data-form] [aria-pressed="true"]')?.focus();
    if (!isFocusLost()) switched.current = null;
  });
  const more = (
    <>
      <ViewTools control={control} kept={kept} />
      <LinkButton small to="/netzwerk/kennzahlen">
        {t('measures.link')}
      </LinkButton>
      <TakeMenu overview={overview} view={view} shown={shown} kept={kept} />
    </>
  );
  return (
    <div ref={tools} className="network__tools">
      <Arrangement form={form} view={view} onChange={change} />
      <div data-form className="network__forms">
        <Segments
          label={t('view.label')}
          value={form}
          options={[
            { value: 'picture', label: t('view.picture') },
            { value: 'list', label: t('view.list') },
          ]}
          onChange={(value) => {
            switched.current = value === form ? null : value;
            change({ form: value });
          }}
        />
      </div>
      {folded ? (
        <details className="network__fold">
          <summary>{t('view.more')}</summary>
          <div className="network__more">{more}</div>
        </details>
      ) : (
        more
      )}
    </div>
  );
}
