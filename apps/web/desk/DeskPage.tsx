import type { ReactNode } from 'react';
import { useSearchParams } from 'react-router';
import { ContactRequests, ThreadsToday } from '@knotenpunkt/coordination/web';
import { useViewer } from '@knotenpunkt/identity/web';
import { useToday } from '@knotenpunkt/webkit/data';
import { useFormat, useMessages } from '@knotenpunkt/webkit/i18n';
import { Column, EmptyState, LinkButton, Loading, Page, PageHeader, WithAside } from '@knotenpunkt/webkit/ui';
import type { PagePart } from '../room';
import { deskParts } from './parts';
import './desk.css';

/** `/koordination`: what waits, what stalls, where something is missing. Rooms put their parts on the desk. */
export function DeskPage() {
  const t = useMessages('coordination');
  const viewer = useViewer();
  if (!viewer) return <Loading />;
  if (viewer.coordinator || viewer.platformAdministrator) return <CoordinatorsDesk />;
  if (viewer.mandates.length > 0) return <MembersDesk />;
  return (
    <Page narrow>
      <PageHeader title={t('desk.title')} />
      <EmptyState step={<LinkButton to="/anmelden?zurueck=/koordination">{t('desk.signIn')}</LinkButton>}>
        {t('desk.onlyMembers')}
      </EmptyState>
    </Page>
  );
}

/** The threads first, then what waits for an answer; beside them what stalls and where something is missing. */
function CoordinatorsDesk() {
  const t = useMessages('coordination');
  return (
    <WithAside side="end" quiet asideLabel={t('desk.beside')} aside={<Parts parts={deskParts.beside} />}>
      <Waiting first={<ThreadsToday actions={<Ways />} />} />
    </WithAside>
  );
}

/** Many ways lead on from here: they stand as words, so that the one act of the desk is the one button. */
function Ways() {
  return (
    <div className="app-desk__ways">
      <Parts parts={deskParts.actions} />
    </div>
  );
}

/** What waits for somebody who acts for an organisation. */
function MembersDesk() {
  const t = useMessages('coordination');
  const format = useFormat();
  const today = useToday();
  return (
    <Page>
      <PageHeader title={t('desk.title')} explanation={`${format.date(today)}. ${t('desk.lead')}`} />
      <Waiting last={<Parts parts={deskParts.beside} />} />
    </Page>
  );
}

/** What waits for an answer. Whoever comes for the requests of some days (`?kontakte=`) finds those first. */
function Waiting({ first, last }: { first?: ReactNode; last?: ReactNode }) {
  const contactsFirst = useSearchParams()[0].has('kontakte');
  return (
    <>
      {contactsFirst ? null : first}
      <div className="app-desk__waiting">
        <Column>
          {contactsFirst ? <ContactRequests /> : null}
          <Parts parts={deskParts.waiting} />
          {last}
          {contactsFirst ? null : <ContactRequests />}
          <Parts parts={deskParts.underWay} />
        </Column>
      </div>
      {contactsFirst ? first : null}
    </>
  );
}

function Parts({ parts }: { parts: readonly PagePart[] }) {
  return parts.map((Part, index) => <Part key={index} />);
}
