import { useState, type ReactNode } from 'react';
import { Link } from 'react-router';
import { useOwnActors } from '@knotenpunkt/actors/web';
import { graphql, readFragment, type FragmentType } from '@knotenpunkt/webkit/contract';
import { skipToken, useLiveChanges, useQuery } from '@knotenpunkt/webkit/data';
import { useMessages } from '@knotenpunkt/webkit/i18n';
import { Button, EmptyState, EntryList, ErrorNotice, LinkButton, Loading, Page, PageHeader, Select } from '@knotenpunkt/webkit/ui';
import type { ContactPart } from './AskLine';
import { DismissDialog, useDismiss } from './DismissDialog';
import { REASON_PARTS } from './ReasonLine';
import { SUGGESTION_PARTS, SuggestionEntry } from './SuggestionEntry';

const FITS_US = graphql(`
  query FitsUs($actorId: ID!) {
    actorById(id: $actorId) {
      id
      name
      slug
      kind
    }
    comparesMeaning
    sharedHistory
    suggestions(actorId: $actorId, first: 3) {
      actorId
      ...SuggestionParts
    }
  }
`);

interface Named {
  id: string;
  name: string;
}

/** What to do about somebody with whom the organisation has a partner in common. The page brings it. */
export type IntroduceOwnPart = (own: Named, suggested: Named) => ReactNode;

/** "Wer passt zu uns?": three suggestions for one's own organisation; yes, later, or no and why. */
export function FitsPage({ contact, introduce }: { contact: ContactPart; introduce: IntroduceOwnPart }) {
  const t = useMessages('matching');
  const own = useOwnActors();
  const [chosen, setChosen] = useState<string | null>(null);
  const actors = own?.actors ?? [];
  const actorId = chosen ?? actors[0]?.id ?? null;
  const { data, error, refetch } = useQuery(FITS_US, actorId ? { variables: { actorId }, fetchPolicy: 'cache-and-network' } : skipToken);
  const again = () => void (actorId && refetch());
  useLiveChanges(['actor'], again);
  const fits = data?.suggestions ?? [];
  const asker = actorId ? data?.actorById : null;
  return (
    <Page>
      <PageHeader title={t('fits.pageTitle')} explanation={t('fits.explanation')} />
      {own && !actorId ? (
        <EmptyState step={own.signedIn ? undefined : <LinkButton to="/anmelden">{t('fits.signInStep')}</LinkButton>}>
          {t('fits.signIn')}
        </EmptyState>
      ) : null}
      {actors.length > 1 && actorId ? (
        <Select
          id="fits-actor"
          name="actor"
          label={t('fits.actor')}
          value={actorId}
          onChange={setChosen}
          options={actors.map(({ id, name }) => ({ value: id, label: name }))}
        />
      ) : null}
      {error && !data ? <ErrorNotice error={error} onRetry={again} /> : null}
      {actorId && !data && !error ? <Loading /> : null}
      {data && actorId && fits.length === 0 ? (
        <EmptyState step={data.actorById ? <LinkButton to={`/akteure/${data.actorById.slug}`}>{t('fits.step')}</LinkButton> : undefined}>
          {t('fits.none')}
        </EmptyState>
      ) : null}
      {asker ? (
        <EntryList label={t('fits.pageTitle')}>
          {fits.map((suggestion) => (
            <Fit key={suggestion.actorId} own={asker} suggestion={suggestion} contact={contact} introduce={introduce} onChange={again} />
          ))}
        </EntryList>
      ) : null}
      {data?.actorById ? (
        <p>
          <Link to={`/akteure/${data.actorById.slug}/festgehalten`}>{t('held.link')}</Link>
        </p>
      ) : null}
      {fits.some((suggestion) => readFragment(SUGGESTION_PARTS, suggestion).percent !== null) ? (
        <p className="kn-meta">{t('fits.percent')}</p>
      ) : null}
      {data && data.sharedHistory !== 'TELLS' ? <p className="kn-meta">{t(`fits.history${data.sharedHistory}`)}</p> : null}
      {data && !data.comparesMeaning ? <p className="kn-meta">{t('fits.wordsOnly')}</p> : null}
    </Page>
  );
}

function Fit({
  own,
  suggestion,
  contact,
  introduce,
  onChange,
}: {
  own: Named & { slug: string; kind: string };
  suggestion: FragmentType<typeof SUGGESTION_PARTS>;
  contact: ContactPart;
  introduce: IntroduceOwnPart;
  onChange: () => void;
}) {
  const t = useMessages('matching');
  const { actor, reasons } = readFragment(SUGGESTION_PARTS, suggestion);
  const known = readFragment(REASON_PARTS, reasons).map(({ code }) => code);
  const introducible = known.includes('COMMON_PARTNER') && !known.includes('ALREADY_WORKS_TOGETHER');
  const pair = { actorId: own.id, suggestedId: actor.id };
  const [asking, setAsking] = useState(false);
  const { put, busy } = useDismiss(pair, actor.name, onChange);
  return (
    <>
      <SuggestionEntry
        from={own}
        suggestion={suggestion}
        actions={
          <>
            {contact({ actorId: actor.id, actorName: actor.name, message: '', fromActorId: own.id })}
            {introducible ? introduce(own, actor) : null}
            <Button small kind="plain" busy={busy} onClick={() => void put('LATER')}>
              {t('fits.later')}
            </Button>
            <Button small kind="plain" onClick={() => setAsking(true)}>
              {t('fits.no')}
            </Button>
          </>
        }
      />
      {asking ? <DismissDialog pair={pair} name={actor.name} onChange={onChange} onClose={() => setAsking(false)} /> : null}
    </>
  );
}
