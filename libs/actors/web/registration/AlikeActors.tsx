import { useState } from 'react';
import { Link } from 'react-router';
import { graphql, type ResultOf } from '@knotenpunkt/webkit/contract';
import { skipToken, useQuery } from '@knotenpunkt/webkit/data';
import { useMessages } from '@knotenpunkt/webkit/i18n';
import {
  EmptyState,
  Entry,
  EntryList,
  ErrorNotice,
  FactLine,
  LinkButton,
  Loading,
  Notice,
  Section,
  useAtRest,
} from '@knotenpunkt/webkit/ui';

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

/** So long the hand rests before anybody is looked for. Milliseconds. */
const REST = 400;
/** With fewer letters everybody would be alike. */
const FEWEST = 3;

/** "Gibt es schon?", while one types: entries that look like the one that is being written, with the reasons. It holds nobody up. */
export function AlikeWhileTyping({ said }: { said: { name: string; website: string; city?: string } }) {
  const t = useMessages('actors');
  const written = JSON.stringify({ name: said.name.trim(), website: said.website.trim(), city: (said.city ?? '').trim() });
  const [asked, setAsked] = useState<string | null>(null);
  useAtRest(written === asked ? null : written, REST, setAsked);
  const about = asked === null ? null : (JSON.parse(asked) as { name: string; website: string; city: string });
  const { data, previousData } = useQuery(ALIKE, about && about.name.length >= FEWEST ? { variables: { said: about } } : skipToken);
  const found = said.name.trim().length < FEWEST ? [] : ((data ?? previousData)?.possibleDuplicates ?? []);
  return (
    <div role="status">
      {found.length > 0 ? (
        <Notice tone="due" title={t('registration.typing')}>
          <EntryList label={t('registration.typing')}>
            {found.map((alike) => (
              <AlikeEntry key={alike.id} alike={alike} />
            ))}
          </EntryList>
        </Notice>
      ) : null}
    </div>
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
