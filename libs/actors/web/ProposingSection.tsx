import { graphql } from '@knotenpunkt/webkit/contract';
import { useMutationAnswer, useQuery } from '@knotenpunkt/webkit/data';
import { useMessages } from '@knotenpunkt/webkit/i18n';
import { Button, Section, StateMark, useAnswerToast } from '@knotenpunkt/webkit/ui';

const PROPOSABLE = graphql(`
  query ActorProposable($id: ID!) {
    actorById(id: $id) {
      id
      version
      proposable
    }
  }
`);

const STOP = graphql(`
  mutation StopProposingActor($input: ProposingInput!) {
    stopProposingActor(input: $input) {
      ... on Actor {
        id
        version
        proposable
      }
      ...RefusedParts
      ...StaleParts
    }
  }
`);

const ALLOW = graphql(`
  mutation AllowProposingActor($input: ProposingInput!) {
    allowProposingActor(input: $input) {
      ... on Actor {
        id
        version
        proposable
      }
      ...RefusedParts
      ...StaleParts
    }
  }
`);

/** Whether an organisation is proposed to others, and the button that changes it; for its administrators. */
export function ProposingSection({ actorId, actorName: actor }: { actorId: string; actorName: string }) {
  const t = useMessages('actors');
  const { data, refetch } = useQuery(PROPOSABLE, { variables: { id: actorId }, fetchPolicy: 'cache-and-network' });
  const stop = useMutationAnswer(STOP);
  const allow = useMutationAnswer(ALLOW);
  const tell = useAnswerToast('actors');
  const known = data?.actorById;
  if (!known) return null;
  const { proposable, version } = known;
  const change = async () => {
    const answer = await (proposable ? stop : allow).send({ input: { actorId, expectedVersion: version } });
    tell(answer, t(proposable ? 'proposing.stopped' : 'proposing.allowed', { actor }));
    if (answer.kind !== 'done') await refetch();
  };
  return (
    <Section
      title={t('proposing.title', { actor })}
      beside={
        <Button small busy={stop.busy || allow.busy} onClick={() => void change()}>
          {t(proposable ? 'proposing.stop' : 'proposing.allow')}
        </Button>
      }
    >
      <p role="status">
        {proposable ? t('proposing.on', { actor }) : <StateMark state="withdrawn">{t('proposing.off', { actor })}</StateMark>}
      </p>
    </Section>
  );
}
