import { ARRANGEMENTS, onTheMap, type NetworkView } from '@knotenpunkt/network/domain';
import { useMessages } from '@knotenpunkt/webkit/i18n';
import { Segments, Select } from '@knotenpunkt/webkit/ui';
import type { NetworkPageState } from '../page';
import { useRegionGround } from './useRegionGround';
import './decorate.css';

export interface ArrangementProps {
  form: 'picture' | 'list';
  view: NetworkView;
  onChange: (part: Partial<NetworkView>) => void;
}

/** How the network is arranged: words above a wide picture, else a list to choose from. In words it orders the list. */
export function Arrangement({ form, view, onChange }: ArrangementProps) {
  const t = useMessages('network');
  const options = ARRANGEMENTS.map((value) => ({ value, label: t(`decorate.${form === 'list' ? 'order' : 'arrangement'}.${value}`) }));
  const choose = (arrangement: NetworkView['arrangement']) => onChange({ arrangement });
  const label = t(form === 'list' ? 'decorate.order.label' : 'decorate.arrangement.label');
  return (
    <>
      {form === 'picture' ? (
        <div className="network-arrangement network-arrangement--wide">
          <Segments label={label} value={view.arrangement} options={options} onChange={choose} />
        </div>
      ) : null}
      <div className={form === 'picture' ? 'network-arrangement network-arrangement--narrow' : 'network-arrangement'}>
        <Select
          id={`network-arrangement-${form}`}
          name="arrangement"
          label={label}
          small
          value={view.arrangement}
          options={options}
          onChange={choose}
        />
      </div>
    </>
  );
}

/** One sentence that says how to read the arrangement; nothing of communities, which explain themselves beside. */
export function ArrangementNote({ overview, control: { view }, shown, form }: NetworkPageState & { form: 'picture' | 'list' }) {
  const t = useMessages('network');
  const isMap = view.arrangement === 'map';
  const region = useRegionGround(isMap);
  if (view.arrangement === 'communities') return null;
  const { outside, unknown } = isMap && region ? onTheMap(overview, region.extent, shown.actors) : { outside: 0, unknown: 0 };
  const sentences = [
    t(`decorate.${form === 'list' ? 'noteInWords' : 'note'}.${view.arrangement}`),
    form === 'picture' && region?.outlines ? t('decorate.note.outlines') : '',
    outside > 0 ? t('decorate.note.outside', { count: outside }) : '',
    unknown > 0 ? t('decorate.note.noPlace', { count: unknown }) : '',
  ];
  return <p className="network-arrangement__note kn-meta">{sentences.filter(Boolean).join(' ')}</p>;
}
