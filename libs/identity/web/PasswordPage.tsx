import { useState } from 'react';
import { useSearchParams } from 'react-router';
import { useMessages } from '@knotenpunkt/webkit/i18n';
import { Button, Fields, FormFoot, Notice, Page, PageHeader, TextField } from '@knotenpunkt/webkit/ui';
import { requestPasswordLink, restartAt, setPassword, type SessionAnswer } from './session';

const SHORTEST_PASSWORD = 10;

/** `/passwort`: asks for a link, or, when opened by such a link, sets the new password. */
export function PasswordPage() {
  const [search] = useSearchParams();
  const token = search.get('token');
  return token ? <NewPassword token={token} /> : <AskForLink expired={search.has('error')} />;
}

function AskForLink({ expired }: { expired: boolean }) {
  const t = useMessages('identity');
  const [email, setEmail] = useState('');
  const [sent, setSent] = useState(false);
  return (
    <Page narrow>
      <PageHeader title={t('signIn.resetTitle')} explanation={t('signIn.resetLead')} />
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          // Whether there is an account for the address is nobody's business: the answer is always the same.
          void requestPasswordLink(email).then(() => setSent(true));
        }}
      >
        <Fields>
          {expired && !sent ? <Notice tone="error">{t('signIn.linkInvalid')}</Notice> : null}
          <div role="status">{sent ? <Notice tone="kept">{t('signIn.resetSent')}</Notice> : null}</div>
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
  const [password, setNew] = useState('');
  const [problem, setProblem] = useState<SessionAnswer | 'passwordShort' | null>(null);
  const save = async () => {
    if ([...password].length < SHORTEST_PASSWORD) return setProblem('passwordShort');
    const answer = await setPassword(token, password);
    if (answer === 'done') return restartAt('/anmelden');
    setProblem(answer);
  };
  return (
    <Page narrow>
      <PageHeader title={t('signIn.resetTitle')} />
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void save();
        }}
      >
        <Fields>
          <div role="alert">{problem && problem !== 'passwordShort' ? <Notice tone="error">{t(`signIn.${problem}`)}</Notice> : null}</div>
          <TextField
            id="password"
            name="password"
            label={t('signIn.newPassword')}
            hint={t('signIn.newPasswordHint')}
            type="password"
            autoComplete="new-password"
            value={password}
            onChange={setNew}
            error={problem === 'passwordShort' ? t('signIn.passwordShort') : undefined}
          />
          <FormFoot>
            <Button kind="primary" type="submit">
              {t('signIn.newPasswordSubmit')}
            </Button>
          </FormFoot>
        </Fields>
      </form>
    </Page>
  );
}
