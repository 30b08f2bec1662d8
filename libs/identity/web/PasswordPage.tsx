import { useState } from 'react';
import { useLocation } from 'react-router';
import { useMessages } from '@knotenpunkt/webkit/i18n';
import { Button, Fields, FormFoot, Notice, Page, PageHeader, TextField } from '@knotenpunkt/webkit/ui';
import { NewPasswordForm } from './NewPasswordForm';
import { requestPasswordLink, restartAt, setPassword, type SessionAnswer } from './session';

/** `/passwort`: asks for a link, or, when opened by such a link, sets the new password. */
export function PasswordPage() {
  const token = useLocation().hash.slice(1);
  return token ? <NewPassword token={token} /> : <AskForLink />;
}

function AskForLink() {
  const t = useMessages('identity');
  const [email, setEmail] = useState('');
  const [answer, setAnswer] = useState<SessionAnswer | null>(null);
  return (
    <Page narrow>
      <PageHeader title={t('signIn.resetTitle')} explanation={t('signIn.resetLead')} />
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          // Whether there is an account for the address is nobody's business: the answer is always the same.
          void requestPasswordLink(email).then(setAnswer);
        }}
      >
        <Fields>
          <div role="alert">
            {answer === null || answer === 'done' ? null : (
              <Notice tone="error">{t(answer === 'wrong' ? 'refusals.MAIL_INVALID' : `signIn.${answer}`)}</Notice>
            )}
          </div>
          <div role="status">{answer === 'done' ? <Notice tone="kept">{t('signIn.resetSent')}</Notice> : null}</div>
          <TextField
            id="email"
            name="email"
            label={t('signIn.email')}
            type="email"
            autoComplete="username"
            value={email}
            onChange={setEmail}
          />
          <FormFoot>
            <Button kind="primary" type="submit">
              {t('signIn.resetSubmit')}
            </Button>
          </FormFoot>
        </Fields>
      </form>
    </Page>
  );
}

function NewPassword({ token }: { token: string }) {
  const t = useMessages('identity');
  return (
    <Page narrow>
      <PageHeader title={t('signIn.resetTitle')} />
      <NewPasswordForm
        label={t('signIn.newPassword')}
        submit={t('signIn.newPasswordSubmit')}
        send={(password) => setPassword(token, password)}
        onDone={() => restartAt('/anmelden')}
      />
    </Page>
  );
}
