import { Link } from 'react-router';
import { useViewer } from '@knotenpunkt/identity/web';
import type { SeatAtQuestion, ShownChallenge } from '@knotenpunkt/challenges/web';
import { graphql } from '@knotenpunkt/webkit/contract';
import { useLiveChanges, useQuery } from '@knotenpunkt/webkit/data';
import { useFormat, useMessages } from '@knotenpunkt/webkit/i18n';
import { EmptyState, Entry, EntryList, FactLine, LinkButton, Notice, Section } from '@knotenpunkt/webkit/ui';
import { AllianceEntry } from './AllianceEntry';
import { withActor } from './withActor';

const OF_CHALLENGE = graphql(`
  query AlliancesOfChallenge($slug: String!) {
    challenge(slug: $slug) {
      id
      allianceInPreparation
      alliances {
        id
        slug
        title
        purpose
        state
        isHidden
        formedOn
        concludedOn
        availableActions
        outcomes {
          id
          kind
          text
          on
          concerns
        }
        members {
          bench
          state
          actor {
            id
            name
            shortName
            slug
            kind
          }
        }
      }
    }
  }
`);

/** The alliances on a question, as far as the viewer sees them, and who sits at its table by them. */
export function useChallengeAlliances(slug: string) {
  const { data, refetch } = useQuery(OF_CHALLENGE, { variables: { slug } });
  useLiveChanges(['alliance', 'challenge'], () => void refetch());
  const alliances = data?.challenge?.alliances ?? [];
  const seats = new Map<string, SeatAtQuestion>();
  for (const { actor, bench, state } of withActor(alliances.flatMap(({ members }) => members))) {
    if (state !== 'DECLINED') seats.set(actor.id, { actorId: actor.id, name: actor.shortName || actor.name, kind: actor.kind, bench });
  }
  return { alliances, inPreparation: data?.challenge?.allianceInPreparation ?? false, seats: [...seats.values()] };
}

/** Which alliances work on a question. */
export function ChallengeAlliances({ found }: { found: ReturnType<typeof useChallengeAlliances> }) {
  const t = useMessages('alliances');
  const { alliances, inPreparation } = found;
  return (
    <Section title={t('page.challenge.title')}>
      {alliances.length === 0 && !inPreparation ? <EmptyState>{t('page.challenge.none')}</EmptyState> : null}
      {inPreparation && !alliances.some(({ state }) => state === 'DRAFT' || state === 'INVITING') ? (
        <Notice>{t('page.challenge.inPreparation')}</Notice>
      ) : null}
      <EntryList label={t('page.challenge.title')}>
        {alliances.map((alliance) => (
          <AllianceEntry key={alliance.id} alliance={alliance} />
        ))}
      </EntryList>
      <Outcomes alliances={alliances} />
    </Section>
  );
}

/** What came of it, as far as all members have confirmed it. */
function Outcomes({ alliances }: { alliances: ReturnType<typeof useChallengeAlliances>['alliances'] }) {
  const t = useMessages('alliances');
  const format = useFormat();
  const outcomes = alliances.flatMap((alliance) => alliance.outcomes.map((outcome) => ({ ...outcome, alliance })));
  if (outcomes.length === 0) return null;
  return (
    <Section level={3} title={t('work.outcomes')}>
      <EntryList label={t('work.outcomes')}>
        {outcomes.map(({ id, kind, text, on, concerns, alliance }) => (
          <Entry
            key={id}
            title={t(`work.titles.${kind}`, { date: format.date(on) })}
            meta={
              <FactLine
                parts={[
                  <Link key={id} to={`/allianzen/${alliance.slug}`}>
                    {alliance.title}
                  </Link>,
                  concerns ? t('work.concerns', { concerns }) : null,
                ]}
              />
            }
          >
            <span className="alliances-text">{text}</span>
          </Entry>
        ))}
      </EntryList>
    </Section>
  );
}

/** Leads to the builder: for coordinators, and for whoever may promise for an organisation. */
export function BuildAllianceLink({ challenge }: { challenge: ShownChallenge }) {
  const t = useMessages('alliances');
  const viewer = useViewer();
  const may = viewer?.coordinator || viewer?.mandates.some(({ role }) => role !== 'EDITOR');
  if (challenge.state !== 'PUBLISHED' || !may) return null;
  return (
    <LinkButton kind="primary" to={`/allianzen/bauen/${challenge.slug}`}>
      {t('page.acts.build')}
    </LinkButton>
  );
}
