import { useMessages } from '@knotenpunkt/webkit/i18n';
import { Segments } from '@knotenpunkt/webkit/ui';
import type { NetworkPageState } from './page';
import { ViewTools } from './views/ViewTools';

/** What one does with the whole view: above the picture, and beside the list. */
export function NetworkTools({ form, ...page }: NetworkPageState & { form: 'picture' | 'list' }) {
  const t = useMessages('network');
  const { change } = page.control;
  return (
    <div className="network__tools">
      <ViewTools control={page.control} />
      <Segments
        label={t('view.label')}
        value={form}
        options={[
          { value: 'picture', label: t('view.picture') },
          { value: 'list', label: t('view.list') },
        ]}
        onChange={(value) => change({ form: value })}
      />
    </div>
  );
}
