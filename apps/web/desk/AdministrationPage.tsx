import { Fragment } from 'react';
import { Link } from 'react-router';
// The words of this page are the coordination's; whoever comes here first has not loaded them yet.
import '@knotenpunkt/coordination/web';
import { ProposingSection } from '@knotenpunkt/actors/web';
import { AccessSection, ActingLink, EraseAddressSection, OutgoingMails, TrailLink, useViewer } from '@knotenpunkt/identity/web';
import { BarrierReportsSection, DutyPagesSection, ReportsOnDesk } from '@knotenpunkt/moderation/web';
import { SystemLink } from '@knotenpunkt/operations/web';
import { useMessages } from '@knotenpunkt/webkit/i18n';
import { EmptyState, LinkButton, Page, PageHeader } from '@knotenpunkt/webkit/ui';
import { useAccount } from '../account';

/** `/verwaltung`: who acts for the organisations one administers; for platform administrators also who may sign in, and the outgoing mail. */
export function AdministrationPage() {
  const t = useMessages('coordination');
  const viewer = useViewer();
  const account = useAccount();
  const administered = account?.organisations.filter((organisation) => organisation.administers) ?? [];
  return (
    <Page>
      <PageHeader
        title={t('administration.title')}
        explanation={t('administration.lead')}
        actions={
          account?.platformAdministrator ? (
            <>
              <TrailLink />
              <SystemLink />
            </>
          ) : null
        }
      />
      {viewer && viewer.personId === null ? (
        <EmptyState step={<LinkButton to="/anmelden?zurueck=/verwaltung">{t('desk.signIn')}</LinkButton>}>
          {t('administration.signedOut')}
        </EmptyState>
      ) : null}
      {viewer?.personId && account && administered.length === 0 && !account.platformAdministrator ? (
        <EmptyState step={<LinkButton to="/akteure/neu">{t('actors:registration.newOne')}</LinkButton>}>
          {t('administration.nobody')}
        </EmptyState>
      ) : null}
      {administered.map(({ actorId, name, slug }) => (
        <Fragment key={actorId}>
          <ActingLink actor={{ id: actorId, slug, name }} title={t('identity:acting.of', { actor: name })} />
          <ProposingSection actorId={actorId} actorName={name} />
          <p>
            <Link to={`/akteure/${slug}/festgehalten`}>{t('app:held.title')}</Link>
          </p>
        </Fragment>
      ))}
      {account?.platformAdministrator ? (
        <>
          <ReportsOnDesk />
          <BarrierReportsSection />
          <DutyPagesSection />
          <AccessSection />
          <EraseAddressSection />
          <OutgoingMails />
          <p>
            <Link to="/verwaltung/verarbeitung">{t('identity:processings.title')}</Link>
          </p>
        </>
      ) : null}
    </Page>
  );
}
