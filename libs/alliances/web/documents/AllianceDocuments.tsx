import { useState } from 'react';
import { DOCUMENT_LIMITS } from '@knotenpunkt/alliances/domain';
import { checkText } from '@knotenpunkt/kernel';
import { graphql } from '@knotenpunkt/webkit/contract';
import { useMutationAnswer } from '@knotenpunkt/webkit/data';
import { useFormat, useMessages } from '@knotenpunkt/webkit/i18n';
import {
  Dialog,
  DialogFoot,
  EmptyState,
  Entry,
  EntryList,
  ErrorNotice,
  ErrorSummary,
  FactLine,
  Fields,
  Section,
  showToast,
  Tag,
  TextArea,
  TextButton,
  useForm,
} from '@knotenpunkt/webkit/ui';
import type { ShownAlliance } from '../useAlliance';
import type { ShownDocument, ShownWork } from '../useAllianceWork';
import { DocumentDialog } from './DocumentDialog';

const REMOVE = graphql(`
  mutation RemoveAllianceDocument($input: RemoveAllianceDocumentInput!) {
    removeAllianceDocument(input: $input) {
      ... on Alliance {
        id
        version
      }
      ...RefusedParts
      ...StaleParts
    }
  }
`);

interface AllianceDocumentsProps {
  alliance: ShownAlliance;
  work: ShownWork;
  onChange: () => void;
}

/** Files and links; older versions below the newest. Visitors see what is public. */
export function AllianceDocuments({ alliance, work, onChange }: AllianceDocumentsProps) {
  const t = useMessages('alliances');
  const [adding, add] = useState<{ replaces: ShownDocument | null } | null>(null);
  const [removing, remove] = useState<ShownDocument | null>(null);
  const may = work.availableActions.includes('addAllianceDocument');
  if (work.documents.length === 0 && !may) return null;
  return (
    <Section
      title={t('documents.title')}
      explanation={t('documents.explanation')}
      beside={may ? <TextButton onClick={() => add({ replaces: null })}>{t('documents.add')}</TextButton> : null}
    >
      {work.documents.length === 0 ? <EmptyState>{t('documents.empty')}</EmptyState> : null}
      <EntryList label={t('documents.title')}>
        {work.documents.map((document) => (
          <DocumentEntry
            key={document.id}
            document={document}
            may={may}
            onReplace={() => add({ replaces: document })}
            onRemove={() => remove(document)}
          />
        ))}
      </EntryList>
      {adding ? <DocumentDialog alliance={alliance} {...adding} onClose={() => add(null)} onDone={onChange} /> : null}
      {removing ? <RemoveDialog alliance={alliance} document={removing} onClose={() => remove(null)} onDone={onChange} /> : null}
    </Section>
  );
}

interface DocumentEntryProps {
  document: ShownDocument;
  may: boolean;
  onReplace: () => void;
  onRemove: () => void;
}

function DocumentEntry({ document, may, onReplace, onRemove }: DocumentEntryProps) {
  const t = useMessages('alliances');
  const format = useFormat();
  const { title, kind, on, audience, address, isLink, fileType, fileBytes, isReplaced, removedOn, removedReason, enteredBy } = document;
  const size = format.number(Math.max(1, Math.round(fileBytes / 1024)));
  const type = fileType.startsWith('application/pdf') ? 'PDF' : fileType.startsWith('image') ? 'picture' : 'text';
  return (
    <Entry
      title={
        address === '' ? (
          title
        ) : (
          <a href={address} {...(isLink ? { rel: 'noopener noreferrer nofollow' } : { download: '' })}>
            {title}
          </a>
        )
      }
      beside={<Tag>{t(`work.audiences.${audience}`)}</Tag>}
      meta={
        <FactLine
          parts={[
            t(`documents.kinds.${kind}`),
            format.date(on),
            enteredBy ? t('documents.by', { name: enteredBy.name }) : null,
            isLink ? t('documents.elsewhere', { host: new URL(address).host }) : null,
            removedOn === null && !isLink ? t(`documents.file.${type}`, { size }) : null,
            isReplaced ? t('documents.older') : null,
          ]}
        />
      }
      actions={
        may && removedOn === null ? (
          <>
            {isReplaced ? null : (
              <TextButton aria-label={t('documents.replaceOne', { title })} onClick={onReplace}>
                {t('documents.replace')}
              </TextButton>
            )}
            <TextButton aria-label={t('documents.removeOne', { title })} onClick={onRemove}>
              {t('documents.remove')}
            </TextButton>
          </>
        ) : null
      }
    >
      {removedOn ? t('documents.removedOn', { date: format.date(removedOn), reason: removedReason }) : null}
    </Entry>
  );
}

interface RemoveDialogProps {
  alliance: ShownAlliance;
  document: ShownDocument;
  onClose: () => void;
  onDone: () => void;
}

function RemoveDialog({ alliance, document, onClose, onDone }: RemoveDialogProps) {
  const t = useMessages('alliances');
  const { send, busy, fault } = useMutationAnswer(REMOVE);
  const form = useForm({
    room: 'alliances',
    initial: { reason: '' },
    check: ({ reason }) => {
      const checked = checkText('reason', reason, { max: DOCUMENT_LIMITS.reason });
      return [checked.ok ? null : checked.refusal];
    },
  });
  const submit = form.submit(async ({ reason }) => {
    const answer = await send({ input: { id: document.id, allianceId: alliance.id, expectedVersion: document.version, reason } });
    if (answer.kind === 'refused') form.refuse(answer.refusal);
    if (answer.kind === 'stale') onDone();
    if (answer.kind !== 'done') return;
    showToast({ text: t('documents.removed') });
    onClose();
    onDone();
  });
  return (
    <Dialog
      open
      title={t('documents.removeOne', { title: document.title })}
      onClose={onClose}
      onSubmit={submit}
      foot={<DialogFoot send={t('documents.remove')} busy={busy} onClose={onClose} />}
    >
      <Fields>
        <p>{t('documents.removeText')}</p>
        <ErrorSummary errors={form.errors} attempts={form.attempts} />
        {fault ? <ErrorNotice error={fault} /> : null}
        <TextArea label={t('documents.reason')} rows={2} max={DOCUMENT_LIMITS.reason} {...form.field('reason')} />
      </Fields>
    </Dialog>
  );
}
