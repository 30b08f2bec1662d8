import { useState } from 'react';
import { Link, useLocation } from 'react-router';
import { useMessages } from '@knotenpunkt/webkit/i18n';
import { Button, Fields, FormFoot, Notice, Page, PageHeader, TextField } from '@knotenpunkt/webkit/ui';
import { NewPasswordForm } from './NewPasswordForm';
import { confirmRegistration, register, restartAt, type SessionAnswer } from './session';

/** `/registrieren`: asks for a link, or, when opened by such a link, sets the first password and signs in. */
export function RegisterPage() {
  const token = useLocation().hash.slice(1);
  return token ? <Confirm token={token} /> : <AskForAccount />;
}

function AskForAccount() {
  const t = useMessages('identity');
  const [wish, setWish] = useState({ name: '', email: '' });
  const [busy, setBusy] = useState(false);
  const [answer, setAnswer] = useState<SessionAnswer | null>(null);
  const send = async () => {
    setBusy(true);
    // Whether there is an account for the address is nobody's business: the answer is always the same.
    setAnswer(await register(wish.name, wish.email));
    setBusy(false);
  };
  const problem = answer === null || answer === 'done' ? null : answer;
  return (
    <Page narrow>
      <PageHeader title={t('register.title')} explanation={t('register.lead')} />
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void send();
        }}
      >
        <Fields>
          <div role="alert">
            {problem ? <Notice tone="error">{t(problem === 'wrong' ? 'register.invalid' : `signIn.${problem}`)}</Notice> : null}
          </div>
          <div role="status">{answer === 'done' ? <Notice tone="kept">{t('register.sent')}</Notice> : null}</div>
          <TextField
            id="name"
            name="name"
            label={t('register.name')}
            hint={t('register.nameHint')}
            autoComplete="name"
            value={wish.name}
            onChange={(name) => setWish({ ...wish, name })}
          />
          <TextField
            id="email"
            name="email"
            label={t('register.email')}
            type="email"
            autoComplete="email"
            value={wish.email}
            onChange={(email) => setWish({ ...wish, email })}
          />
          <FormFoot>
            <Button kind="primary" type="submit" busy={busy}>
              {t('register.submit')}
            </Button>
            <Link to="/anmelden">{t('register.known')}</Link>
          </FormFoot>
        </Fields>
      </form>
    </Page>
  );
}

function Confirm({ token }: { token: string }) {
  const t = useMessages('identity');
  return (
    <Page narrow>
      <PageHeader title={t('register.title')} explanation={t('register.passwordLead')} />
      <NewPasswordForm
        label={t('register.password')}
        submit={t('register.confirm')}
        send={(password) => confirmRegistration(token, password)}
        onDone={() => restartAt('/')}
      />
    </Page>
  );
}
