import { useMemo } from 'react';
import { GRADES } from '@knotenpunkt/kernel';
import type { NetworkOverview, NetworkView } from '@knotenpunkt/network/domain';
import { useMessages } from '@knotenpunkt/webkit/i18n';
import { TextButton } from '@knotenpunkt/webkit/ui';

const MET = GRADES.indexOf('MET');

/** That there are meetings which are not shown, and how to show them; nothing where there are none or they are shown. */
export function HiddenMeetings({
  overview,
  view,
  onChange,
}: {
  overview: NetworkOverview;
  view: NetworkView;
  onChange: (part: Partial<NetworkView>) => void;
}) {
  const t = useMessages('network');
  const count = useMemo(() => overview.columns.ties.grade.reduce((sum, grade) => sum + Number(grade === MET), 0), [overview]);
  if (count === 0 || view.grades.includes('MET')) return null;
  return (
    <p className="network-meetings">
      {t('closer.meetings.hidden', { count })}{' '}
      <TextButton onClick={() => onChange({ grades: GRADES.filter((grade) => grade === 'MET' || view.grades.includes(grade)) })}>
        {t('closer.meetings.show')}
      </TextButton>
    </p>
  );
}
