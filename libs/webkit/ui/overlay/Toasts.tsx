import { useEffect, useSyncExternalStore } from 'react';
import { useMessages } from '@knotenpunkt/webkit/i18n';
import { IconButton, TextButton } from '../actions/Button';
import { CloseIcon } from '../actions/icons';
import './overlay.css';

/** A short message that a thing was done, with a way back where there is one. */
export interface Toast {
  text: string;
  /** Takes the act back; the message stays longer then. */
  undo?: () => void;
}

interface Shown extends Toast {
  id: number;
}

let shown: Shown[] = [];
let lastId = 0;
const watchers = new Set<() => void>();

function replace(next: Shown[]): void {
  shown = next;
  for (const watcher of watchers) watcher();
}

function watch(watcher: () => void): () => void {
  watchers.add(watcher);
  return () => watchers.delete(watcher);
}

/** Shows a message at the foot of the page; at most three at once, the oldest goes. */
export function showToast(toast: Toast): void {
  replace([...shown, { ...toast, id: ++lastId }].slice(-3));
}

function dismiss(id: number): void {
  replace(shown.filter((toast) => toast.id !== id));
}

/** How long a message stays, in milliseconds: time to read it, and to decide where it can be undone. */
const STAY = 6_000;
const STAY_WITH_UNDO = 12_000;

function ToastLine({ toast }: { toast: Shown }) {
  const t = useMessages('webkit');
  const { id, text, undo } = toast;
  useEffect(() => {
    const timer = setTimeout(() => dismiss(id), undo ? STAY_WITH_UNDO : STAY);
    return () => clearTimeout(timer);
  }, [id, undo]);
  return (
    <div className="kn-toast">
      <p>{text}</p>
      {undo ? (
        <TextButton
          onClick={() => {
            undo();
            dismiss(id);
          }}
        >
          {t('actions.undo')}
        </TextButton>
      ) : null}
      <IconButton label={t('actions.close')} onClick={() => dismiss(id)}>
        <CloseIcon />
      </IconButton>
    </div>
  );
}

/** Where the messages appear. Stands once, in the layout; its content is read out without taking the focus. */
export function ToastRegion() {
  const t = useMessages('webkit');
  const toasts = useSyncExternalStore(
    watch,
    () => shown,
    () => shown,
  );
  return (
    <div className="kn-toasts" role="status" aria-label={t('toast.region')}>
      {toasts.map((toast) => (
        <ToastLine key={toast.id} toast={toast} />
      ))}
    </div>
  );
}
