import { Link } from 'react-router';
import { useToday } from '@knotenpunkt/webkit/data';
import { useFormat, useMessages } from '@knotenpunkt/webkit/i18n';
import { Entry, EntryList, LinkButton, Section, StateMark } from '@knotenpunkt/webkit/ui';
import { CONSENT_ANCHOR } from './AllianceConsent';
import { usePreparing, type AskedParty, type Preparing } from './usePreparing';

interface Waiting {
  alliance: Preparing;
  party: AskedParty;
  deadlineOn: string;
}

/** What waits for an answer of the viewer's organisations, most urgent first. Nothing where nothing waits. */
export function AllianceAnswersWaiting() {
  const t = useMessages('alliances');
  const format = useFormat();
  const today = useToday();
  const { viewer, alliances } = usePreparing();
  const own = viewer?.mandates.filter(({ role }) => role !== 'EDITOR').map(({ actorId }) => actorId) ?? [];
  const waiting = alliances
    .flatMap((alliance): Waiting[] => {
      if (alliance.state !== 'INVITING' || alliance.round?.state !== 'OPEN') return [];
      const { parties, deadlineOn } = alliance.round;
      return parties
        .filter(({ actorId, answer }) => own.includes(actorId) && (answer === null || answer === 'RESERVED'))
        .map((party) => ({ alliance, party, deadlineOn }));
    })
    .sort((a, b) => (a.deadlineOn < b.deadlineOn ? -1 : 1));
  if (waiting.length === 0) return null;
  return (
    <Section title={t('page.waiting.title')}>
      <EntryList label={t('page.waiting.title')}>
        {waiting.map(({ alliance, party, deadlineOn }) => {
          const until = party.answer === 'RESERVED' && party.reservedUntil ? party.reservedUntil : deadlineOn;
          const values = { date: format.date(until), relative: format.relative(until, today) };
          return (
            <Entry
              key={`${alliance.id}-${party.actorId}`}
              over={
                <StateMark state={until < today ? 'overdue' : 'due'}>
                  {party.answer === 'RESERVED'
                    ? t('page.waiting.reserved', values)
                    : t(until < today ? 'page.waiting.late' : 'page.waiting.until', values)}
                </StateMark>
              }
              title={<Link to={`/allianzen/${alliance.slug}`}>{alliance.title}</Link>}
              meta={t('page.waiting.for', { name: party.actor?.name ?? '' })}
              actions={
                <LinkButton small to={`/allianzen/${alliance.slug}#${CONSENT_ANCHOR}`}>
                  {t('page.waiting.answer')}
                </LinkButton>
              }
            >
              {alliance.challenge?.question}
            </Entry>
          );
        })}
      </EntryList>
    </Section>
  );
}
