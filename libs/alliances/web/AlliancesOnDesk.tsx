import { Link } from 'react-router';
import { useToday } from '@knotenpunkt/webkit/data';
import { useFormat, useMessages } from '@knotenpunkt/webkit/i18n';
import { Entry, EntryList, Section, StateMark } from '@knotenpunkt/webkit/ui';
import { usePreparing, type AskedParty, type Preparing } from './usePreparing';
import './alliances.css';

/** Desk: drafts one can go on with, and invitations under way with who has not answered. Nothing for those who lead none. */
export function AlliancesOnDesk() {
  const t = useMessages('alliances');
  const { alliances } = usePreparing();
  const drafts = alliances.filter(({ availableActions }) => availableActions.includes('changeAllianceDraft'));
  const inviting = alliances.filter(({ availableActions }) => availableActions.includes('reviseAlliance'));
  return (
    <>
      {inviting.length > 0 ? (
        <Section title={t('page.desk.inviting')} explanation={t('page.desk.invitingExplanation')}>
          <EntryList label={t('page.desk.inviting')}>
            {inviting.map((alliance) => (
              <Inviting key={alliance.id} alliance={alliance} />
            ))}
          </EntryList>
        </Section>
      ) : null}
      {drafts.length > 0 ? (
        <Section title={t('page.desk.drafts')} explanation={t('page.desk.draftsExplanation')}>
          <EntryList label={t('page.desk.drafts')}>
            {drafts.map(({ id, slug, title, challenge, members }) => (
              <Entry
                key={id}
                title={<Link to={`/allianzen/${slug}`}>{title}</Link>}
                meta={t('page.members', { count: members.length })}
                actions={
                  challenge ? <Link to={`/allianzen/bauen/${challenge.slug}?allianz=${slug}`}>{t('page.acts.continueDraft')}</Link> : null
                }
              >
                {challenge?.question}
              </Entry>
            ))}
          </EntryList>
        </Section>
      ) : null}
    </>
  );
}

/** An invitation with what the answers say, in words. */
function Inviting({ alliance }: { alliance: Preparing }) {
  const t = useMessages('alliances');
  const format = useFormat();
  const today = useToday();
  const parties = alliance.round?.parties ?? [];
  const deadlineOn = alliance.round?.deadlineOn ?? null;
  const named = (answer: AskedParty['answer']) =>
    format.list(parties.filter((party) => party.answer === answer).map(({ actor }) => actor?.name ?? ''));
  const lines = (
    [
      ['silent', named(null)],
      ['butters', named('YES_BUT')],
      ['reserved', named('RESERVED')],
      ['declined', named('NO')],
    ] as const
  ).filter(([, names]) => names !== '');
  return (
    <Entry
      title={<Link to={`/allianzen/${alliance.slug}`}>{alliance.title}</Link>}
      over={
        deadlineOn ? (
          <StateMark state={deadlineOn < today ? 'overdue' : 'open'}>
            {t('page.desk.deadline', { date: format.date(deadlineOn), relative: format.relative(deadlineOn, today) })}
          </StateMark>
        ) : null
      }
      meta={alliance.challenge?.question}
    >
      <ul className="alliances-answers">
        {lines.map(([key, names]) => (
          <li key={key}>{t(`page.desk.${key}`, { names })}</li>
        ))}
        {lines.length === 0 ? <li>{t('page.desk.ready')}</li> : null}
      </ul>
    </Entry>
  );
}
