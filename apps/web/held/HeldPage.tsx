import { useParams } from 'react-router';
import { useSteckbrief } from '@knotenpunkt/actors/web';
import { useViewer } from '@knotenpunkt/identity/web';
import { useMessages } from '@knotenpunkt/webkit/i18n';
import { Breadcrumbs, Column, EmptyState, ErrorNotice, LinkButton, Loading, Page, PageHeader } from '@knotenpunkt/webkit/ui';
import { NotFoundPage } from '../pages/NotFoundPage';
import { heldParts } from './parts';
import { TakeHeld } from './TakeHeld';

/** `/akteure/:slug/festgehalten`: all that the engine and the coordination hold on an organisation, for its own people. */
export function HeldPage() {
  const t = useMessages('app');
  const { slug = '' } = useParams();
  const viewer = useViewer();
  const { actor, error, refresh } = useSteckbrief(slug);
  if (actor === null) return <NotFoundPage />;
  if (!actor || !viewer) return <Page>{error ? <ErrorNotice error={error} onRetry={() => void refresh()} /> : <Loading />}</Page>;
  const roles = viewer.mandates.filter(({ actorId }) => actorId === actor.id).map(({ role }) => role);
  return (
    <Page narrow>
      <PageHeader
        title={t('held.title')}
        explanation={t('held.lead', { actor: actor.name })}
        breadcrumbs={
          <Breadcrumbs
            crumbs={[
              { label: t('places.actors'), to: '/akteure' },
              { label: actor.name, to: `/akteure/${actor.slug}` },
            ]}
          />
        }
        actions={roles.includes('ADMINISTRATOR') ? <TakeHeld actor={actor} /> : null}
      />
      {roles.length === 0 ? (
        <EmptyState
          step={
            viewer.personId ? undefined : (
              <LinkButton to={`/anmelden?zurueck=/akteure/${actor.slug}/festgehalten`}>{t('header.signIn')}</LinkButton>
            )
          }
        >
          {t('held.onlyOwn', { actor: actor.name })}
        </EmptyState>
      ) : (
        <>
          {roles.every((role) => role === 'EDITOR') ? <p className="kn-muted">{t('held.editor')}</p> : null}
          <Column>
            {heldParts.map((Part, index) => (
              <Part key={index} actor={actor} />
            ))}
          </Column>
        </>
      )}
    </Page>
  );
}
