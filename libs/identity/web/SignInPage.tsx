import { useState } from 'react';
import { Link, useSearchParams } from 'react-router';
import { graphql } from '@knotenpunkt/webkit/contract';
import { useQuery } from '@knotenpunkt/webkit/data';
import { useMessages } from '@knotenpunkt/webkit/i18n';
import { Button, Entry, EntryList, Fields, FormFoot, Notice, Page, PageHeader, Section, TextField } from '@knotenpunkt/webkit/ui';
import { restartAt, signIn, type SessionAnswer } from './session';

const DEMO_LOGINS = graphql(`
  query DemoLogins {
    demoLoginList {
      name
      email
      password
      purpose
    }
  }
`);

/** An address within the app to return to; anything else is taken as the first page. */
function placeToReturn(wanted: string | null): string {
  return wanted && /^\/[^/\\]/.test(wanted) ? wanted : '/';
}

/** `/anmelden`: address and password, and, in an invented region, one click for each demo login. */
export function SignInPage() {
  const t = useMessages('identity');
  const [search] = useSearchParams();
  const { data } = useQuery(DEMO_LOGINS);
  const [email, setEmail] = useState('');
  const [password, setPassword] = useState('');
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<SessionAnswer | null>(null);

  const enter = async (address: string, secret: string) => {
    setBusy(true);
    setProblem(null);
    const answer = await signIn(address, secret);
    if (answer === 'done') return restartAt(placeToReturn(search.get('zurueck')));
    setBusy(false);
    setProblem(answer);
  };

  return (
    <Page narrow>
      <PageHeader title={t('signIn.title')} explanation={t('signIn.lead')} />
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void enter(email, password);
        }}
      >
        <Fields>
          <div role="alert">{problem ? <Notice tone="error">{t(`signIn.${problem}`)}</Notice> : null}</div>
          <TextField
            id="email"
            name="email"
            label={t('signIn.email')}
            type="email"
            autoComplete="username"
            value={email}
            onChange={setEmail}
          />
          <TextField
            id="password"
            name="password"
            label={t('signIn.password')}
            type="password"
            autoComplete="current-password"
            value={password}
            onChange={setPassword}
          />
          <FormFoot>
            <Button kind="primary" type="submit" busy={busy}>
              {t('signIn.submit')}
            </Button>
            <Link to="/passwort">{t('signIn.forgotten')}</Link>
          </FormFoot>
        </Fields>
      </form>
      {data && data.demoLoginList.length > 0 ? (
        <Section title={t('signIn.demo')}>
          <p className="kn-explanation">{t('signIn.demoLead')}</p>
          <EntryList label={t('signIn.demo')}>
            {data.demoLoginList.map((login) => (
              <Entry
                key={login.email}
                title={login.name}
                beside={
                  <Button
                    small
                    busy={busy}
                    aria-label={t('signIn.as', { name: login.name })}
                    onClick={() => void enter(login.email, login.password)}
                  >
                    {t('signIn.submit')}
                  </Button>
                }
              >
                {login.purpose}
              </Entry>
            ))}
          </EntryList>
        </Section>
      ) : null}
    </Page>
  );
}
