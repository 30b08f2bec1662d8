import { useState } from 'react';
import { Link } from 'react-router';
import { graphql } from '@knotenpunkt/webkit/contract';
import { useMutationAnswer } from '@knotenpunkt/webkit/data';
import { useMessages } from '@knotenpunkt/webkit/i18n';
import { Button, Section, showToast, TextField } from '@knotenpunkt/webkit/ui';
import { AccountDialog } from './AccountDialog';
import type { OwnAccount } from './useOwnAccount';

const REQUEST_ADDRESS = graphql(`
  mutation RequestAddress($input: RequestAddressInput!) {
    requestAddress(input: $input) {
      ... on AccountChanged {
        newRecoveryCodes
      }
      ...RefusedParts
      ...StaleParts
    }
  }
`);

/** The address of the account, and another one in its place. */
export function AddressSection({ account }: { account: OwnAccount }) {
  const t = useMessages('identity');
  const [changing, setChanging] = useState(false);
  const request = useMutationAnswer(REQUEST_ADDRESS);
  return (
    <Section title={t('security.address')} explanation={t('security.addressLead', { email: account.email })}>
      <div className="identity-ways">
        <Button onClick={() => setChanging(true)}>{t('security.changeAddress')}</Button>
        <Link to="/passwort">{t('security.changePassword')}</Link>
      </div>
      {changing ? (
        <AccountDialog
          title={t('security.changeAddress')}
          lead={t('security.addressHint')}
          send={t('security.sendLink')}
          initial={{ email: '', password: '' }}
          asksPassword={account.hasPassword}
          fields={(form) => <TextField label={t('security.newAddress')} type="email" autoComplete="email" {...form.field('email')} />}
          onSend={(input) => request.send({ input })}
          onDone={() => {
            showToast({ text: t('security.addressAsked') });
            setChanging(false);
          }}
          onClose={() => setChanging(false)}
        />
      ) : null}
    </Section>
  );
}
