import { useState } from 'react';
import { useViewer } from '@knotenpunkt/identity/web';
import { useMessages } from '@knotenpunkt/webkit/i18n';
import { Button, IconButton, LinkButton } from '@knotenpunkt/webkit/ui';
import type { NetworkPageState } from '../page';
import { KeepViewDialog } from './KeepViewDialog';
import { OpenedViewBar } from './OpenedViewBar';
import { useUndoKeys } from './useUndoKeys';
import './views.css';

/** Undo and redo, keeping what one sees, and the way to what was kept. */
export function ViewTools({ control, kept }: Pick<NetworkPageState, 'control' | 'kept'>) {
  const t = useMessages('network');
  const viewer = useViewer();
  const [keeping, setKeeping] = useState(false);
  const { undo, redo, view } = control;
  useUndoKeys(undo, redo);
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
      {keeping ? <KeepViewDialog view={view} kept={kept} onKept={kept.becameOf} onClose={() => setKeeping(false)} /> : null}
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
export function OpenedViewOfPage(page: Pick<NetworkPageState, 'control' | 'kept' | 'chosen' | 'choose'>) {
  return page.kept.id === null ? null : <OpenedViewBar {...page} />;
}
