import { useNavigate } from 'react-router';
import type { OwnActor } from '@knotenpunkt/actors/web';
import { ConsentAnswerForm, ConsentRoundView } from '@knotenpunkt/agreements/web';
import { graphql } from '@knotenpunkt/webkit/contract';
import { useMutationAnswer } from '@knotenpunkt/webkit/data';
import { useMessages } from '@knotenpunkt/webkit/i18n';
import { Button } from '@knotenpunkt/webkit/ui';
import type { ShownInitiative } from './useInitiative';

const ANSWER = graphql(`
  mutation AnswerProposal($input: AnswerProposalInput!) {
    answerProposal(input: $input) {
      ... on Initiative {
        id
        version
      }
      ...RefusedParts
      ...StaleParts
    }
  }
`);
const CONFIRM = graphql(`
  mutation ConfirmProposalReservation($input: PartnerInput!) {
    confirmProposalReservation(input: $input) {
      ... on Initiative {
        id
        version
      }
      ...RefusedParts
      ...StaleParts
    }
  }
`);

/** The talks about a joint Vorhaben, for those involved; afterwards nothing of it is shown on the page. */
export function ProposalTalks({
  initiative,
  own,
  onChange,
}: {
  initiative: ShownInitiative;
  own: readonly OwnActor[];
  onChange: () => void;
}) {
  const t = useMessages('initiatives');
  const navigate = useNavigate();
  const answering = useMutationAnswer(ANSWER);
  const confirming = useMutationAnswer(CONFIRM);
  const { consentRound: round, id, slug, state, lead } = initiative;
  if (!round || state !== 'PROPOSED') return null;
  const asked = own.filter((actor) => actor.decides && actor.id !== lead.id);
  return (
    <div className="initiatives-talks">
      <ConsentRoundView round={round} ownIds={own.map((actor) => actor.id)} />
      {asked.map((actor) => (
        <ConsentAnswerForm
          key={actor.id}
          round={round}
          actorId={actor.id}
          onAnswer={async ({ offer: _, ...said }) => {
            const answer = await answering.send({ input: { id, ...said } });
            onChange();
            return answer;
          }}
          onConfirm={async (actorId) => {
            const answer = await confirming.send({ input: { id, actorId } });
            onChange();
            return answer;
          }}
        />
      ))}
      {initiative.availableActions.includes('reviseProposal') ? (
        <Button onClick={() => void navigate(`/vorhaben/${slug}/bearbeiten`)}>{t('acts.reviseProposal')}</Button>
      ) : null}
    </div>
  );
}
