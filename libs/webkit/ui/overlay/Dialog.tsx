import { useEffect, useId, useLayoutEffect, useRef, type FormEvent, type ReactNode } from 'react';
import { useMessages } from '@knotenpunkt/webkit/i18n';
import { Button, IconButton } from '../actions/Button';
import { CloseIcon } from '../actions/icons';
import './overlay.css';

interface DialogFootProps {
  /** What the main button says. */
  send: string;
  busy: boolean;
  onClose: () => void;
}

/** The foot of a dialog that is a form: a way out, and the main button. */
export function DialogFoot({ send, busy, onClose }: DialogFootProps) {
  const t = useMessages('webkit');
  return (
    <>
      <Button onClick={onClose}>{t('actions.cancel')}</Button>
      <Button kind="primary" type="submit" busy={busy}>
        {send}
      </Button>
    </>
  );
}

export interface DialogProps {
  open: boolean;
  title: string;
  /** Called for Escape, the cross and a press beside the dialog. */
  onClose: () => void;
  /** The buttons, the main one last; `DialogFoot` where it is a form. */
  foot?: ReactNode;
  wide?: boolean;
  /** Given: the dialog is a form, and its main button has type `submit`. */
  onSubmit?: () => void;
  children: ReactNode;
}

/**
 * A dialog over the page: the browser's own, so that focus stays inside, Escape closes and the page behind is out of
 * reach. Focus returns to where it came from.
 */
export function Dialog({ open, title, onClose, foot, wide = false, onSubmit, children }: DialogProps) {
  const t = useMessages('webkit');
  const dialog = useRef<HTMLDialogElement>(null);
  const titleId = useId();

  useEffect(() => {
    const element = dialog.current;
    if (!element) return;
    if (open && !element.open) {
      element.showModal();
      // The browser begins at the first thing that takes the focus, which is the cross.
      element.querySelector<HTMLElement>('[data-autofocus]')?.focus();
    }
    if (!open && element.open) element.close();
  }, [open]);

  // A page that takes its dialog away while it is open: only one that is closed first gives the focus back.
  useLayoutEffect(() => {
    const element = dialog.current;
    return () => element?.close();
  }, []);

  if (!open) return <dialog ref={dialog} />;

  const content = (
    <>
      <div className="kn-dialog__head">
        <h2 id={titleId} className="kn-dialog__title">
          {title}
        </h2>
        <IconButton label={t('actions.close')} onClick={onClose}>
          <CloseIcon />
        </IconButton>
      </div>
      <div className="kn-dialog__body">{children}</div>
      {foot ? <div className="kn-dialog__foot">{foot}</div> : null}
    </>
  );
  const submit = (event: FormEvent) => {
    event.preventDefault();
    onSubmit?.();
  };

  return (
    <dialog
      ref={dialog}
      className={wide ? 'kn-dialog kn-dialog--wide' : 'kn-dialog'}
      aria-labelledby={titleId}
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
      onMouseDown={(event) => {
        // A press on the dialog itself, not on something in it, can only be the ground around it.
        if (event.target === event.currentTarget) onClose();
      }}
    >
      {onSubmit ? (
        <form onSubmit={submit} noValidate>
          {content}
        </form>
      ) : (
        <div>{content}</div>
      )}
    </dialog>
  );
}
