import { useState } from 'react';
import { useSearchParams } from 'react-router';
import { useViewer } from '@knotenpunkt/identity/web';
import { useMessages } from '@knotenpunkt/webkit/i18n';
import { Button, IconButton, LinkButton } from '@knotenpunkt/webkit/ui';
import type { NetworkPageState } from '../page';
import { KeepViewDialog } from './KeepViewDialog';
import { OpenedViewBar } from './OpenedViewBar';
import { useOpenedView } from './useKeptViews';
import { useUndoKeys } from './useUndoKeys';
import './views.css';

/** The word in the address for the kept view one looks at. */
export const OPENED = 'sicht';

/** Undo and redo, keeping what one sees, and the way to what was kept. */
export function ViewTools({ control }: Pick<NetworkPageState, 'control'>) {
  const t = useMessages('network');
  const viewer = useViewer();
  const [search, setSearch] = useSearchParams();
  const [keeping, setKeeping] = useState(false);
  const { opened } = useOpenedView(search.get(OPENED));
  const { undo, redo, view } = control;
  useUndoKeys(undo, redo);
  const leadTo = (id: string) =>
    setSearch(
      (before) => {
        const next = new URLSearchParams(before);
        next.set(OPENED, id);
        return next;
      },
      { replace: true, preventScrollReset: true },
    );
  return (
    <div className="network-views__tools">
      <IconButton
        label={t('views.tools.undo')}
        aria-keyshortcuts="Control+Z"
        aria-disabled={undo === null || undefined}
        onClick={() => undo?.()}
      >
        <Arrow />
      </IconButton>
      <IconButton
        label={t('views.tools.redo')}
        aria-keyshortcuts="Control+Shift+Z"
        aria-disabled={redo === null || undefined}
        onClick={() => redo?.()}
      >
        <Arrow forward />
      </IconButton>
      {viewer?.personId ? (
        <Button small onClick={() => setKeeping(true)}>
          {t('views.tools.keep')}
        </Button>
      ) : null}
      <LinkButton small kind="plain" to="/netzwerk/ansichten">
        {t('views.tools.mine')}
      </LinkButton>
      {keeping ? <KeepViewDialog view={view} from={opened ?? null} onKept={leadTo} onClose={() => setKeeping(false)} /> : null}
    </div>
  );
}

function Arrow({ forward = false }: { forward?: boolean }) {
  return (
    <svg className="kn-icon" width="20" height="20" viewBox="0 0 20 20" aria-hidden="true">
      <path transform={forward ? 'matrix(-1 0 0 1 20 0)' : undefined} d="M7 4L3 8l4 4M3 8h9a5 5 0 0 1 0 9H8" />
    </svg>
  );
}

/** The kept view one looks at, where the address names one. */
export function OpenedViewOfPage({ control, chosen, choose }: Pick<NetworkPageState, 'control' | 'chosen' | 'choose'>) {
  const [search, setSearch] = useSearchParams();
  const id = search.get(OPENED);
  const answer = useOpenedView(id);
  if (id === null) return null;
  const leave = () =>
    setSearch(
      (before) => {
        const next = new URLSearchParams(before);
        next.delete(OPENED);
        return next;
      },
      { replace: true, preventScrollReset: true },
    );
  return <OpenedViewBar {...answer} control={control} chosen={chosen} choose={choose} onLeave={leave} />;
}
