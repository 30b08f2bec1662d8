import { useMessages } from '@knotenpunkt/webkit/i18n';
import { Checkbox } from './form/Choices';
import { allowSingleKeys, useSingleKeysAllowed } from './keys';
import { Dialog } from './overlay/Dialog';
import './page/parts.css';

/** A key as it looks on the keyboard. */
export function KeyCap({ children }: { children: string }) {
  return <kbd className="kn-key">{children}</kbd>;
}

export interface KeyHelp {
  keys: string[];
  does: string;
}

export interface KeysDialogProps {
  open: boolean;
  onClose: () => void;
  /** The keys of the page in addition to `/` and `?`. */
  more?: KeyHelp[];
}

/** Which keys there are, and the switch that turns them off. */
export function KeysDialog({ open, onClose, more = [] }: KeysDialogProps) {
  const t = useMessages('webkit');
  const allowed = useSingleKeysAllowed();
  const all = [{ keys: ['/'], does: t('keys.search') }, { keys: ['?'], does: t('keys.help') }, ...more];
  return (
    <Dialog open={open} onClose={onClose} title={t('keys.title')}>
      <dl className="kn-keys">
        {all.map(({ keys, does }) => (
          <div key={does}>
            <dt>
              {keys.map((key) => (
                <KeyCap key={key}>{key}</KeyCap>
              ))}
            </dt>
            <dd>{does}</dd>
          </div>
        ))}
      </dl>
      <Checkbox
        id="single-keys"
        name="singleKeys"
        label={t('keys.switch')}
        hint={t('keys.switchHint')}
        value={allowed}
        onChange={allowSingleKeys}
      />
    </Dialog>
  );
}
