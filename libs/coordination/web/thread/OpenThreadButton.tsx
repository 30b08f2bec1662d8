import { useState } from 'react';
import { useMessages } from '@knotenpunkt/webkit/i18n';
import { Button } from '@knotenpunkt/webkit/ui';
import { ThreadDialog, type ThreadStart } from './ThreadDialog';
import { useCoordinates } from '@knotenpunkt/identity/web';

/** "Faden anlegen" for those who coordinate the region, about what the page shows; nothing for others. */
export function OpenThreadButton({ start, main = false, onDone }: { start?: ThreadStart; main?: boolean; onDone?: () => void }) {
  const t = useMessages('coordination');
  const coordinates = useCoordinates();
  const [open, setOpen] = useState(false);
  if (!coordinates) return null;
  return (
    <>
      <Button kind={main ? 'primary' : 'plain'} onClick={() => setOpen(true)}>
        {t('threads.form.openTitle')}
      </Button>
      {open ? (
        <ThreadDialog
          thread={null}
          start={start}
          onClose={() => setOpen(false)}
          onDone={() => {
            setOpen(false);
            onDone?.();
          }}
        />
      ) : null}
    </>
  );
}
