import { useState } from 'react';
import { Link, useLocation } from 'react-router';
import { useMessages } from '@knotenpunkt/webkit/i18n';
import { Button, Notice, Page, PageHeader } from '@knotenpunkt/webkit/ui';
import { confirmAddress, type SessionAnswer } from './session';

/** `/konto/adresse`: opened by the link that went to a new address; a button, so that nobody's mail scanner confirms it. */
export function NewAddressPage() {
  const t = useMessages('identity');
  const token = useLocation().hash.slice(1);
  const [answer, setAnswer] = useState<SessionAnswer | null>(token ? null : 'linkInvalid');
  return (
    <Page narrow>
      <PageHeader title={t('address.title')} explanation={answer === null ? t('address.lead') : undefined} />
      <div role="alert">
        {answer === null || answer === 'done' ? null : (
          <Notice tone="error">{t(`signIn.${answer === 'wrong' ? 'linkInvalid' : answer}`)}</Notice>
        )}
      </div>
      <div role="status">
        {answer === 'done' ? (
          <Notice tone="kept" ways={<Link to="/anmelden">{t('signIn.submit')}</Link>}>
            {t('address.done')}
          </Notice>
        ) : null}
      </div>
      {answer === null ? (
        <Button kind="primary" onClick={() => void confirmAddress(token).then(setAnswer)}>
          {t('address.confirm')}
        </Button>
      ) : null}
    </Page>
  );
}
