import { useState } from 'react';
import { useOwnActors } from '@knotenpunkt/actors/web';
import { useMessages } from '@knotenpunkt/webkit/i18n';
import { Button } from '@knotenpunkt/webkit/ui';
import { IntroduceDialog } from './IntroduceDialog';

interface End {
  id: string;
  name: string;
}

export interface IntroduceButtonProps {
  /** Two that do not work together. */
  a: End;
  b: End;
  /** Who stands between them on the way shown; chosen at first where possible. */
  through?: string;
}

/** "Vorstellen lassen" for whoever may promise for one of two organisations, "Einander vorstellen" for the coordination; nothing for others. */
export function IntroduceButton({ a, b, through }: IntroduceButtonProps) {
  const t = useMessages('coordination');
  const own = useOwnActors();
  const [open, setOpen] = useState(false);
  const decides = (id: string) => own?.actors.some((actor) => actor.id === id && actor.decides) ?? false;
  const asker = decides(a.id) ? a : decides(b.id) ? b : null;
  if (!own || (!asker && !own.coordinator)) return null;
  const [first, second] = asker === b ? [b, a] : [a, b];
  return (
    <>
      <Button small onClick={() => setOpen(true)}>
        {t(asker ? 'introductions.ask' : 'introductions.askBoth')}
      </Button>
      {open ? (
        <IntroduceDialog first={first} second={second} asCoordination={asker === null} through={through} onClose={() => setOpen(false)} />
      ) : null}
    </>
  );
}
