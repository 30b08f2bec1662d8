import { useMessages } from '@knotenpunkt/webkit/i18n';
import { LinkButton, Segments } from '@knotenpunkt/webkit/ui';
import { Arrangement } from './decorate/Arrangement';
import type { NetworkPageState } from './page';
import { TakeMenu } from './take/TakeMenu';
import { ViewTools } from './views/ViewTools';

/** What one does with the whole view: above the picture, and beside the list. */
export function NetworkTools({ overview, shown, control, form }: NetworkPageState & { form: 'picture' | 'list' }) {
  const t = useMessages('network');
  const { view, change } = control;
  return (
    <div className="network__tools">
      <Arrangement form={form} view={view} onChange={change} />
      <Segments
        label={t('view.label')}
        value={form}
        options={[
          { value: 'picture', label: t('view.picture') },
          { value: 'list', label: t('view.list') },
        ]}
        onChange={(value) => change({ form: value })}
      />
      <ViewTools control={control} />
      <LinkButton small to="/netzwerk/kennzahlen">
        {t('measures.link')}
      </LinkButton>
      <TakeMenu overview={overview} view={view} shown={shown} />
    </div>
  );
}
