import { graphql, type ResultOf } from '@knotenpunkt/webkit/contract';
import { useQuery } from '@knotenpunkt/webkit/data';
import { useMessages } from '@knotenpunkt/webkit/i18n';
import { EmptyState, Entry, EntryList, ErrorNotice, FactLine, KindMark, LinkButton, Loading, Section } from '@knotenpunkt/webkit/ui';
import { ActorLink } from '../ActorLink';

const ALIKE = graphql(`
  query AlikeActors($name: String!, $website: String!) {
    alikeActors(name: $name, website: $website) {
      actorId
      reason
      administered
      actor {
        id
        slug
        name
        kind
        city
        summary
      }
    }
  }
`);

type Alike = ResultOf<typeof ALIKE>['alikeActors'][number];

/** Entries that may be the organisation already, each with the way to take it over. */
export function AlikeActors({ name, website }: { name: string; website: string }) {
  const t = useMessages('actors');
  const { data, error, refetch } = useQuery(ALIKE, { variables: { name, website }, fetchPolicy: 'cache-and-network' });
  if (error && !data) return <ErrorNotice error={error} onRetry={() => void refetch()} />;
  if (!data) return <Loading />;
  if (data.alikeActors.length === 0) return <EmptyState>{t('registration.none')}</EmptyState>;
  return (
    <Section title={t('registration.alike')} explanation={t('registration.alikeLead')}>
      <EntryList label={t('registration.alike')}>
        {data.alikeActors.map((alike) => (
          <AlikeEntry key={alike.actorId} alike={alike} />
        ))}
      </EntryList>
    </Section>
  );
}

function AlikeEntry({ alike: { actor, reason, administered } }: { alike: Alike }) {
  const t = useMessages('actors');
  if (!actor) return null;
  return (
    <Entry
      title={<ActorLink actor={actor} />}
      mark={<KindMark kind={actor.kind} size={18} />}
      beside={
        administered ? null : (
          <LinkButton small to={`/akteure/${actor.slug}/uebernehmen`}>
            {t('registration.isOurs')}
            <span className="kn-hidden">: {actor.name}</span>
          </LinkButton>
        )
      }
      meta={<FactLine parts={[actor.city, t(`registration.reasons.${reason}`), administered ? t('registration.administered') : null]} />}
    >
      {administered ? t('registration.askThere') : actor.summary}
    </Entry>
  );
}
