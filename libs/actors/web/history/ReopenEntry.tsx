import { useState } from 'react';
import { useMessages } from '@knotenpunkt/webkit/i18n';
import { Button, Dialog, useAnswerToast } from '@knotenpunkt/webkit/ui';
import { useReopeningEntry } from './useHistory';

interface ReopenEntryProps {
  id: string;
  expectedVersion: number;
  onDone: () => Promise<void>;
}

/** Opens an offer or a need again that was taken back or has ended, after a question. */
export function ReopenEntry({ id, expectedVersion, onDone }: ReopenEntryProps) {
  const t = useMessages('actors');
  const [asked, ask] = useState(false);
  const reopening = useReopeningEntry();
  const tell = useAnswerToast('actors');
  const reopen = async () => {
    tell(await reopening.send({ input: { id, expectedVersion } }), t('history.reopened'));
    ask(false);
    await onDone();
  };
  return (
    <div>
      <Button onClick={() => ask(true)}>{t('history.reopen')}</Button>
      <Dialog
        open={asked}
        title={t('history.reopenTitle')}
        onClose={() => ask(false)}
        foot={
          <>
            <Button onClick={() => ask(false)}>{t('webkit:actions.cancel')}</Button>
            <Button kind="primary" busy={reopening.busy} onClick={() => void reopen()}>
              {t('history.reopen')}
            </Button>
          </>
        }
      >
        <p>{t('history.reopenText')}</p>
      </Dialog>
    </div>
  );
}
