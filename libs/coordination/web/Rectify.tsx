import { useState } from 'react';
import { RECTIFICATION_LIMITS, type RectifiedType } from '@knotenpunkt/coordination/domain';
import { useViewer } from '@knotenpunkt/identity/web';
import { newId } from '@knotenpunkt/kernel';
import { graphql } from '@knotenpunkt/webkit/contract';
import { useMutationAnswer } from '@knotenpunkt/webkit/data';
import { useFormat, useMessages } from '@knotenpunkt/webkit/i18n';
import {
  Button,
  Dialog,
  ErrorNotice,
  ErrorSummary,
  Fields,
  showToast,
  TextArea,
  TextButton,
  useAnswerToast,
  useForm,
} from '@knotenpunkt/webkit/ui';
import './introductions.css';
import { useRectifications, type Rectification } from './useRectifications';

const WRITE = graphql(`
  mutation WriteRectification($input: WriteRectificationInput!) {
    writeRectification(input: $input) {
      ... on Rectification {
        id
        text
        version
      }
      ...RefusedParts
      ...StaleParts
    }
  }
`);

const TAKE_BACK = graphql(`
  mutation TakeBackRectification($input: RectificationVersionInput!) {
    takeBackRectification(input: $input) {
      ... on Rectification {
        id
      }
      ...RefusedParts
      ...StaleParts
    }
  }
`);

interface Subject {
  actorId: string;
  subjectType: RectifiedType;
  subjectId: string;
}

/** Beside an entry that names one's own organisation: what it set right, and the way to do so. */
export function Rectify({ subject }: { subject: Subject }) {
  const t = useMessages('coordination');
  const format = useFormat();
  const viewer = useViewer();
  const tell = useAnswerToast('coordination');
  const takeBack = useMutationAnswer(TAKE_BACK);
  const [writing, setWriting] = useState(false);
  const { rectifications, refresh } = useRectifications(subject.actorId);
  const said = rectifications.find(({ subjectType, subjectId }) => subjectType === subject.subjectType && subjectId === subject.subjectId);
  const decides = viewer?.mandates.some(({ actorId, role }) => actorId === subject.actorId && role !== 'EDITOR') ?? false;
  if (!said && !decides) return null;
  const remove = async ({ id, version }: Rectification) => {
    tell(await takeBack.send({ input: { id, expectedVersion: version } }), t('rectification.takenBack'));
    await refresh();
  };
  return (
    <div className="coordination-rectify">
      {said ? (
        <p>
          <strong>{t('rectification.yours', { date: format.date(said.saidOn) })}</strong> {said.text}{' '}
          <span className="kn-muted">
            {said.personName ? `${t('rectification.by', { name: said.personName })}. ` : null}
            {said.seenOn ? t('rectification.seen', { date: format.date(said.seenOn) }) : t('rectification.unseen')}
          </span>
        </p>
      ) : null}
      {decides ? (
        <p className="coordination-rectify__acts">
          <TextButton onClick={() => setWriting(true)}>{t(said ? 'rectification.change' : 'rectification.write')}</TextButton>
          {said ? (
            <TextButton disabled={takeBack.busy} onClick={() => void remove(said)}>
              {t('rectification.takeBack')}
            </TextButton>
          ) : null}
        </p>
      ) : null}
      {writing ? <RectifyDialog subject={subject} said={said} onDone={() => void refresh()} onClose={() => setWriting(false)} /> : null}
    </div>
  );
}

interface DialogProps {
  subject: Subject;
  said: Rectification | undefined;
  onDone: () => void;
  onClose: () => void;
}

function RectifyDialog({ subject, said, onDone, onClose }: DialogProps) {
  const t = useMessages('coordination');
  const [id] = useState(() => said?.id ?? newId());
  const { send, busy, fault } = useMutationAnswer(WRITE);
  const form = useForm({ room: 'coordination', initial: { text: said?.text ?? '' } });
  const save = form.submit(async ({ text }) => {
    const answer = await send({ input: { id, ...subject, text, expectedVersion: said?.version ?? 0 } });
    if (answer.kind === 'refused') return form.refuse(answer.refusal);
    if (answer.kind === 'failed') return;
    if (answer.kind === 'done') showToast({ text: t('rectification.saved') });
    onDone();
    onClose();
  });
  return (
    <Dialog
      open
      title={t('rectification.title')}
      onClose={onClose}
      onSubmit={() => save()}
      foot={
        <Button kind="primary" type="submit" busy={busy}>
          {t('rectification.save')}
        </Button>
      }
    >
      <Fields>
        <p>{t('rectification.lead')}</p>
        <ErrorSummary errors={form.errors} attempts={form.attempts} />
        {fault ? <ErrorNotice error={fault} /> : null}
        <TextArea label={t('rectification.label')} rows={4} max={RECTIFICATION_LIMITS.text} {...form.field('text')} />
      </Fields>
    </Dialog>
  );
}
