import { useState } from 'react';
import { useFormat, useMessages } from '@knotenpunkt/webkit/i18n';
import { Button, Dialog, LinkButton, Notice, Section } from '@knotenpunkt/webkit/ui';
import { ImportRows } from './ImportRows';
import { useAnswerSentence } from './useAnswerSentence';
import { useImportActs, type Batch, type Fate } from './useImport';

/** Rows of these fates are never written. */
const LEFT_OUT: readonly Fate[] = ['DUPLICATE', 'CONFLICT', 'BAD'];

/** What came of a table, and the one click that takes it back. */
export function ImportOutcome({ batch }: { batch: Batch }) {
  const t = useMessages('imports');
  const { made, changed, left, takenBack, kept } = batch.outcome;
  const format = useFormat();
  const written = [
    ...(made > 0 ? [t(`import.made.${batch.kind}`, { count: made })] : []),
    ...(changed > 0 ? [t(`import.changed.${batch.kind}`, { count: changed })] : []),
  ];
  const undone = batch.state === 'UNDONE';
  const stayedOut = batch.counts.reduce((sum, { fate, count }) => (LEFT_OUT.includes(fate) ? sum + count : sum), 0);
  return (
    <>
      <div role="status">
        <Notice
          tone={undone ? 'plain' : 'kept'}
          title={t(undone ? 'import.undoneTitle' : 'import.committedTitle')}
          ways={undone ? null : <Ways batch={batch} />}
        >
          {undone ? (
            <>
              <p>{t('import.takenBack', { count: takenBack })}</p>
              {kept > 0 ? <p>{t('import.kept', { count: kept })}</p> : null}
            </>
          ) : (
            <>
              <p>{written.length > 0 ? `${format.list(written)}.` : t('import.nothingWritten')}</p>
              {left > 0 ? <p>{t('import.leftOut', { count: left })}</p> : null}
              {stayedOut > 0 ? <p>{t('import.stayedOut', { count: stayedOut })}</p> : null}
            </>
          )}
        </Notice>
      </div>
      {kept + left > 0 ? (
        <Section title={t('import.keptTitle')}>
          <ImportRows batch={batch} fate={null} kept />
        </Section>
      ) : null}
    </>
  );
}

function Ways({ batch }: { batch: Batch }) {
  const t = useMessages('imports');
  const { undo } = useImportActs();
  const { said, hear } = useAnswerSentence();
  const [open, setOpen] = useState(false);
  const send = async () => {
    const answer = await undo.send({ input: { id: batch.id, expectedVersion: batch.version } });
    hear(answer);
    if (answer.kind === 'done') setOpen(false);
  };
  return (
    <>
      <Button onClick={() => setOpen(true)}>{t('import.undo')}</Button>
      {batch.kind === 'INITIATIVES' ? (
        <LinkButton to="/vorhaben">{t('import.toInitiatives')}</LinkButton>
      ) : (
        <LinkButton to="/akteure">{t('import.toDirectory')}</LinkButton>
      )}
      <Dialog
        open={open}
        title={t('import.undoTitle')}
        onClose={() => setOpen(false)}
        foot={
          <>
            <Button onClick={() => setOpen(false)}>{t('webkit:actions.cancel')}</Button>
            <Button kind="danger" busy={undo.busy} onClick={() => void send()}>
              {t('import.undo')}
            </Button>
          </>
        }
      >
        <p>{t('import.undoText')}</p>
        {said}
      </Dialog>
    </>
  );
}
