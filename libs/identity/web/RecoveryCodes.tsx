import { useMessages } from '@knotenpunkt/webkit/i18n';
import { Button, Dialog, Fields, showToast } from '@knotenpunkt/webkit/ui';

/** Shows new recovery codes, this once. */
export function RecoveryCodes({ codes, onClose }: { codes: readonly string[]; onClose: () => void }) {
  const t = useMessages('identity');
  return (
    <Dialog
      open
      title={t('security.newCodes')}
      onClose={onClose}
      foot={
        <>
          <Button
            onClick={() => void navigator.clipboard.writeText(codes.join('\n')).then(() => showToast({ text: t('security.copied') }))}
          >
            {t('security.copyCodes')}
          </Button>
          <Button kind="primary" onClick={onClose}>
            {t('security.keptCodes')}
          </Button>
        </>
      }
    >
      <Fields>
        <p>{t('security.newCodesLead')}</p>
        <ul className="identity-codes" aria-label={t('security.newCodes')}>
          {codes.map((code) => (
            <li key={code}>
              <code>{code}</code>
            </li>
          ))}
        </ul>
      </Fields>
    </Dialog>
  );
}
