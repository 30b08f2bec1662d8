import type { ReactNode } from 'react';
import { Link, useParams } from 'react-router';
import { ActorLink } from '@knotenpunkt/actors/web';
import { TableOfSeats } from '@knotenpunkt/challenges/web';
import { HiddenNotice } from '@knotenpunkt/identity/web';
import { FollowButton } from '@knotenpunkt/notices/web';
import { useRegion } from '@knotenpunkt/webkit/data';
import { useFormat, useMessages } from '@knotenpunkt/webkit/i18n';
import {
  Breadcrumbs,
  Column,
  Columns,
  EmptyState,
  ErrorNotice,
  FactLine,
  LinkButton,
  Loading,
  Notice,
  Page,
  PageHeader,
  Section,
  Steps,
} from '@knotenpunkt/webkit/ui';
import { AllianceActs } from './AllianceActs';
import { AllianceAnswers, AllianceRound } from './AllianceConsent';
import { AllianceMembers } from './AllianceMembers';
import { AllianceOffers } from './AllianceOffers';
import { AllianceMilestones } from './AllianceMilestones';
import { AlliancePromises } from './AlliancePromises';
import { AllianceReplacements } from './AllianceReplacements';
import { AllianceReviews } from './AllianceReviews';
import { AllianceNewcomer, AllianceOpenTasks, AllianceOutcomes, AlliancePapers } from './AllianceWork';
import { useAlliance, type ShownAlliance } from './useAlliance';
import { withActor } from './withActor';
import './alliances.css';

const STATES = ['DRAFT', 'INVITING', 'FORMED', 'ACTIVE', 'CONCLUDED'];

/** Small buttons at the head that a later room brings. */
type AllianceActions = (alliance: ShownAlliance) => ReactNode;

/** Who could come in the place of those who declined, which a later room knows; for whoever leads the alliance. */
export type ReplacementsPart = (given: {
  alliance: { slug: string; title: string };
  onInvite: (leavingId: string, by: { id: string; name: string }) => void;
  byName: (leavingId: string) => ReactNode;
}) => ReactNode;

interface AlliancePageProps {
  actions: AllianceActions;
  replacements: ReplacementsPart;
}

/** `/allianzen/:slug`: the question, who commits to what, milestones, and what came of it. */
export function AlliancePage({ actions, replacements }: AlliancePageProps) {
  const t = useMessages('alliances');
  const { slug = '' } = useParams();
  const { alliance, error, refresh } = useAlliance(slug);
  if (alliance) return <Known alliance={alliance} actions={actions(alliance)} replacements={replacements} refresh={() => void refresh()} />;
  return (
    <Page>
      {error && alliance === undefined ? <ErrorNotice error={error} onRetry={() => void refresh()} /> : null}
      {!error && alliance === undefined ? <Loading /> : null}
      {alliance === null ? (
        <>
          <PageHeader title={t('page.title')} />
          <EmptyState step={<LinkButton to="/allianzen">{t('page.list')}</LinkButton>}>{t('page.unknown')}</EmptyState>
        </>
      ) : null}
    </Page>
  );
}

interface KnownProps {
  alliance: ShownAlliance;
  actions: ReactNode;
  replacements: ReplacementsPart;
  refresh: () => void;
}

