import { Link } from 'react-router';
import { graphql } from '@knotenpunkt/webkit/contract';
import { useLiveChanges, useQuery, useRegion, useToday } from '@knotenpunkt/webkit/data';
import { Sentence, useFormat, useMessages } from '@knotenpunkt/webkit/i18n';
import { ErrorNotice, KindMark, Section } from '@knotenpunkt/webkit/ui';
import { dayIn } from '@knotenpunkt/kernel';
import { addressOfAct, phraseOfAct } from './act-words';

const LATEST_ACTS = graphql(`
  query LatestActs {
    latestActs(first: 8) {
      id
      at
      verb
      subjectType
      subjectTitle
      subjectSlug
      actor {
        id
        name
        shortName
        slug
        kind
      }
    }
  }
`);

/** What happened last in the region, newest first: who did what, with the day and the way to it. */
export function LatestActs() {
  const t = useMessages('app');
  const format = useFormat();
  const today = useToday();
  const { timeZone } = useRegion();
  const { data, error, refetch } = useQuery(LATEST_ACTS);
  useLiveChanges([], () => void refetch());
  const told = (data?.latestActs ?? []).filter(({ verb }) => phraseOfAct(verb) !== null);
  return (
    <Section title={t('acts.title')} beside={format.weekday(today)}>
      {error && !data ? <ErrorNotice error={error} onRetry={() => void refetch()} /> : null}
      {data && told.length === 0 ? <p className="kn-explanation">{t('acts.none')}</p> : null}
      <ol className="kn-acts">
        {told.map((act) => (
          <li key={act.id}>
            <span className="kn-acts__day">{format.recent(dayIn(new Date(act.at), timeZone), today)}</span>
            {act.actor ? <KindMark kind={act.actor.kind} size={18} silent /> : <span />}
            <span>
              <Sentence
                room="app"
                say={phraseOfAct(act.verb)!}
                values={{ who: act.actor ? act.actor.shortName || act.actor.name : t('acts.coordination'), title: act.subjectTitle }}
                parts={{
                  actor: act.actor ? <Link className="kn-acts__actor" to={`/akteure/${act.actor.slug}`} /> : <strong />,
                  act: addressOfAct(act) ? <Link to={addressOfAct(act)!} /> : <span />,
                }}
              />
            </span>
          </li>
        ))}
      </ol>
    </Section>
  );
}
