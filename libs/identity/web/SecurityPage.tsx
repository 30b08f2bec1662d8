import { useState } from 'react';
import { Link } from 'react-router';
import { graphql } from '@knotenpunkt/webkit/contract';
import { useMutationAnswer } from '@knotenpunkt/webkit/data';
import { useMessages } from '@knotenpunkt/webkit/i18n';
import { Button, EmptyState, Entry, EntryList, ErrorNotice, Loading, Page, PageHeader, Section } from '@knotenpunkt/webkit/ui';
import { AccountDialog } from './AccountDialog';
import { AddressSection } from './AddressSection';
import { AuthenticatorEntry } from './AuthenticatorEntry';
import { PasskeyEntries } from './PasskeyEntries';
import { RecoveryCodes } from './RecoveryCodes';
import { SessionsSection } from './SessionsSection';
import { SignOnsSection } from './SignOnsSection';
import { useOwnAccount, type OwnAccount } from './useOwnAccount';
import { useViewer } from './useViewer';
import './identity.css';

const RENEW = graphql(`
  mutation RenewRecoveryCodes($input: OwnPasswordInput!) {
    renewRecoveryCodes(input: $input) {
      ... on AccountChanged {
        newRecoveryCodes
      }
      ...RefusedParts
      ...StaleParts
    }
  }
`);

/** `/konto/sicherheit`: address, second factor, sessions. */
export function SecurityPage() {
  const t = useMessages('identity');
  const viewer = useViewer();
  return (
    <Page narrow>
      <PageHeader title={t('security.title')} explanation={t('security.lead')} />
      {viewer === null ? <Loading /> : viewer.personId ? <Own /> : <SignInFirst />}
    </Page>
  );
}

function SignInFirst() {
  const t = useMessages('identity');
  return (
    <EmptyState>
      <Link to="/anmelden?zurueck=/konto/sicherheit">{t('signIn.submit')}</Link>
    </EmptyState>
  );
}

function Own() {
  const { account, error, refetch } = useOwnAccount();
  const [codes, setCodes] = useState<readonly string[]>([]);
  const changed = (newCodes: readonly string[]) => {
    setCodes(newCodes);
    void refetch();
  };
  if (!account) return error ? <ErrorNotice error={error} onRetry={() => void refetch()} /> : <Loading />;
  return (
    <>
      <FactorsSection account={account} onChanged={changed} />
      <SignOnsSection account={account} onChanged={() => void refetch()} />
      <SessionsSection account={account} onChanged={() => void refetch()} />
      <AddressSection account={account} />
      {codes.length > 0 ? <RecoveryCodes codes={codes} onClose={() => setCodes([])} /> : null}
    </>
  );
}

function FactorsSection({ account, onChanged }: { account: OwnAccount; onChanged: (codes: readonly string[]) => void }) {
  const t = useMessages('identity');
  const renew = useMutationAnswer(RENEW);
  const [renewing, setRenewing] = useState(false);
  const hasFactor = account.authenticatorSince !== null || account.passkeyList.length > 0;
  const lead = account.holdsOffice ? `${t('security.factorsLead')} ${t('security.factorsOffice')}` : t('security.factorsLead');
  return (
    <Section title={t('security.factors')} explanation={lead}>
      <EntryList label={t('security.factors')}>
        <AuthenticatorEntry account={account} onChanged={onChanged} />
        <PasskeyEntries account={account} onChanged={onChanged} />
        {hasFactor ? (
          <Entry
            title={t('security.recovery')}
            beside={
              <Button small onClick={() => setRenewing(true)}>
                {t('security.renewRecovery')}
              </Button>
            }
            meta={t('security.recoveryLeft', { count: account.recoveryCodes })}
          >
            {t('security.recoveryLead')}
          </Entry>
        ) : null}
      </EntryList>
      {renewing ? (
        <AccountDialog
          title={t('security.renewRecoveryTitle')}
          lead={t('security.renewRecoveryLead')}
          send={t('security.renewRecovery')}
          initial={{ password: '' }}
          asksPassword={account.hasPassword}
          onSend={(input) => renew.send({ input })}
          onDone={({ newRecoveryCodes }) => {
            setRenewing(false);
            onChanged(newRecoveryCodes);
          }}
          onClose={() => setRenewing(false)}
        />
      ) : null}
    </Section>
  );
}
