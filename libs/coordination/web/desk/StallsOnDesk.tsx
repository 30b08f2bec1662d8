import { useState } from 'react';
import { Link } from 'react-router';
import { STALL_LIMITS } from '@knotenpunkt/coordination/domain';
import { graphql, type ResultOf } from '@knotenpunkt/webkit/contract';
import { skipToken, useLiveChanges, useQuery } from '@knotenpunkt/webkit/data';
import { Sentence, useMessages } from '@knotenpunkt/webkit/i18n';
import { EmptyState, Entry, EntryList, ErrorNotice, Section, TextButton } from '@knotenpunkt/webkit/ui';
import { ThreadDialog } from '../thread/ThreadDialog';
import { LettersLink } from '../letters/LettersLink';
import { useCoordinates } from '@knotenpunkt/identity/web';
import './desk.css';

const STALLS = graphql(`
  query Stalls {
    stalls {
      key
      kind
      days
      subjectType
      subjectId
      title
      slug
      actorName
      count
      of
      waiting
    }
  }
`);

type Stall = ResultOf<typeof STALLS>['stalls'][number];

function addressOf({ subjectType, subjectId, slug }: Stall): string {
  if (subjectType === 'INTRODUCTION') return `/vorstellungen/${subjectId}`;
  if (subjectType === 'CONTACT_REQUEST') return '#kontaktanfragen';
  return `/${subjectType === 'ALLIANCE' ? 'allianzen' : 'vorhaben'}/${slug}`;
}

/** Where one writes to those who let something wait. */
const askingAddress = ({ waiting }: Stall) => `/koordination/nachfragen?${new URLSearchParams(waiting.map((key) => ['was', key]))}`;

/** "Was stockt": the most urgent five, each with something that gets it going again. Nothing for those who do not coordinate. */
export function StallsOnDesk() {
  const t = useMessages('coordination');
  const coordinates = useCoordinates();
  const { data, error, refetch } = useQuery(STALLS, coordinates ? { fetchPolicy: 'cache-and-network' } : skipToken);
  const [all, showAll] = useState(false);
  const refresh = () => {
    if (coordinates) void refetch();
  };
  useLiveChanges(['alliance', 'initiative', 'introduction', 'thread'], refresh);
  if (!coordinates) return null;
  const stalls = data?.stalls ?? [];
  const hidden = all ? 0 : Math.max(0, stalls.length - STALL_LIMITS.told);
  return (
    <Section title={t('stalls.title')} beside={<LettersLink />}>
      {error ? <ErrorNotice error={error} onRetry={refresh} /> : null}
      {data && stalls.length === 0 ? <EmptyState>{t('stalls.none')}</EmptyState> : null}
      <EntryList label={t('stalls.title')}>
        {stalls.slice(0, all ? undefined : STALL_LIMITS.told).map((stall) => (
          <Entry key={stall.key} title={<StallSentence stall={stall} />} actions={<WayOn stall={stall} onChange={refresh} />} />
        ))}
      </EntryList>
      {hidden > 0 ? (
        <p className="desk-more">
          <TextButton onClick={() => showAll(true)}>{t('stalls.more', { count: hidden })}</TextButton>
        </p>
      ) : null}
    </Section>
  );
}

function StallSentence({ stall }: { stall: Stall }) {
  const { kind, days, title, actorName, count, of } = stall;
  const say = actorName === '' && kind === 'INVITATION_SILENT' ? 'stalls.kinds.INVITATION_SILENT_MANY' : `stalls.kinds.${kind}`;
  return (
    <span className="desk-sentence">
      <Sentence
        room="coordination"
        say={say}
        values={{ days, title, actor: actorName, count, of }}
        parts={{ what: <Link className="kn-strong" to={addressOf(stall)} /> }}
      />
    </span>
  );
}

function WayOn({ stall, onChange }: { stall: Stall; onChange: () => void }) {
  const t = useMessages('coordination');
  const [planning, plan] = useState(false);
  const { kind, subjectType, subjectId, title } = stall;
  if (kind === 'INTRODUCTION_UNMET') return <Link to={addressOf(stall)}>{t('stalls.look')}</Link>;
  if (kind === 'ALLIANCE_STILL' || kind === 'INITIATIVE_OVERDUE') {
    return (
      <>
        <TextButton aria-label={t('stalls.setStepFor', { title })} onClick={() => plan(true)}>
          {t('stalls.setStep')}
        </TextButton>
        {planning ? (
          <ThreadDialog
            thread={null}
            start={{ subject: { type: subjectType as 'ALLIANCE' | 'INITIATIVE', id: subjectId }, title }}
            onClose={() => plan(false)}
            onDone={() => {
              plan(false);
              onChange();
            }}
          />
        ) : null}
      </>
    );
  }
  return (
    <>
      {kind === 'INVITATIONS_SILENT' ? <Link to={addressOf(stall)}>{t('stalls.replace')}</Link> : null}
      <Link to={askingAddress(stall)}>{t('stalls.ask')}</Link>
    </>
  );
}
