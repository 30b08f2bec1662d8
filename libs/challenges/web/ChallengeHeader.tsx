import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { ActorLink } from '@knotenpunkt/actors/web';
import { HiddenNotice } from '@knotenpunkt/identity/web';
import { FollowButton } from '@knotenpunkt/notices/web';
import { themeLabel } from '@knotenpunkt/themes/domain';
import { useFormat, useLanguage, useMessages } from '@knotenpunkt/webkit/i18n';
import { Breadcrumbs, Notice, PageHeader, ProvenanceNote, Tag } from '@knotenpunkt/webkit/ui';
import { ChallengeDecisions } from './ChallengeDecisions';
import type { ShownChallenge } from './useChallenge';
import './challenges.css';

/** The question, who asks it, until when an answer is needed, and what the viewer may decide. */
export function ChallengeHeader({
  challenge,
  actions,
  onChange,
}: {
  challenge: ShownChallenge;
  actions?: ReactNode;
  onChange: () => void;
}) {
  const t = useMessages('challenges');
  const language = useLanguage();
  const format = useFormat();
  const { askedBy, origin, state, untilOn, closedOn, themes, refusalReason, availableActions } = challenge;
  return (
    <>
      <PageHeader
        kind="question"
        title={challenge.question}
        breadcrumbs={<Breadcrumbs crumbs={[{ label: t('page.title'), to: '/herausforderungen' }]} />}
        facts={
          <>
            {origin === 'EDITORIAL' ? <ProvenanceNote kind="EDITORIAL" /> : null}
            {askedBy ? (
              <span className="challenges-asker">
                {t('page.asks')} <ActorLink actor={askedBy} marked />
              </span>
            ) : null}
            {state === 'PUBLISHED' ? null : <Tag>{t(`states.${state}`)}</Tag>}
            {state === 'CLOSED' && closedOn ? <span>{t('page.closedOn', { date: format.date(closedOn) })}</span> : null}
            {state !== 'CLOSED' && untilOn ? <span>{t('page.until', { date: format.date(untilOn) })}</span> : null}
            {themes.map((id) => (
              <Tag key={id}>{themeLabel(id, language)}</Tag>
            ))}
          </>
        }
        actions={
          <>
            {!challenge.isHidden && (state === 'PUBLISHED' || state === 'CLOSED') ? (
              <FollowButton type="CHALLENGE" id={challenge.id} title={challenge.question} />
            ) : null}
            {availableActions.includes('changeChallenge') ? (
              <Link to={`/herausforderungen/${challenge.slug}/bearbeiten`}>{t('page.change')}</Link>
            ) : null}
            <ChallengeDecisions challenge={challenge} onChange={onChange} />
            {actions}
          </>
        }
      />
      <HiddenNotice isHidden={challenge.isHidden} />
      {state === 'REFUSED' ? (
        <Notice tone="due" title={t('page.refused')}>
          {refusalReason}
        </Notice>
      ) : null}
      {state === 'PROPOSED' ? <Notice>{t('page.waits')}</Notice> : null}
    </>
  );
}
