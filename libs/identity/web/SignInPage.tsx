import { useState } from 'react';
import { Link, useSearchParams } from 'react-router';
import { placeWithin } from '@knotenpunkt/identity/domain';
import { graphql } from '@knotenpunkt/webkit/contract';
import { useQuery } from '@knotenpunkt/webkit/data';
import { useMessages } from '@knotenpunkt/webkit/i18n';
import { Button, Entry, EntryList, Fields, FormFoot, Notice, Page, PageHeader, Section, TextField } from '@knotenpunkt/webkit/ui';
import { SecondFactorForm } from './SecondFactorForm';
import { restartAt, signIn, signInWithPasskey, signOnAddress, type SessionAnswer, type SignInAnswer } from './session';
import './identity.css';

const DEMO_LOGINS = graphql(`
  query DemoLogins {
    signOnServices {
      key
      name
    }
    demoLoginList {
      name
      email
      password
      purpose
    }
  }
`);

/** What went wrong at a service that signs people in; it is told in the address one comes back to. */
const problemIn = (told: string | null): SessionAnswer | null =>
  (['blocked', 'addressUnconfirmed', 'linkedOtherwise', 'signOnUnlinked', 'signOnRefused', 'away'] as const).find(
    (problem) => problem === told,
  ) ?? null;

/** `/anmelden`: address and password, and, in an invented region, one click for each demo login. */
export function SignInPage() {
  const t = useMessages('identity');
  const [search] = useSearchParams();
  const { data } = useQuery(DEMO_LOGINS);
  const [email, setEmail] = useState('');
  const [password, setPassword] = useState('');
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<SessionAnswer | null>(problemIn(search.get('fehler')));

  const [asksMore, setAsksMore] = useState(search.get('schritt') === 'code');

  const enter = async (way: () => Promise<SignInAnswer | null>) => {
    setBusy(true);
    setProblem(null);
    const answer = await way();
    if (answer?.outcome === 'done') return goOn(answer);
    setBusy(false);
    if (answer?.outcome === 'secondFactor') setAsksMore(true);
    else setProblem(answer?.outcome ?? null);
  };
  // Whoever has an office sets up the second factor first: nothing of the office is there before.
  const goOn = ({ toSetUp }: SignInAnswer) => restartAt(toSetUp ? '/konto/sicherheit' : placeWithin(search.get('zurueck')));

  if (asksMore) {
    return (
      <Page narrow>
        <PageHeader title={t('signIn.codeTitle')} />
        <SecondFactorForm onIn={goOn} onAgain={() => setAsksMore(false)} />
      </Page>
    );
  }
  return (
    <Page narrow>
      <PageHeader title={t('signIn.title')} explanation={t('signIn.lead')} />
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void enter(() => signIn(email, password));
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
            <Button busy={busy} onClick={() => void enter(signInWithPasskey)}>
              {t('signIn.passkey')}
            </Button>
          </FormFoot>
          {data && data.signOnServices.length > 0 ? (
            <div className="identity-ways">
              {data.signOnServices.map(({ key, name }) => (
                <Button key={key} onClick={() => location.assign(signOnAddress(key, placeWithin(search.get('zurueck'))))}>
                  {t('signIn.with', { name })}
                </Button>
              ))}
            </div>
          ) : null}
          <p className="identity-ways">
            <Link to="/passwort">{t('signIn.forgotten')}</Link>
            <Link to="/registrieren">{t('signIn.register')}</Link>
          </p>
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
                    onClick={() => void enter(() => signIn(login.email, login.password))}
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