function Known({ alliance, actions, replacements, refresh }: KnownProps) {
  const t = useMessages('alliances');
  const format = useFormat();
  const { challenge, state, members, draftedBy } = alliance;
  const seated = withActor(members).filter((member) => member.state !== 'DECLINED');
  const extra = [...new Set(seated.map(({ bench }) => bench))].filter((kind) => !alliance.benches.some((bench) => bench.kind === kind));
  const benches = [...alliance.benches, ...extra.map((kind) => ({ kind, minimum: 0 }))].map(({ kind, minimum }) => ({
    kind,
    minimum,
    seats: seated
      .filter(({ bench }) => bench === kind)
      .map(({ actor }) => ({ actorId: actor.id, name: actor.shortName || actor.name, kind: actor.kind })),
  }));
  const preparing = state === 'DRAFT' || state === 'INVITING';
  const calledOff = state === 'CALLED_OFF';
  return (
    <Page>
      <div className="alliances-page">
        {calledOff ? null : (
          <div className="alliances-steps">
            <Steps
              label={t('page.steps.label')}
              current={STATES.indexOf(state)}
              steps={['draft', 'inviting', 'formed', 'active', 'concluded'].map((step) => t(`page.steps.${step}`))}
            />
          </div>
        )}
        <PageHeader
          title={alliance.title}
          lead={alliance.purpose}
          breadcrumbs={<Breadcrumbs crumbs={[{ label: t('page.title'), to: '/allianzen' }]} />}
          facts={
            <FactLine
              parts={[
                challenge ? <Link to={`/herausforderungen/${challenge.slug}`}>{challenge.question}</Link> : null,
                alliance.formedOn && t('page.formedOn', { date: format.date(alliance.formedOn) }),
                alliance.concludedOn && t('page.concludedOn', { date: format.date(alliance.concludedOn) }),
                alliance.calledOffOn && t('page.calledOffOn', { date: format.date(alliance.calledOffOn) }),
                preparing &&
                  (draftedBy ? (
                    <>
                      {t('page.draftedBy')} <ActorLink actor={draftedBy} />
                    </>
                  ) : (
                    t('page.draftedByCoordination')
                  )),
              ]}
            />
          }
          actions={
            <>
              {preparing || calledOff || alliance.isHidden ? null : (
                <FollowButton type="ALLIANCE" id={alliance.id} title={alliance.title} />
              )}
              {actions}
              <AllianceActs alliance={alliance} onChange={refresh} />
            </>
          }
        />
        <HiddenNotice isHidden={alliance.isHidden} />
        {state === 'DRAFT' ? <Notice>{t('page.draftNote')}</Notice> : null}
        {calledOff ? <Notice title={t('page.calledOffNote')}>{alliance.callOffReason}</Notice> : null}
        {state === 'INVITING' ? <Notice>{t('page.invitingNote')}</Notice> : null}
        <AllianceOffers alliance={alliance} onChange={refresh} />
        <TableOfSeats label={t('page.table')} benches={benches} />
        <AllianceGaps alliance={alliance} />
        <EmployeesSide alliance={alliance} />
        <AllianceReplacements alliance={alliance} part={replacements} onChange={refresh} />
        {preparing || calledOff ? null : <AllianceNewcomer alliance={alliance} onChange={refresh} />}
        <Columns count={2}>
          <Column>
            {state === 'INVITING' ? <AllianceRound alliance={alliance} /> : <AllianceMembers alliance={alliance} onChange={refresh} />}
            {preparing || calledOff ? null : <AllianceOutcomes alliance={alliance} onChange={refresh} />}
          </Column>
          <Column>
            {state === 'INVITING' ? (
              <>
                <AllianceAnswers alliance={alliance} onChange={refresh} />
                <AllianceMembers alliance={alliance} onChange={refresh} />
              </>
            ) : null}
            {alliance.effect ? (
              <Section title={t('page.effect')}>
                <p className="alliances-text">{alliance.effect}</p>
              </Section>
            ) : null}
            {preparing || calledOff ? null : (
              <>
                {alliance.isHidden ? null : <AlliancePromises alliance={alliance} onChange={refresh} />}
                <AllianceOpenTasks alliance={alliance} onChange={refresh} />
              </>
            )}
            <AllianceMilestones alliance={alliance} onChange={refresh} />
            <AllianceReviews alliance={alliance} onChange={refresh} />
            {preparing || calledOff ? null : (
              <>
                <TakeAway slug={alliance.slug} />
                <AlliancePapers alliance={alliance} onChange={refresh} />
              </>
            )}
          </Column>
        </Columns>
      </div>
    </Page>
  );
}

/** The charter, to be read and printed; milestones and Zusagen for the reader's own calendar. */
function TakeAway({ slug }: { slug: string }) {
  const t = useMessages('alliances');
  const region = useRegion();
  return (
    <p>
      <Link to={`/allianzen/${slug}/charta`}>{t('page.charter.read')}</Link> ·{' '}
      <a href={`/daten/allianzen/${region.slug}/${slug}.ics`}>{t('page.calendar')}</a>
    </p>
  );
}

/** Whether somebody speaks for the employees, where the question touches them. */
function EmployeesSide({ alliance }: { alliance: ShownAlliance }) {
  const t = useMessages('alliances');
  const format = useFormat();
  const { employeesSide: side, employeesNote: reason } = alliance;
  if (side === null) return null;
  const names = withActor(alliance.members)
    .filter(({ bench, state }) => bench === 'UNION' && state !== 'DECLINED')
    .map(({ actor }) => actor.name);
  const left = alliance.departures.flatMap(({ bench, done, actor, leavesOn }) =>
    bench === 'UNION' && done && actor ? [t('page.employees.until', { actor: actor.name, date: format.date(leavesOn) })] : [],
  );
  if (side !== 'INVOLVED' && left.length > 0) {
    return (
      <p className="alliances-employees">
        <strong>{t('page.employees.title')}:</strong> {t('page.employees.left', { actors: format.list(left) })}
      </p>
    );
  }
  const standing = side === 'ASKED' && names.length === 0 ? 'askedSomebody' : side;
  return (
    <p className="alliances-employees">
      <strong>{t('page.employees.title')}:</strong>{' '}
      {side === 'NOT_ASKED' && reason
        ? t('page.employees.because', { reason })
        : t(`page.employees.${standing}`, { actors: format.list(names) })}
    </p>
  );
}

/** Where too few sit: named when it was formed, or as it stands while all are asked. */
function AllianceGaps({ alliance }: { alliance: ShownAlliance }) {
  const t = useMessages('alliances');
  const format = useFormat();
  const preparing = alliance.state === 'DRAFT' || alliance.state === 'INVITING';
  const missing = alliance.benches.filter(({ filled, minimum }) => filled < minimum);
  // While it works what is missing today counts: seats are left and taken. After its end what was named when it was formed.
  const gaps = alliance.state === 'CONCLUDED' ? alliance.namedGaps : missing;
  if (gaps.length === 0 || alliance.state === 'CALLED_OFF') return null;
  const isNamed = gaps.every(({ kind }) => alliance.namedGaps.some((named) => named.kind === kind));
  const words = gaps.map(({ kind, filled, minimum }) =>
    t('page.gap', { bench: t(`themes:benches.${kind}`), filled: format.number(filled), minimum: format.number(minimum) }),
  );
  return (
    <Notice tone="due" title={`${t('page.gaps')}: ${format.list(words)}`}>
      {t(preparing ? 'page.gapsNow' : isNamed ? 'page.gapsNamed' : 'page.gapsSince')} {preparing ? '' : alliance.gapsNote}
    </Notice>
  );
}
