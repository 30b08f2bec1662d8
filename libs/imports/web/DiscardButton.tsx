import { useMessages } from '@knotenpunkt/webkit/i18n';
import { useApolloClient } from '@knotenpunkt/webkit/data';
import { Button, useAnswerToast } from '@knotenpunkt/webkit/ui';
import { useImportActs, type Batch } from './useImport';

/** Throws a table away that nothing came of. */
export function DiscardButton({ batch, onGone }: { batch: Batch; onGone: () => void }) {
  const t = useMessages('imports');
  const apollo = useApolloClient();
  const { discard } = useImportActs();
  const tell = useAnswerToast('imports');
  const send = async () => {
    const answer = await discard.send({ input: { id: batch.id, expectedVersion: batch.version } });
    tell(answer, t('import.discarded'));
    if (answer.kind !== 'done') return;
    onGone();
    apollo.cache.evict({ id: apollo.cache.identify({ __typename: 'ImportBatch', id: batch.id }) });
  };
  return (
    <Button kind="plain" busy={discard.busy} onClick={() => void send()}>
      {t('import.discard')}
    </Button>
  );
}
