import { Button, Dialog } from '@knotenpunkt/webkit/ui';

export interface EraseDialogProps {
  title: string;
  /** What goes with it. */
  text: string;
  act: string;
  busy: boolean;
  onErase: () => void;
  onClose: () => void;
}

/** Asks once more before something kept is erased for good. */
export function EraseDialog({ title, text, act, busy, onErase, onClose }: EraseDialogProps) {
  return (
    <Dialog
      open
      title={title}
      onClose={onClose}
      foot={
        <Button kind="danger" busy={busy} onClick={onErase}>
          {act}
        </Button>
      }
    >
      <p>{text}</p>
    </Dialog>
  );
}
