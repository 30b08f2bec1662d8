import { useState } from 'react';
import { useNavigate } from 'react-router';
import { useMessages } from '@knotenpunkt/webkit/i18n';
import { Button, Dialog, SearchField } from '@knotenpunkt/webkit/ui';

/** The search of the header: one line; the directory answers. */
export function SearchDialog({ open, onClose }: { open: boolean; onClose: () => void }) {
  const t = useMessages('app');
  const navigate = useNavigate();
  const [text, setText] = useState('');
  const search = () => {
    if (text.trim() === '') return;
    onClose();
    void navigate({ pathname: '/akteure', search: `?suche=${encodeURIComponent(text.trim())}` });
  };
  return (
    <Dialog
      open={open}
      onClose={onClose}
      title={t('search.title')}
      onSubmit={search}
      foot={
        <Button kind="primary" type="submit">
          {t('search.submit')}
        </Button>
      }
    >
      <SearchField label={t('search.label')} value={text} onChange={setText} autoFocus />
    </Dialog>
  );
}
