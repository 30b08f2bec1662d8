import { useEffect, useRef } from 'react';
import { ConsentAnswerForm, ConsentRoundView, readRound, type SaidAnswer } from '@knotenpunkt/agreements/web';
import { contributionOfMember, mayOffer } from '@knotenpunkt/alliances/domain';
import { useViewer } from '@knotenpunkt/identity/web';
import { graphql } from '@knotenpunkt/webkit/contract';
import { useMutationAnswer } from '@knotenpunkt/webkit/data';
import { useMessages } from '@knotenpunkt/webkit/i18n';
import { Notice, Section, useRefusals } from '@knotenpunkt/webkit/ui';
import type { ShownAlliance } from './useAlliance';
import { useRefusalWords } from './useRefusalWords';
import './alliances.css';

const ANSWER = graphql(`
  mutation AnswerAllianceInvitation($input: AnswerAllianceInvitationInput!) {
    answerAllianceInvitation(input: $input) {
      ... on Alliance {
        id
        version
        state
      }
      ...RefusedParts
      ...StaleParts
    }
  }
`);

const CONFIRM = graphql(`
  mutation ConfirmAllianceReservation($input: ConfirmAllianceReservationInput!) {
    confirmAllianceReservation(input: $input) {
      ... on Alliance {
        id
        version
        state
      }
      ...RefusedParts
      ...StaleParts
    }
  }
`);

/** The part of the page that mails and lists lead to. */
export const CONSENT_ANCHOR = 'zustimmung';

/** Organisations for which the viewer may answer. */
function useOwnIds(): string[] {
  return (
    useViewer()
      ?.mandates.filter(({ role }) => role !== 'EDITOR')
      .map(({ actorId }) => actorId) ?? []
  );
}

/** The version all are asked about and who has answered what; for those who were asked and for coordinators. */
export function AllianceRound({ alliance }: { alliance: ShownAlliance }) {
  const ownIds = useOwnIds();
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    // The round arrives after the page, so the browser has passed the anchor by then.
    if (location.hash === `#${CONSENT_ANCHOR}`) place.current?.scrollIntoView();
  }, []);
  if (!alliance.round) return null;
  return (
    <div id={CONSENT_ANCHOR} ref={place} className="alliances-anchor">
      <ConsentRoundView round={alliance.round} ownIds={ownIds} />
    </div>
  );
}

/** What a member is asked to bring, where it may still offer something else; null: it may not. */
function offerableOf(alliance: ShownAlliance, actorId: string) {
  const member = alliance.members.find((each) => each.actorId === actorId);
  return member && mayOffer(alliance, actorId, alliance.offers) ? contributionOfMember(member) : null;
}

/** The answers of the viewer's organisations; what still keeps the alliance from being formed, for those who lead it. */
export function AllianceAnswers({ alliance, onChange }: { alliance: ShownAlliance; onChange: () => void }) {
  const t = useMessages('alliances');
  const sentence = useRefusals('alliances');
  const words = useRefusalWords();
  const ownIds = useOwnIds();
  const answering = useMutationAnswer(ANSWER);
  const confirming = useMutationAnswer(CONFIRM);
  const { id, round, formationRefusal, availableActions } = alliance;
  if (!round) return null;
  const { parties } = readRound(round);
  const own = availableActions.includes('answerAllianceInvitation') ? parties.filter(({ actorId }) => ownIds.includes(actorId)) : [];
  const leading = availableActions.includes('formAlliance');
  const answer = async ({ version, ...said }: SaidAnswer) => {
    const answered = await answering.send({ input: { id, roundVersion: version, ...said } });
    onChange();
    return answered;
  };
  const confirm = async (actorId: string) => {
    const answered = await confirming.send({ input: { id, actorId } });
    onChange();
    return answered;
  };
  if (own.length === 0 && !leading) return null;
  return (
    <>
      {own.length > 0 ? (
        <Section title={t('page.yourAnswer')}>
          {own.map(({ actorId }) => (
            <ConsentAnswerForm
              key={actorId}
              round={round}
              actorId={actorId}
              offerable={offerableOf(alliance, actorId)}
              onAnswer={answer}
              onConfirm={confirm}
            />
          ))}
        </Section>
      ) : null}
      {leading && formationRefusal ? (
        <Notice tone="due" title={t('page.notYet')}>
          {sentence(words(formationRefusal))}
        </Notice>
      ) : null}
      {leading && !formationRefusal ? <Notice tone="kept">{t('page.ready')}</Notice> : null}
    </>
  );
}
