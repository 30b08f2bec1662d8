import { useState } from 'react';
import { useNavigate } from 'react-router';
import { useOwnActors } from '@knotenpunkt/actors/web';
import { checkResult, INITIATIVE_LIMITS } from '@knotenpunkt/initiatives/domain';
import { checkText } from '@knotenpunkt/kernel';
import { graphql } from '@knotenpunkt/webkit/contract';
import { useMutationAnswer, useToday } from '@knotenpunkt/webkit/data';
import { useMessages } from '@knotenpunkt/webkit/i18n';
import {
  Button,
  DateField,
  Dialog,
  DialogFoot,
  ErrorNotice,
  ErrorSummary,
  Fields,
  LinkButton,
  Menu,
  TextArea,
  TextField,
  useForm,
  showToast,
} from '@knotenpunkt/webkit/ui';
import { useTold } from './useTold';
import type { ShownInitiative } from './useInitiative';

const START = graphql(`
  mutation StartInitiative($input: InitiativeVersionInput!) {
    startInitiative(input: $input) {
      ... on Initiative {
        id
        version
      }
      ...RefusedParts
      ...StaleParts
    }
  }
`);
const FINISH = graphql(`
  mutation FinishInitiative($input: InitiativeVersionInput!) {
    finishInitiative(input: $input) {
      ... on Initiative {
        id
        version
      }
      ...RefusedParts
      ...StaleParts
    }
  }
`);
const ABANDON = graphql(`
  mutation AbandonInitiative($input: AbandonInitiativeInput!) {
    abandonInitiative(input: $input) {
      ... on Initiative {
        id
        version
      }
      ...RefusedParts
      ...StaleParts
    }
  }
`);
const ADD_RESULT = graphql(`
  mutation AddResult($input: AddResultInput!) {
    addResult(input: $input) {
      ... on Initiative {
        id
        version
      }
      ...RefusedParts
      ...StaleParts
    }
  }
`);

const RELEASE = graphql(`
  mutation ReleaseInitiative($input: ReleaseInitiativeInput!) {
    releaseInitiative(input: $input) {
      ... on Initiative {
        id
        version
      }
      ...RefusedParts
      ...StaleParts
    }
  }
`);
const DISCARD = graphql(`
  mutation DiscardInitiativeDraft($input: InitiativeVersionInput!) {
    discardInitiativeDraft(input: $input) {
      ... on Initiative {
        id
      }
      ...RefusedParts
      ...StaleParts
    }
  }
`);

type Asked = 'finish' | 'abandon' | 'result';

interface Props {
  initiative: ShownInitiative;
  onChange: () => void;
}

/** What those who lead may do with the whole Vorhaben; nothing for all others. */
export function InitiativeActs({ initiative, onChange }: Props) {
  const t = useMessages('initiatives');
  const tell = useTold(onChange);
  const starting = useMutationAnswer(START);
  const releasing = useMutationAnswer(RELEASE);
  const discarding = useMutationAnswer(DISCARD);
  const [asked, ask] = useState<Asked | null>(null);
  const may = (action: string) => initiative.availableActions.includes(action);
  const navigate = useNavigate();
  const enters = useOwnActors()?.actors.some(({ decides }) => decides) ?? false;
  const more = [
    ...(enters
      ? [{ id: 'copy', label: t('acts.copyInitiative'), onChoose: () => void navigate(`/vorhaben/neu?wie=${initiative.slug}`) }]
      : []),
    ...(may('addResult') ? [{ id: 'result', label: t('acts.addResult'), onChoose: () => ask('result') }] : []),
    ...(may('finishInitiative') ? [{ id: 'finish', label: t('acts.finishInitiative'), onChoose: () => ask('finish') }] : []),
    ...(may('abandonInitiative') ? [{ id: 'abandon', label: t('acts.abandonInitiative'), onChoose: () => ask('abandon') }] : []),
  ];
  const release = async (begun: boolean) =>
    tell(await releasing.send({ input: { id: initiative.id, expectedVersion: initiative.version, begun } }), 'page.released');
  const discard = async () => {
    const answer = await discarding.send({ input: { id: initiative.id, expectedVersion: initiative.version } });
    if (answer.kind !== 'done') return tell(answer, 'page.discarded');
    showToast({ text: t('page.discarded') });
    await navigate('/vorhaben');
  };
  const start = async () =>
    tell(await starting.send({ input: { id: initiative.id, expectedVersion: initiative.version } }), 'page.started');
  return (
    <>
      {more.length > 0 ? <Menu label={t('page.more')} trigger={t('page.more')} groups={[{ id: 'more', entries: more }]} /> : null}
      {may('changeInitiative') ? (
        <LinkButton to={`/vorhaben/${initiative.slug}/bearbeiten`}>{t('acts.changeInitiative')}</LinkButton>
      ) : null}
      {may('discardInitiativeDraft') ? (
        <Button kind="plain" busy={discarding.busy} onClick={() => void discard()}>
          {t('acts.discardInitiativeDraft')}
        </Button>
      ) : null}
      {may('releaseInitiative') ? (
        <>
          <Button busy={releasing.busy} onClick={() => void release(false)}>
            {t('acts.releaseAsIdea')}
          </Button>
          <Button kind="primary" busy={releasing.busy} onClick={() => void release(true)}>
            {t('acts.releaseInitiative')}
          </Button>
        </>
      ) : null}
      {may('startInitiative') ? (
        <Button kind="primary" busy={starting.busy} onClick={() => void start()}>
          {t('acts.startInitiative')}
        </Button>
      ) : null}
      {asked === 'finish' ? <FinishDialog initiative={initiative} onClose={() => ask(null)} onChange={onChange} /> : null}
      {asked === 'abandon' ? <AbandonDialog initiative={initiative} onClose={() => ask(null)} onChange={onChange} /> : null}
      {asked === 'result' ? <ResultDialog initiative={initiative} onClose={() => ask(null)} onChange={onChange} /> : null}
    </>
  );
}

