import { Link } from 'react-router';
import { useActsFor } from '@knotenpunkt/identity/web';
import { graphql } from '@knotenpunkt/webkit/contract';
import { useLiveChanges, useQuery } from '@knotenpunkt/webkit/data';
import { useMessages } from '@knotenpunkt/webkit/i18n';
import { EntryList, Section } from '@knotenpunkt/webkit/ui';
import { SuggestionEntry } from './SuggestionEntry';

const ACTOR_FITS = graphql(`
  query ActorFits($slug: String!) {
    actorFits(slug: $slug, first: 3) {
      actorId
      ...SuggestionParts
    }
  }
`);

/** Who fits the organisation of a Steckbrief, with reasons; nothing where nobody does. */
export function ActorFits({ actor }: { actor: { id: string; name: string; slug: string; kind: string } }) {
  const t = useMessages('matching');
  const own = useActsFor(actor.id);
  const { data, refetch } = useQuery(ACTOR_FITS, { variables: { slug: actor.slug } });
  useLiveChanges(['actor'], () => void refetch());
  const fits = data?.actorFits ?? [];
  if (fits.length === 0 && !own) return null;
  return (
    <Section title={t('fits.title')} beside={own ? <Link to="/passungen">{t('fits.all')}</Link> : undefined}>
      {fits.length === 0 ? <p className="kn-muted">{t('fits.none')}</p> : null}
      <EntryList label={t('fits.title')}>
        {fits.map((suggestion) => (
          <SuggestionEntry key={suggestion.actorId} from={actor} suggestion={suggestion} most={2} />
        ))}
      </EntryList>
    </Section>
  );
}
