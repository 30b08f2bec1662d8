import { useState } from 'react';
import { DOCUMENT_KINDS, DOCUMENT_LIMITS, documentDoor, type DocumentKind, type StatementAudience } from '@knotenpunkt/alliances/domain';
import { checkText, newId } from '@knotenpunkt/kernel';
import { graphql } from '@knotenpunkt/webkit/contract';
import { sendFile, useMutationAnswer, useToday, type Fault } from '@knotenpunkt/webkit/data';
import { useMessages } from '@knotenpunkt/webkit/i18n';
import {
  DateField,
  Dialog,
  DialogFoot,
  ErrorNotice,
  ErrorSummary,
  FieldRow,
  Fields,
  FileField,
  RadioGroup,
  Select,
  showToast,
  TextField,
  useForm,
  useRefusals,
} from '@knotenpunkt/webkit/ui';
import type { ShownAlliance } from '../useAlliance';
import { useOwnMembers, type ShownDocument } from '../useAllianceWork';

const ADD = graphql(`
  mutation AddAllianceDocument($input: AddAllianceDocumentInput!) {
    addAllianceDocument(input: $input) {
      ... on Alliance {
        id
        version
      }
      ...RefusedParts
      ...StaleParts
    }
  }
`);

/** A help for the browser's dialog, no check: the server looks at the bytes. */
const ACCEPTED = 'application/pdf,image/png,image/jpeg,image/webp,text/plain';

interface DocumentDialogProps {
  alliance: ShownAlliance;
  /** The version it is to take the place of. */
  replaces: ShownDocument | null;
  onClose: () => void;
  onDone: () => void;
}

/** Adds a file or a link. */
export function DocumentDialog({ alliance, replaces, onClose, onDone }: DocumentDialogProps) {
  const t = useMessages('alliances');
  const today = useToday();
  const sentence = useRefusals('alliances');
  const [id] = useState(() => newId());
  const own = useOwnMembers(alliance);
  const { send, busy, fault } = useMutationAnswer(ADD);
  const [file, setFile] = useState<{ hash: string; name: string } | null>(null);
  const [sending, setSending] = useState(false);
  const [fileFault, setFileFault] = useState<Fault | null>(null);
  const [fileError, setFileError] = useState<string | undefined>();
  const form = useForm({
    room: 'alliances',
    initial: {
      enteredById: own[0]?.id ?? '',
      title: replaces?.title ?? '',
      kind: (replaces?.kind ?? 'OTHER') as DocumentKind,
      on: today,
      audience: (replaces?.audience ?? 'MEMBERS') as StatementAudience,
      url: '',
    },
    check: ({ title, on, url }) => {
      const named = checkText('title', title, { max: DOCUMENT_LIMITS.title });
      return [
        named.ok ? null : { ...named.refusal, code: named.refusal.code === 'TEXT_MISSING' ? 'TITLE_MISSING' : named.refusal.code },
        on !== '' && on <= today ? null : { code: 'DAY_PASSED_MISSING', field: 'on' },
        (file === null) === (url.trim() === '') ? { code: 'DOCUMENT_EMPTY', field: 'url' } : null,
      ];
    },
  });
  const choose = async (chosen: File) => {
    setFile(null);
    setFileError(undefined);
    if (chosen.size > DOCUMENT_LIMITS.bytes) {
      return setFileError(sentence({ code: 'FILE_TOO_LARGE', params: { max: DOCUMENT_LIMITS.bytes / 1024 / 1024 } }));
    }
    setSending(true);
    const answer = await sendFile<{ hash: string }>(documentDoor(alliance.id), chosen, () => undefined);
    setSending(false);
    setFileFault(answer.kind === 'failed' ? answer.fault : null);
    if (answer.kind === 'refused') setFileError(sentence(answer.refusal));
    if (answer.kind === 'done') setFile({ hash: answer.value.hash, name: chosen.name });
  };
  const submit = form.submit(async (values) => {
    const about = { id, allianceId: alliance.id, fileHash: file?.hash ?? null, replacesId: replaces?.id ?? null };
    const answer = await send({ input: { ...values, ...about } });
    if (answer.kind === 'refused') form.refuse(answer.refusal);
    if (answer.kind !== 'done') return;
    showToast({ text: t('documents.added') });
    onClose();
    onDone();
  });
  return (
    <Dialog
      open
      title={t(replaces ? 'documents.replace' : 'documents.add')}
      onClose={onClose}
      onSubmit={submit}
      foot={<DialogFoot send={t('documents.send')} busy={busy || sending} onClose={onClose} />}
    >
      <Fields>
        <p>{t('documents.text', { max: DOCUMENT_LIMITS.bytes / 1024 / 1024 })}</p>
        <ErrorSummary errors={form.errors} attempts={form.attempts} />
        {fault ? <ErrorNotice error={fault} /> : null}
        {fileFault ? <ErrorNotice error={fileFault} /> : null}
        {own.length > 1 ? (
          <Select
            label={t('work.fields.for')}
            {...form.field('enteredById')}
            options={own.map(({ id: value, name: label }) => ({ value, label }))}
          />
        ) : null}
        <TextField label={t('documents.name')} {...form.field('title')} />
        <FileField
          id={`${id}-file`}
          label={t(file ? 'documents.chooseAnother' : 'documents.choose')}
          accept={ACCEPTED}
          {...(fileError === undefined ? {} : { error: fileError })}
          onChoose={(chosen) => void choose(chosen)}
        >
          <span role="status">{sending ? t('documents.sending') : file ? t('documents.chosen', { name: file.name }) : ''}</span>
        </FileField>
        <TextField label={t('documents.url')} hint={t('documents.urlHint')} optional {...form.field('url')} />
        <FieldRow>
          <Select
            label={t('documents.kind')}
            {...form.field('kind')}
            options={DOCUMENT_KINDS.map((value) => ({ value, label: t(`documents.kinds.${value}`) }))}
          />
          <DateField label={t('documents.on')} max={today} {...form.field('on')} />
        </FieldRow>
        <RadioGroup
          label={t('work.fields.audience')}
          choices={(['MEMBERS', 'PUBLIC'] as const).map((value) => ({
            value,
            label: t(`work.audiences.${value}`),
            hint: t(`documents.audienceHints.${value}`),
          }))}
          {...form.field('audience')}
        />
      </Fields>
    </Dialog>
  );
}
