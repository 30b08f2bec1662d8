import type { ReactNode } from 'react';
import { useParams } from 'react-router';
// The words of the directory are the actors'; whoever comes here first has not loaded them yet.
import '@knotenpunkt/actors/web';
import { actsFor, mayManageMandates } from '@knotenpunkt/identity/domain';
import { ActingSection, AuditList, useViewer } from '@knotenpunkt/identity/web';
import { graphql, type ResultOf } from '@knotenpunkt/webkit/contract';
import { useQuery } from '@knotenpunkt/webkit/data';
import { useMessages } from '@knotenpunkt/webkit/i18n';
import { Breadcrumbs, Column, EmptyState, ErrorNotice, LinkButton, Loading, Page, PageHeader } from '@knotenpunkt/webkit/ui';
import { NotFoundPage } from '../pages/NotFoundPage';

const ACTOR = graphql(`
  query ActingActor($slug: String!) {
    actor(slug: $slug) {
      id
      slug
      name
    }
  }
`);

type Actor = NonNullable<ResultOf<typeof ACTOR>['actor']>;

/** `/akteure/:slug/mandate`: who acts for the organisation; its administrators invite, change, end and hand over. */
export function ActingPage() {
  const t = useMessages('identity');
  return (
    <OfActor>
      {(actor, { acts, decides }) => (
        <Page narrow>
          <PageHeader
            title={t('acting.title')}
            explanation={t('acting.lead', { actor: actor.name })}
            breadcrumbs={<Way actor={actor} />}
            actions={decides ? <LinkButton to={`/akteure/${actor.slug}/protokoll`}>{t('acting.trail')}</LinkButton> : null}
          />
          {acts || decides ? (
            <Column>
              <ActingSection actorId={actor.id} actorName={actor.name} />
            </Column>
          ) : (
            <NotYours path={`/akteure/${actor.slug}/mandate`}>{t('acting.notYours', { actor: actor.name })}</NotYours>
          )}
        </Page>
      )}
    </OfActor>
  );
}

/** `/akteure/:slug/protokoll`: who let whom do what for the organisation; for its administrators and the coordination. */
export function ActorTrailPage() {
  const t = useMessages('identity');
  return (
    <OfActor>
      {(actor, { decides }) => (
        <Page narrow>
          <PageHeader
            title={t('audit.title')}
            explanation={t('audit.leadActor', { actor: actor.name })}
            breadcrumbs={<Way actor={actor} />}
          />
          {decides ? (
            <AuditList actorId={actor.id} />
          ) : (
            <NotYours path={`/akteure/${actor.slug}/protokoll`}>{t('audit.onlyDeciders')}</NotYours>
          )}
        </Page>
      )}
    </OfActor>
  );
}

interface Rights {
  acts: boolean;
  decides: boolean;
}

function OfActor({ children }: { children: (actor: Actor, rights: Rights) => ReactNode }) {
  const { slug = '' } = useParams();
  const viewer = useViewer();
  const { data, error, refetch } = useQuery(ACTOR, { variables: { slug } });
  const actor = data?.actor;
  if (error && !data)
    return (
      <Page narrow>
        <ErrorNotice error={error} onRetry={() => void refetch()} />
      </Page>
    );
  if (actor === null) return <NotFoundPage />;
  if (!actor || !viewer)
    return (
      <Page narrow>
        <Loading />
      </Page>
    );
  return children(actor, { acts: actsFor(viewer, actor.id, 'EDITOR'), decides: mayManageMandates(viewer, actor.id) });
}

function Way({ actor }: { actor: Actor }) {
  const t = useMessages('actors');
  return (
    <Breadcrumbs
      crumbs={[
        { label: t('directory.title'), to: '/akteure' },
        { label: actor.name, to: `/akteure/${actor.slug}` },
      ]}
    />
  );
}

function NotYours({ path, children }: { path: string; children: ReactNode }) {
  const t = useMessages('identity');
  const viewer = useViewer();
  const step = viewer?.personId ? undefined : <LinkButton to={`/anmelden?zurueck=${path}`}>{t('acting.signIn')}</LinkButton>;
  return <EmptyState step={step}>{children}</EmptyState>;
}
