import { useState, type ReactNode } from 'react';
import { takeFile } from '@knotenpunkt/webkit/data';
import { useLanguage } from '@knotenpunkt/webkit/i18n';
import { Button, useAnswerToast } from '@knotenpunkt/webkit/ui';

interface TakeFileButtonProps {
  address: string;
  /** How the file is called where it arrives. */
  name: string;
  kind?: 'plain';
  children: ReactNode;
}

/** Takes a file of the server along, in the reader's language; a refusal is told. */
export function TakeFileButton({ address, name, kind, children }: TakeFileButtonProps) {
  const language = useLanguage();
  const tell = useAnswerToast('identity');
  const [busy, setBusy] = useState(false);
  const take = async () => {
    setBusy(true);
    const answer = await takeFile(`${address}?sprache=${language}`, name);
    if (answer.kind !== 'done') tell(answer, '');
    setBusy(false);
  };
  return (
    <Button kind={kind} busy={busy} onClick={() => void take()}>
      {children}
    </Button>
  );
}
