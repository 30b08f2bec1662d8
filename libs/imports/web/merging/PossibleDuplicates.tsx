import { useState } from 'react';
import { Link } from 'react-router';
import { graphql } from '@knotenpunkt/webkit/contract';
import { skipToken, useQuery } from '@knotenpunkt/webkit/data';
import { useFormat, useMessages } from '@knotenpunkt/webkit/i18n';
import { Entry, EntryList, Notice, useAtRest } from '@knotenpunkt/webkit/ui';

const POSSIBLE = graphql(`
  query PossibleDuplicates($said: SaidOrganisationInput!) {
    possibleDuplicates(said: $said) {
      id
      name
      city
      slug
      reasons
    }
  }
`);

/** So long the hand rests before somebody is looked for. Milliseconds. */
const REST = 400;
/** With fewer letters everybody would be alike. */
const FEWEST = 3;

export interface SaidOrganisation {
  name: string;
  city?: string;
  website?: string;
  street?: string;
  postalCode?: string;
}

/** "Gibt es schon?": entries that look like the one that is being written, with the reasons. It asks while one types and holds nobody up. */
export function PossibleDuplicates({ said }: { said: SaidOrganisation }) {
  const t = useMessages('imports');
  const format = useFormat();
  const [asked, setAsked] = useState<string | null>(null);
  const { name, city = '', website = '', street = '', postalCode = '' } = said;
  const written = JSON.stringify({ name: name.trim(), city, website, street, postalCode });
  useAtRest(written === asked ? null : written, REST, setAsked);
  const about = asked === null ? null : (JSON.parse(asked) as Required<SaidOrganisation>);
  const { data, previousData } = useQuery(POSSIBLE, about && about.name.length >= FEWEST ? { variables: { said: about } } : skipToken);
  const found = (data ?? previousData)?.possibleDuplicates ?? [];
  return (
    <div role="status">
      {name.trim().length >= FEWEST && found.length > 0 ? (
        <Notice tone="due" title={t('merging.alikeTitle')}>
          <p>{t('merging.alikeLead', { count: found.length })}</p>
          <EntryList label={t('merging.alikeTitle')}>
            {found.map(({ id, slug, reasons, ...one }) => (
              <Entry
                key={id}
                title={
                  <Link to={`/akteure/${slug}`} target="_blank">
                    {one.name}
                  </Link>
                }
                meta={[one.city, format.list(reasons.map((reason) => t(`import.reasons.${reason}`)))].filter(Boolean).join(' – ')}
              />
            ))}
          </EntryList>
        </Notice>
      ) : null}
    </div>
  );
}
