import { Link } from 'react-router';
import { graphql, type ResultOf } from '@knotenpunkt/webkit/contract';
import { useQuery } from '@knotenpunkt/webkit/data';
import { useMessages } from '@knotenpunkt/webkit/i18n';
import { EmptyState, Entry, EntryList, ErrorNotice, FactLine, LinkButton, Loading, Section } from '@knotenpunkt/webkit/ui';

const ALIKE = graphql(`
  query AlikeActors($said: SaidOrganisationInput!) {
    possibleDuplicates(said: $said) {
      id
      slug
      name
      city
      reasons
      administered
    }
  }
`);

type Alike = ResultOf<typeof ALIKE>['possibleDuplicates'][number];

/** Entries that may be the organisation already, each with the way to take it over. */
export function AlikeActors({ name, website }: { name: string; website: string }) {
  const t = useMessages('actors');
  const { data, error, refetch } = useQuery(ALIKE, { variables: { said: { name, website } }, fetchPolicy: 'cache-and-network' });
  if (error && !data) return <ErrorNotice error={error} onRetry={() => void refetch()} />;
  if (!data) return <Loading />;
  if (data.possibleDuplicates.length === 0) return <EmptyState>{t('registration.none')}</EmptyState>;
  return (
    <Section title={t('registration.alike')} explanation={t('registration.alikeLead')}>
      <EntryList label={t('registration.alike')}>
        {data.possibleDuplicates.map((alike) => (
          <AlikeEntry key={alike.id} alike={alike} />
        ))}
      </EntryList>
    </Section>
  );
}

function AlikeEntry({ alike: { name, slug, city, reasons, administered } }: { alike: Alike }) {
  const t = useMessages('actors');
  return (
    <Entry
      title={<Link to={`/akteure/${slug}`}>{name}</Link>}
      beside={
        administered ? null : (
          <LinkButton small to={`/akteure/${slug}/uebernehmen`}>
            {t('registration.isOurs')}
            <span className="kn-hidden">: {name}</span>
          </LinkButton>
        )
      }
      meta={
        <FactLine
          parts={[
            city,
            ...reasons.map((reason) => t(`registration.reasons.${reason}`)),
            administered ? t('registration.administered') : null,
          ]}
        />
      }
    >
      {administered ? t('registration.askThere') : null}
    </Entry>
  );
}
