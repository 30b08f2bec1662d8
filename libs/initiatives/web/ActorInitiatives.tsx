import { Link } from 'react-router';
import { graphql } from '@knotenpunkt/webkit/contract';
import { useLiveChanges, useQuery } from '@knotenpunkt/webkit/data';
import { useMessages } from '@knotenpunkt/webkit/i18n';
import { EntryList, ErrorNotice, Loading, Section } from '@knotenpunkt/webkit/ui';
import { InitiativeEntry } from './InitiativeEntry';
import './initiatives.css';

const OF_ACTOR = graphql(`
  query InitiativesOfActor($id: ID!) {
    actorById(id: $id) {
      id
      initiatives(first: 30) {
        id
        ...InitiativeEntryParts
      }
    }
  }
`);

/** Steckbrief: what an organisation leads or takes part in. */
export function ActorInitiatives({ actor }: { actor: { id: string; availableActions: readonly string[] } }) {
  const t = useMessages('initiatives');
  const { data, error, refetch } = useQuery(OF_ACTOR, { variables: { id: actor.id } });
  useLiveChanges(['initiative'], () => void refetch());
  const initiatives = data?.actorById?.initiatives;
  const isOwn = actor.availableActions.length > 0;
  return (
    <Section title={t('page.actorTitle')} beside={isOwn ? <Link to="/vorhaben/neu">{t('page.new')}</Link> : null}>
      {error && !data ? <ErrorNotice error={error} onRetry={() => void refetch()} /> : null}
      {!data && !error ? <Loading /> : null}
      {initiatives?.length === 0 ? <p className="kn-muted">{t(isOwn ? 'page.actorNoneOwn' : 'page.actorNone')}</p> : null}
      {initiatives && initiatives.length > 0 ? (
        <EntryList label={t('page.actorTitle')}>
          {initiatives.map((initiative) => (
            <InitiativeEntry key={initiative.id} initiative={initiative} of={actor.id} />
          ))}
        </EntryList>
      ) : null}
    </Section>
  );
}
