import { phraseOfAct } from '@knotenpunkt/notices/domain';
import { ActLine } from '@knotenpunkt/notices/web';
import { graphql } from '@knotenpunkt/webkit/contract';
import { useLiveChanges, useQuery, useToday } from '@knotenpunkt/webkit/data';
import { useFormat, useMessages } from '@knotenpunkt/webkit/i18n';
import { ErrorNotice, Section } from '@knotenpunkt/webkit/ui';

const LATEST_ACTS = graphql(`
  query LatestActs {
    latestActs(first: 8) {
      id
      verb
      ...ActParts
    }
  }
`);

/** What happened last in the region, newest first: who did what, with the day and the way to it. */
export function LatestActs() {
  const t = useMessages('app');
  const format = useFormat();
  const today = useToday();
  const { data, error, refetch } = useQuery(LATEST_ACTS);
  useLiveChanges([], () => void refetch());
  const told = (data?.latestActs ?? []).filter(({ verb }) => phraseOfAct(verb) !== null);
  return (
    <Section title={t('acts.title')} beside={format.weekday(today)}>
      {error && !data ? <ErrorNotice error={error} onRetry={() => void refetch()} /> : null}
      {data && told.length === 0 ? <p className="kn-explanation">{t('acts.none')}</p> : null}
      <ol className="notices-acts">
        {told.map((act) => (
          <ActLine key={act.id} act={act} />
        ))}
      </ol>
    </Section>
  );
}