type DialogProps = Props & { onClose: () => void };

function FinishDialog({ initiative, onClose, onChange }: DialogProps) {
  const t = useMessages('initiatives');
  const tell = useTold(onChange);
  const { send, busy } = useMutationAnswer(FINISH);
  const finish = async () => {
    tell(await send({ input: { id: initiative.id, expectedVersion: initiative.version } }), 'page.finished');
    onClose();
  };
  return (
    <Dialog
      open
      title={t('acts.finishInitiative')}
      onClose={onClose}
      foot={
        <>
          <Button onClick={onClose}>{t('webkit:actions.cancel')}</Button>
          <Button kind="primary" busy={busy} onClick={() => void finish()}>
            {t('acts.finishInitiative')}
          </Button>
        </>
      }
    >
      <p>{t('page.finishText')}</p>
    </Dialog>
  );
}

function AbandonDialog({ initiative, onClose, onChange }: DialogProps) {
  const t = useMessages('initiatives');
  const tell = useTold(onChange);
  const { send, busy, fault } = useMutationAnswer(ABANDON);
  const form = useForm({
    room: 'initiatives',
    initial: { reason: '' },
    check: ({ reason }) => {
      const checked = checkText('reason', reason, { max: INITIATIVE_LIMITS.reason });
      return [checked.ok ? null : checked.refusal];
    },
  });
  const submit = form.submit(async ({ reason }) => {
    const answer = await send({ input: { id: initiative.id, expectedVersion: initiative.version, reason } });
    if (answer.kind === 'refused') return form.refuse(answer.refusal);
    if (answer.kind === 'failed') return;
    tell(answer, 'page.abandoned');
    onClose();
  });
  return (
    <Dialog
      open
      title={t('acts.abandonInitiative')}
      onClose={onClose}
      onSubmit={submit}
      foot={<DialogFoot send={t('acts.abandonInitiative')} busy={busy} onClose={onClose} />}
    >
      <Fields>
        <p>{t('page.abandonText')}</p>
        <ErrorSummary errors={form.errors} attempts={form.attempts} />
        {fault ? <ErrorNotice error={fault} /> : null}
        <TextArea label={t('page.why')} rows={3} max={INITIATIVE_LIMITS.reason} {...form.field('reason')} />
      </Fields>
    </Dialog>
  );
}

function ResultDialog({ initiative, onClose, onChange }: DialogProps) {
  const t = useMessages('initiatives');
  const today = useToday();
  const tell = useTold(onChange);
  const { send, busy, fault } = useMutationAnswer(ADD_RESULT);
  const form = useForm({
    room: 'initiatives',
    initial: { text: '', on: today, evidenceUrl: '' },
    check: (values) => {
      const checked = checkResult(values, today);
      return [checked.ok ? null : checked.refusal];
    },
    draft: `initiative.${initiative.id}.result`,
  });
  const submit = form.submit(async ({ text, on, evidenceUrl }) => {
    const answer = await send({
      input: { id: initiative.id, expectedVersion: initiative.version, text, on, evidenceUrl: evidenceUrl || null },
    });
    if (answer.kind === 'refused') return form.refuse(answer.refusal);
    if (answer.kind === 'failed') return;
    if (answer.kind === 'done') form.done();
    tell(answer, 'page.resultAdded');
    onClose();
  });
  return (
    <Dialog
      open
      title={t('acts.addResult')}
      onClose={onClose}
      onSubmit={submit}
      foot={<DialogFoot send={t('page.enter')} busy={busy} onClose={onClose} />}
    >
      <Fields>
        <ErrorSummary errors={form.errors} attempts={form.attempts} />
        {fault ? <ErrorNotice error={fault} /> : null}
        <TextArea
          label={t('page.resultWhat')}
          hint={t('page.resultWhatHint')}
          rows={3}
          max={INITIATIVE_LIMITS.result}
          {...form.field('text')}
        />
        <DateField label={t('page.resultOn')} max={today} {...form.field('on')} />
        <TextField label={t('page.resultUrl')} type="url" optional {...form.field('evidenceUrl')} />
      </Fields>
    </Dialog>
  );
}
