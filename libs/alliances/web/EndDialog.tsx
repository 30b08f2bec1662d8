import { ALLIANCE_LIMITS } from '@knotenpunkt/alliances/domain';
import { checkText } from '@knotenpunkt/kernel';
import { graphql } from '@knotenpunkt/webkit/contract';
import { useMutationAnswer, type Answer } from '@knotenpunkt/webkit/data';
import { useMessages } from '@knotenpunkt/webkit/i18n';
import { Dialog, DialogFoot, ErrorNotice, ErrorSummary, Fields, showToast, TextArea, useForm } from '@knotenpunkt/webkit/ui';
import type { ShownAlliance } from './useAlliance';

const CONCLUDE = graphql(`
  mutation ConcludeAlliance($input: ConcludeAllianceInput!) {
    concludeAlliance(input: $input) {
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
const CALL_OFF = graphql(`
  mutation CallOffAlliance($input: CallOffAllianceInput!) {
    callOffAlliance(input: $input) {
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

interface EndDialogProps {
  alliance: ShownAlliance;
  onClose: () => void;
  onDone: () => void;
}

/** The end, with what came of it. */
export function ConcludeDialog(props: EndDialogProps) {
  const { send, busy, fault, stale } = useMutationAnswer(CONCLUDE);
  const { id, version } = props.alliance;
  const conclude = (effect: string) => send({ input: { id, expectedVersion: version, effect } });
  return <EndDialog {...props} act="conclude" field="effect" rows={5} send={conclude} busy={busy} fault={fault} isStale={stale !== null} />;
}

/** Nothing comes of it, and why. */
export function CallOffDialog(props: EndDialogProps) {
  const { send, busy, fault, stale } = useMutationAnswer(CALL_OFF);
  const { id, version } = props.alliance;
  const callOff = (reason: string) => send({ input: { id, expectedVersion: version, reason } });
  return <EndDialog {...props} act="callOff" field="reason" rows={3} send={callOff} busy={busy} fault={fault} isStale={stale !== null} />;
}

interface Ending extends EndDialogProps {
  /** Under which its words stand. */
  act: 'conclude' | 'callOff';
  field: 'effect' | 'reason';
  rows: number;
  send: (text: string) => Promise<Answer<unknown>>;
  busy: boolean;
  fault: unknown;
  isStale: boolean;
}

function EndDialog({ alliance, act, field, rows, send, busy, fault, isStale, onClose, onDone }: Ending) {
  const t = useMessages('alliances');
  const max = ALLIANCE_LIMITS[field];
  const form = useForm<{ effect: string; reason: string }>({
    room: 'alliances',
    initial: { effect: '', reason: '' },
    check: (values) => {
      const checked = checkText(field, values[field], { max });
      return [checked.ok ? null : checked.refusal];
    },
    draft: `alliance.${alliance.id}.${act}`,
  });
  const submit = form.submit(async (values) => {
    const answer = await send(values[field]);
    if (answer.kind === 'refused') form.refuse(answer.refusal);
    if (answer.kind === 'stale') onDone();
    if (answer.kind !== 'done') return;
    form.done();
    showToast({ text: t(`page.${act}.done`) });
    onDone();
  });
  return (
    <Dialog
      open
      title={t(`page.${act}.title`)}
      onClose={onClose}
      onSubmit={submit}
      foot={<DialogFoot send={t(`page.${act}.send`)} busy={busy} onClose={onClose} />}
    >
      <Fields>
        <p>{t(`page.${act}.text`)}</p>
        <ErrorSummary errors={form.errors} attempts={form.attempts} />
        {fault ? <ErrorNotice error={fault} /> : null}
        {isStale ? <p role="alert">{t('page.stale')}</p> : null}
        <TextArea label={t(`page.${act}.${field}`)} hint={t(`page.${act}.${field}Hint`)} rows={rows} max={max} {...form.field(field)} />
      </Fields>
    </Dialog>
  );
}
