import { Link } from 'react-router';
import { CoordinatorsPage } from '@knotenpunkt/identity/web';
import { useFormat, useMessages } from '@knotenpunkt/webkit/i18n';
import { Column, EmptyState, Entry, FactLine, PagedEntries } from '@knotenpunkt/webkit/ui';
import { useSuccessions } from './useSuccessions';

/** `/koordination/zusammenschluesse`: organisations that became part of others, and what is proposed. */
export function SuccessionsPage() {
  const t = useMessages('imports');
  return (
    <CoordinatorsPage title={t('succession.open')} explanation={t('succession.listLead')} only={t('succession.coordinatorsOnly')}>
      <Column>
        <List />
      </Column>
    </CoordinatorsPage>
  );
}

function List() {
  const t = useMessages('imports');
  const format = useFormat();
  const pages = useSuccessions();
  return (
    <PagedEntries pages={pages} label={t('succession.open')} empty={<EmptyState>{t('succession.listEmpty')}</EmptyState>}>
      {({ id, predecessorName: predecessor, successorName: successor, sinceOn, state }) => (
        <Entry
          key={id}
          title={<Link to={`/zusammenschluss/${id}`}>{t('succession.line', { predecessor, successor })}</Link>}
          meta={<FactLine parts={[t(`succession.states.${state}`), t('succession.since', { day: format.date(sinceOn) })]} />}
        />
      )}
    </PagedEntries>
  );
}
