import { faultOf, giveFile, useApolloClient, useToday, type Fault } from '@knotenpunkt/webkit/data';
import { useMessages } from '@knotenpunkt/webkit/i18n';
import { Button, ErrorNotice } from '@knotenpunkt/webkit/ui';
import { useState } from 'react';
import { readHeld } from './readHeld';
import { withoutTypes } from './withoutTypes';

/** "Mitnehmen": what is held on an organisation as a file that other programs read. */
export function TakeHeld({ actor }: { actor: { id: string; slug: string } }) {
  const t = useMessages('app');
  const apollo = useApolloClient();
  const today = useToday();
  const [busy, setBusy] = useState(false);
  const [fault, setFault] = useState<Fault | null>(null);
  const take = async () => {
    setBusy(true);
    setFault(null);
    try {
      const content = { takenOn: today, ...(withoutTypes(await readHeld(apollo, actor.id)) as object) };
      giveFile(new Blob([JSON.stringify(content, null, 2)], { type: 'application/json' }), `festgehalten-${actor.slug}-${today}.json`);
    } catch (error) {
      setFault(faultOf(error));
    } finally {
      setBusy(false);
    }
  };
  return (
    <>
      <Button busy={busy} onClick={() => void take()}>
        {t('held.take')}
      </Button>
      {fault ? <ErrorNotice error={fault} /> : null}
    </>
  );
}
