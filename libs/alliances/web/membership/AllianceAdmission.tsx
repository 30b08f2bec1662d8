import { useState } from 'react';
import { ActorLink } from '@knotenpunkt/actors/web';
import { ConsentAnswerForm, ConsentRoundView, readRound, type SaidAnswer } from '@knotenpunkt/agreements/web';
import { useViewer } from '@knotenpunkt/identity/web';
import { graphql } from '@knotenpunkt/webkit/contract';
import { useMutationAnswer } from '@knotenpunkt/webkit/data';
import { useMessages } from '@knotenpunkt/webkit/i18n';
import { Button, Column, Columns, FactLine, Section, TextButton, useAnswerToast } from '@knotenpunkt/webkit/ui';
import type { ShownAlliance } from '../useAlliance';
import type { ShownAdmission, ShownWork } from '../useAllianceWork';
import { AdmissionDialog } from './AdmissionDialog';

const ANSWER = graphql(`
  mutation AnswerAllianceAdmission($input: AnswerAllianceAdmissionInput!) {
    answerAllianceAdmission(input: $input) {
      ... on Alliance {
        id
        version
      }
      ...RefusedParts
      ...StaleParts
    }
  }
`);
const CONFIRM = graphql(`
  mutation ConfirmAllianceAdmission($input: ConfirmAllianceAdmissionInput!) {
    confirmAllianceAdmission(input: $input) {
      ... on Alliance {
        id
        version
      }
      ...RefusedParts
      ...StaleParts
    }
  }
`);
const WITHDRAW = graphql(`
  mutation WithdrawAllianceAdmission($input: WithdrawAllianceAdmissionInput!) {
    withdrawAllianceAdmission(input: $input) {
      ... on Alliance {
        id
        version
      }
      ...RefusedParts
      ...StaleParts
    }
  }
`);

interface Parts {
  alliance: ShownAlliance;
  work: ShownWork;
  onChange: () => void;
}

/** Who is to join, for those who are asked and the coordination; else the way to propose somebody. */
export function AllianceAdmission({ alliance, work, onChange }: Parts) {
  const t = useMessages('alliances');
  const [open, setOpen] = useState(false);
  const { admission } = work;
  const close = () => setOpen(false);
  if (admission) return <Asked alliance={alliance} admission={admission} onChange={onChange} />;
  if (!work.availableActions.includes('proposeAllianceAdmission')) return null;
  return (
    <p>
      <Button small onClick={() => setOpen(true)}>
        {t('membership.propose')}
      </Button>
      {open ? <AdmissionDialog alliance={alliance} admission={null} onClose={close} onDone={onChange} /> : null}
    </p>
  );
}

function Asked({ alliance, admission, onChange }: { alliance: ShownAlliance; admission: ShownAdmission; onChange: () => void }) {
  const t = useMessages('alliances');
  const tell = useAnswerToast('alliances');
  const ownIds = useViewer()?.mandates.flatMap(({ role, actorId }) => (role === 'EDITOR' ? [] : [actorId])) ?? [];
  const [answering, confirming, withdrawing] = [useMutationAnswer(ANSWER), useMutationAnswer(CONFIRM), useMutationAnswer(WITHDRAW)];
  const [writing, write] = useState(false);
  const { id, actor, proposedBy, round } = admission;
  if (!round) return null;
  const own = readRound(round).parties.filter(({ actorId }) => ownIds.includes(actorId));
  const about = { id, allianceId: alliance.id };
  const answer = async ({ version, offer: _, ...said }: SaidAnswer) => {
    const answered = await answering.send({ input: { ...about, roundVersion: version, ...said } });
    onChange();
    return answered;
  };
  const confirm = async (actorId: string) => {
    const answered = await confirming.send({ input: { ...about, actorId } });
    onChange();
    return answered;
  };
  const withdraw = async () => {
    tell(await withdrawing.send({ input: { ...about, expectedVersion: admission.version } }), t('membership.withdrawn'));
    onChange();
  };
  return (
    <Section
      id="aufnahme"
      title={t('membership.asked', { name: actor?.name ?? '' })}
      explanation={t('membership.askedExplanation')}
      beside={
        admission.isLed ? (
          <>
            <TextButton onClick={() => write(true)}>{t('membership.revise')}</TextButton>{' '}
            <TextButton onClick={() => void withdraw()}>{t('membership.withdraw')}</TextButton>
          </>
        ) : null
      }
    >
      <FactLine
        parts={[
          actor ? <ActorLink actor={actor} /> : null,
          proposedBy ? (
            <>
              {t('membership.proposedBy')} <ActorLink actor={proposedBy} />
            </>
          ) : (
            t('membership.proposedByCoordination')
          ),
        ]}
      />
      <Columns count={2}>
        <Column>
          <ConsentRoundView round={round} ownIds={ownIds} />
        </Column>
        <Column>
          {own.map(({ actorId }) => (
            <ConsentAnswerForm key={actorId} round={round} actorId={actorId} onAnswer={answer} onConfirm={confirm} />
          ))}
        </Column>
      </Columns>
      {writing ? <AdmissionDialog alliance={alliance} admission={admission} onClose={() => write(false)} onDone={onChange} /> : null}
    </Section>
  );
}
