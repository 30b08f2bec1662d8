import { useParams } from 'react-router';
import { BuildAllianceLink, ChallengeAlliances, useChallengeAlliances } from '@knotenpunkt/alliances/web';
import { ChallengeAbout, ChallengeCompetences, ChallengeHeader, ChallengeTable, useChallenge } from '@knotenpunkt/challenges/web';
import { OpenThreadButton } from '@knotenpunkt/coordination/web';
import { ReportButton } from '@knotenpunkt/moderation/web';
import { Column, Columns, ErrorNotice, Loading, Page } from '@knotenpunkt/webkit/ui';
import { NotFoundPage } from '../pages/NotFoundPage';
import { challengeParts } from './parts';
import './challenge.css';

/** `/herausforderungen/:slug`: what is asked, what is known, who is wanted at the table, and who is working on it. */
export function ChallengePage() {
  const { slug = '' } = useParams();
  const { challenge, error, refresh } = useChallenge(slug);
  const found = useChallengeAlliances(slug);
  if (challenge === null) return <NotFoundPage />;
  return (
    <Page>
      {challenge === undefined && !error ? <Loading /> : null}
      {challenge === undefined && error ? <ErrorNotice error={error} onRetry={() => void refresh()} /> : null}
      {challenge ? (
        <div className="app-challenge">
          <ChallengeHeader
            challenge={challenge}
            actions={
              <>
                {!challenge.isHidden && (challenge.state === 'PUBLISHED' || challenge.state === 'CLOSED') ? (
                  <ReportButton type="CHALLENGE" id={challenge.id} title={challenge.question} />
                ) : null}
                <BuildAllianceLink challenge={challenge} />
                <OpenThreadButton start={{ subject: { type: 'CHALLENGE', id: challenge.id }, title: challenge.question }} />
              </>
            }
            onChange={() => void refresh()}
          />
          <ChallengeTable challenge={challenge} seats={found.seats} />
          <Columns count={2}>
            <Column>
              <ChallengeAbout challenge={challenge} />
              <ChallengeCompetences challenge={challenge} />
            </Column>
            <Column>
              <ChallengeAlliances found={found} />
              {challengeParts.map((Part, index) => (
                <Part key={index} challenge={challenge} />
              ))}
            </Column>
          </Columns>
        </div>
      ) : null}
    </Page>
  );
}
