import { useCompetences } from '@knotenpunkt/actors/web';
import { useLanguage, useMessages } from '@knotenpunkt/webkit/i18n';
import { EmptyState, Section, Tag } from '@knotenpunkt/webkit/ui';
import { TableOfSeats, type TakenSeat } from './TableOfSeats';
import type { ShownChallenge } from './useChallenge';
import './challenges.css';

/** What is known, and whom it concerns. */
export function ChallengeAbout({ challenge }: { challenge: ShownChallenge }) {
  const t = useMessages('challenges');
  return (
    <>
      <Section title={t('page.known')}>
        {challenge.context ? <p className="challenges-text">{challenge.context}</p> : <EmptyState>{t('page.nothingKnown')}</EmptyState>}
      </Section>
      {challenge.concerns ? (
        <Section title={t('page.concerns')}>
          <p className="challenges-text">{challenge.concerns}</p>
        </Section>
      ) : null}
    </>
  );
}

/** What has to be known or done for an answer. */
export function ChallengeCompetences({ challenge }: { challenge: ShownChallenge }) {
  const t = useMessages('challenges');
  const language = useLanguage();
  const catalogue = useCompetences();
  if (challenge.competences.length === 0) return null;
  return (
    <Section title={t('page.competences')} explanation={t('page.competencesExplanation')}>
      <ul className="challenges-tags">
        {challenge.competences.map((id) => (
          <li key={id}>
            <Tag>{catalogue?.label(id, language) ?? id}</Tag>
          </li>
        ))}
      </ul>
    </Section>
  );
}

/** A seat taken at a question's table, and the bench it stands on. */
export interface SeatAtQuestion extends TakenSeat {
  bench: string;
}

/** The benches wanted, who sits there as far as is known, and the chairs that are empty. */
export function ChallengeTable({ challenge, seats }: { challenge: ShownChallenge; seats: readonly SeatAtQuestion[] }) {
  const t = useMessages('challenges');
  if (challenge.benches.length === 0) return null;
  return (
    <Section title={t('page.table')} explanation={t(seats.length > 0 ? 'page.tableSome' : 'page.tableNobody')}>
      <TableOfSeats
        label={t('page.table')}
        benches={challenge.benches.map(({ kind, minimum }) => ({ kind, minimum, seats: seats.filter(({ bench }) => bench === kind) }))}
      />
    </Section>
  );
}
