import { ActorLink } from '@knotenpunkt/actors/web';
import { graphql, readFragment, type FragmentType } from '@knotenpunkt/webkit/contract';
import { useToday } from '@knotenpunkt/webkit/data';
import { useFormat, useMessages } from '@knotenpunkt/webkit/i18n';
import { Entry, EntryList, Section, Tag } from '@knotenpunkt/webkit/ui';
import './consent.css';

/** All that a round of consent shows. A page selects it and hands it to `ConsentRoundView` and `ConsentAnswerForm`. */
export const CONSENT_ROUND = graphql(`
  fragment ConsentRoundParts on ConsentRound {
    id
    version
    text
    deadlineOn
    onDecline
    state
    difference {
      kind
      text
    }
    parties {
      actorId
      answer
      change
      reservedUntil
      answeredOn
      actor {
        id
        name
        slug
        kind
      }
    }
  }
`);

export type ConsentRoundFragment = FragmentType<typeof CONSENT_ROUND>;

/** Reads a round out of a query's data. */
export function readRound(round: ConsentRoundFragment) {
  return readFragment(CONSENT_ROUND, round);
}

export interface ConsentRoundViewProps {
  round: ConsentRoundFragment;
  /** Organisations the reader acts for; they are marked. */
  ownIds: readonly string[];
}

/** What is asked, until when, what a "Nein" means, and who has answered what. */
export function ConsentRoundView({ round: fragment, ownIds }: ConsentRoundViewProps) {
  const t = useMessages('agreements');
  const format = useFormat();
  const today = useToday();
  const round = readRound(fragment);
  const yes = round.parties.filter(({ answer }) => answer === 'YES').length;
  const passed = round.deadlineOn < today;
  return (
    <Section
      title={t('round.title')}
      beside={
        <span className="agreements-round__beside">
          {t('round.version', { version: round.version })} <Tag>{t(`round.states.${round.state}`)}</Tag>
        </span>
      }
      explanation={t('round.explanation')}
    >
      <p>
        {t(passed ? 'round.deadlinePassed' : 'round.deadline', {
          date: format.date(round.deadlineOn),
          relative: format.relative(round.deadlineOn, today),
        })}{' '}
        {t(`round.onDecline.${round.onDecline}`)}
      </p>
      <ConsentText round={fragment} />
      <h3 className="agreements-round__parties">{t('round.parties')}</h3>
      <p className="kn-muted">{t('round.count', { yes, all: round.parties.length })}</p>
      <EntryList label={t('round.parties')}>
        {round.parties.map((party) => (
          <Entry
            key={party.actorId}
            title={party.actor ? <ActorLink actor={party.actor} marked /> : t('row.unknownActor')}
            beside={
              <span className={party.answer === null ? 'kn-muted' : undefined}>
                {ownIds.includes(party.actorId) ? <Tag>{t('round.you')}</Tag> : null} {t(`round.answers.${party.answer ?? 'NONE'}`)}
              </span>
            }
            meta={party.answeredOn ? t('round.answeredOn', { date: format.date(party.answeredOn) }) : null}
          >
            {party.change ? t('round.change', { change: party.change }) : null}
            {party.answer === 'RESERVED' && party.reservedUntil
              ? t(party.reservedUntil < today ? 'round.reservationExpired' : 'round.reservedUntil', {
                  date: format.date(party.reservedUntil),
                })
              : null}
          </Entry>
        ))}
      </EntryList>
    </Section>
  );
}

/** The text of a version; from the second on with what came and what went. */
export function ConsentText({ round: fragment }: { round: ConsentRoundFragment }) {
  const t = useMessages('agreements');
  const round = readRound(fragment);
  if (round.difference === null) return <div className="kn-quoted agreements-round__text">{round.text}</div>;
  return (
    <>
      <p className="kn-muted">
        {t('round.difference', { version: round.version - 1 })} {t('round.legend')}
      </p>
      <div className="kn-quoted agreements-round__text">
        {round.difference.map(({ kind, text }, at) => {
          if (kind === 'ADDED')
            return (
              <ins key={at}>
                <span className="kn-hidden">{t('round.added')} </span>
                {text}
              </ins>
            );
          if (kind === 'REMOVED')
            return (
              <del key={at}>
                <span className="kn-hidden">{t('round.removed')} </span>
                {text}
              </del>
            );
          return <span key={at}>{text}</span>;
        })}
      </div>
    </>
  );
}
