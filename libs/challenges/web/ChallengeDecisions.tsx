import { useState } from 'react';
import { CHALLENGE_LIMITS } from '@knotenpunkt/challenges/domain';
import { checkText } from '@knotenpunkt/kernel';
import { graphql } from '@knotenpunkt/webkit/contract';
import { useMutationAnswer } from '@knotenpunkt/webkit/data';
import { useMessages } from '@knotenpunkt/webkit/i18n';
import {
  Button,
  Dialog,
  DialogFoot,
  ErrorNotice,
  ErrorSummary,
  Fields,
  showToast,
  TextArea,
  useAnswerToast,
  useForm,
} from '@knotenpunkt/webkit/ui';

const PUBLISH = graphql(`
  mutation PublishChallenge($input: ChallengeVersionInput!) {
    publishChallenge(input: $input) {
      ... on Challenge {
        id
        version
        state
      }
      ...RefusedParts
      ...StaleParts
    }
  }
`);

const CLOSE = graphql(`
  mutation CloseChallenge($input: ChallengeVersionInput!) {
    closeChallenge(input: $input) {
      ... on Challenge {
        id
        version
        state
      }
      ...RefusedParts
      ...StaleParts
    }
  }
`);

const REFUSE = graphql(`
  mutation RefuseChallenge($input: RefuseChallengeInput!) {
    refuseChallenge(input: $input) {
      ... on Challenge {
        id
        version
        state
      }
      ...RefusedParts
      ...StaleParts
    }
  }
`);

/** What a decision is made about. */
export interface DecidedChallenge {
  id: string;
  version: number;
  question: string;
  availableActions: readonly string[];
}

/** Coordinators publish a question, or say why not; a published one they close. Nothing for all others. */
export function ChallengeDecisions({
  challenge,
  onChange,
  small = false,
}: {
  challenge: DecidedChallenge;
  onChange: () => void;
  small?: boolean;
}) {
  const t = useMessages('challenges');
  const tell = useAnswerToast('challenges');
  const publishing = useMutationAnswer(PUBLISH);
  const closing = useMutationAnswer(CLOSE);
  const [asked, ask] = useState<'refuse' | 'close' | null>(null);
  const may = (action: string) => challenge.availableActions.includes(action);
  const decide = async (by: typeof publishing | typeof closing, done: string) => {
    const answer = await by.send({ input: { id: challenge.id, expectedVersion: challenge.version } });
    ask(null);
    tell(answer, t(done));
    onChange();
  };
  return (
    <>
      {may('publishChallenge') ? (
        <Button
          kind={small ? 'secondary' : 'primary'}
          small={small}
          busy={publishing.busy}
          onClick={() => void decide(publishing, 'page.decide.published')}
        >
          {t('acts.publishChallenge')}
        </Button>
      ) : null}
      {may('refuseChallenge') ? (
        <Button small={small} kind={small ? 'plain' : 'secondary'} onClick={() => ask('refuse')}>
          {t('page.decide.refuse')}
        </Button>
      ) : null}
      {may('closeChallenge') ? (
        <Button small={small} onClick={() => ask('close')}>
          {t('page.decide.close')}
        </Button>
      ) : null}
      {asked === 'refuse' ? <RefuseDialog challenge={challenge} onClose={() => ask(null)} onDone={onChange} /> : null}
      <Dialog
        open={asked === 'close'}
        title={t('acts.closeChallenge')}
        onClose={() => ask(null)}
        foot={
          <>
            <Button onClick={() => ask(null)}>{t('webkit:actions.cancel')}</Button>
            <Button kind="primary" busy={closing.busy} onClick={() => void decide(closing, 'page.decide.closed')}>
              {t('acts.closeChallenge')}
            </Button>
          </>
        }
      >
        <p>{t('page.decide.closeText')}</p>
      </Dialog>
    </>
  );
}

function RefuseDialog({ challenge, onClose, onDone }: { challenge: DecidedChallenge; onClose: () => void; onDone: () => void }) {
  const t = useMessages('challenges');
  const { send, busy, fault, stale } = useMutationAnswer(REFUSE);
  const form = useForm({
    room: 'challenges',
    initial: { reason: '' },
    check: ({ reason }) => {
      const checked = checkText('reason', reason, { max: CHALLENGE_LIMITS.reason });
      return [checked.ok ? null : checked.refusal];
    },
    draft: `challenge.${challenge.id}.refuse`,
  });
  const submit = form.submit(async ({ reason }) => {
    const answer = await send({ input: { id: challenge.id, expectedVersion: challenge.version, reason } });
    if (answer.kind === 'refused') form.refuse(answer.refusal);
    if (answer.kind === 'done') {
      form.done();
      showToast({ text: t('page.decide.refused') });
      onClose();
    }
    if (answer.kind === 'done' || answer.kind === 'stale') onDone();
  });
  return (
    <Dialog
      open
      title={t('acts.refuseChallenge')}
      onClose={onClose}
      onSubmit={submit}
      foot={<DialogFoot send={t('acts.refuseChallenge')} busy={busy} onClose={onClose} />}
    >
      <Fields>
        <p>{t('page.decide.refuseText', { question: challenge.question })}</p>
        <ErrorSummary errors={form.errors} attempts={form.attempts} />
        {fault ? <ErrorNotice error={fault} /> : null}
        {stale !== null ? <p role="alert">{t('page.stale')}</p> : null}
        <TextArea
          label={t('page.decide.reason')}
          hint={t('page.decide.reasonHint')}
          rows={4}
          max={CHALLENGE_LIMITS.reason}
          {...form.field('reason')}
        />
      </Fields>
    </Dialog>
  );
}
