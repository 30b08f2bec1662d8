import { useMessages } from '@knotenpunkt/webkit/i18n';
import { Notice } from '@knotenpunkt/webkit/ui';
import './list.css';

/** What came along from a list and has no place of its own in a thread. */
export function ThreadNote({ text }: { text: string }) {
  const t = useMessages('coordination');
  return (
    <Notice title={t('list.columns.note')}>
      <p className="list-note">{text}</p>
    </Notice>
  );
}
