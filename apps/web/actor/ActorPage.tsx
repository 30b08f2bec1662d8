import { useEffect, useSyncExternalStore, type ReactNode } from 'react';
import { useNavigate, useParams, useSearchParams } from 'react-router';
import {
  ActorAbout,
  ActorContacts,
  ActorEntries,
  ActorHeader,
  ActorMap,
  ActorRelations,
  ClaimSection,
  CompletenessNote,
  useSteckbrief,
  type Steckbrief,
} from '@knotenpunkt/actors/web';
import { ActingLink } from '@knotenpunkt/identity/web';
import { SuccessionLink } from '@knotenpunkt/imports/web';
import { useMessages } from '@knotenpunkt/webkit/i18n';
import { Column, Columns, ErrorNotice, Loading, Page, Tabs } from '@knotenpunkt/webkit/ui';
import { NotFoundPage } from '../pages/NotFoundPage';
import { actorParts, type ActorPart } from './parts';
import './actor.css';

const phone = typeof window === 'undefined' ? null : window.matchMedia('(max-width: 699px)');

/** How the page stood when printing began: a sheet is as narrow as a phone, and parts that are made anew for it would print empty. */
let asPrinted: boolean | null = null;

function watchPhone(changed: () => void): () => void {
  const begin = () => (asPrinted = phone?.matches ?? false);
  const end = () => {
    asPrinted = null;
    changed();
  };
  phone?.addEventListener('change', changed);
  addEventListener('beforeprint', begin);
  addEventListener('afterprint', end);
  return () => {
    phone?.removeEventListener('change', changed);
    removeEventListener('beforeprint', begin);
    removeEventListener('afterprint', end);
  };
}

/** Whether the page is narrow: there tabs stand instead of columns. On paper all of them are open. */
function usePhone(): boolean {
  return useSyncExternalStore(
    watchPhone,
    () => asPrinted ?? phone?.matches ?? false,
    () => false,
  );
}

/** The Steckbrief: who they are, what they seek and offer, what they do with whom, and who fits. */
export function ActorPage() {
  const { slug = '' } = useParams();
  const navigate = useNavigate();
  const { actor, error, refresh } = useSteckbrief(slug);
  // An address from before a renaming leads on.
  const moved = actor && actor.slug !== slug ? actor.slug : null;
  useEffect(() => {
    if (moved) void navigate(`/akteure/${moved}`, { replace: true });
  }, [moved, navigate]);
  if (actor) return <Composed actor={actor} refresh={refresh} />;
  if (error)
    return (
      <Page>
        <ErrorNotice error={error} onRetry={() => void refresh()} />
      </Page>
    );
  if (actor === null) return <NotFoundPage />;
  return (
    <Page>
      <Loading />
    </Page>
  );
}

function Composed({ actor, refresh }: { actor: Steckbrief; refresh: () => Promise<void> }) {
  const t = useMessages('actors');
  const narrow = usePhone();
  const [address, setAddress] = useSearchParams();
  const onChange = () => void refresh();
  const parts = (list: readonly ActorPart[]): ReactNode[] =>
    list.map((Part, index) => <Part key={index} actor={actor} onChange={onChange} />);
  // One that became part of another is read, and asked for nothing.
  const former = actor.archived;
  const entries = former ? null : <ActorEntries actor={actor} onChange={onChange} />;
  const about = <ActorAbout actor={actor} />;
  const relations = former ? null : <ActorRelations actor={actor} onChange={onChange} />;
  const contacts = former ? null : <ActorContacts actor={actor} />;
  const map = actor.city || actor.street ? <ActorMap actor={actor} /> : null;
  const fits = former ? null : <div className="app-actor__screen">{parts(actorParts.fits)}</div>;
  const acting = former ? null : (
    <div className="app-actor__screen">
      <ActingLink actor={actor} />
      <ClaimSection actor={actor} />
      <SuccessionLink actor={actor} />
    </div>
  );

  const tabs = [
    { id: 'sucht-und-bietet', label: t('profile.tabs.entries'), content: [entries, about] },
    { id: 'tut', label: t('profile.tabs.does'), content: [...parts(actorParts.does), relations, ...parts(actorParts.surroundings)] },
    { id: 'zusagen', label: t('profile.tabs.promises'), content: parts(actorParts.promises) },
    { id: 'passt', label: t('profile.tabs.fits'), content: [fits, contacts, map, acting] },
  ].filter(({ content }) => content.length > 0);

  return (
    <Page>
      <div className="app-actor">
        <ActorHeader actor={actor} actions={parts(former ? actorParts.formerActions : actorParts.actions)} onChange={onChange} />
        <CompletenessNote actor={actor} />
        {parts(actorParts.notes)}
        {narrow && !former ? (
          <Tabs
            label={t('profile.tabs.label')}
            selected={tabs.find(({ id }) => id === address.get('teil'))?.id ?? tabs[0]!.id}
            onSelect={(id) => setAddress({ teil: id }, { replace: true, preventScrollReset: true })}
            tabs={tabs.map(({ id, label, content }) => ({
              id,
              label,
              content: (
                <Column>
                  {content.map((part, index) => (
                    <Slot key={index}>{part}</Slot>
                  ))}
                </Column>
              ),
            }))}
          />
        ) : (
          <Columns count={former ? 2 : 3}>
            {former ? null : (
              <Column>
                {entries}
                {about}
              </Column>
            )}
            <Column>
              {former ? about : null}
              {parts(actorParts.does)}
              {parts(actorParts.promises)}
              {relations}
              {contacts}
              {acting}
            </Column>
            <Column>
              {parts(actorParts.surroundings)}
              {fits}
              {map}
            </Column>
          </Columns>
        )}
      </div>
    </Page>
  );
}

function Slot({ children }: { children: ReactNode }) {
  return children;
}
