import { useState } from 'react';
import { ERASING_GROUNDS, wrongInErasing, type ErasingGround } from '@knotenpunkt/identity/domain';
import { graphql, type ResultOf } from '@knotenpunkt/webkit/contract';
import { useMutationAnswer, useQuery } from '@knotenpunkt/webkit/data';
import { useMessages } from '@knotenpunkt/webkit/i18n';
import { Button, EmptyState, ErrorNotice, Loading, Section, Select, showToast, TextField, useForm } from '@knotenpunkt/webkit/ui';
import { AccountDialog } from '../AccountDialog';
import { useOwnAccount } from '../useOwnAccount';
import { HeldEntries } from './HeldEntries';
import '../identity.css';

const HELD = graphql(`
  query HeldAtAddress($email: String!) {
    heldAtAddress(email: $email) {
      table
      title
      total
      entries {
        facts {
          label
          value
        }
        actor {
          id
          name
        }
      }
    }
  }
`);

const ERASE = graphql(`
  mutation EraseAddress($input: EraseAddressInput!) {
    eraseAddress(input: $input) {
      ... on AddressErased {
        erasedOn
      }
      ...RefusedParts
      ...StaleParts
    }
  }
`);

/** What is held on somebody without an account, and erasing it. For administrators of the platform. */
export function EraseAddressSection() {
  const t = useMessages('identity');
  const [email, setEmail] = useState<string | null>(null);
  const form = useForm({
    room: 'identity',
    initial: { email: '' },
    check: (values) => wrongInErasing({ ...values, ground: ERASING_GROUNDS[0] }),
  });
  const look = form.submit((values) => setEmail(values.email.trim().toLowerCase()));
  return (
    <Section title={t('eraseAddress.title')} explanation={t('eraseAddress.lead')}>
      <form className="identity-search" noValidate onSubmit={look}>
        <TextField label={t('eraseAddress.email')} type="email" autoComplete="off" {...form.field('email')} />
        <div className="identity-ways">
          <Button type="submit">{t('eraseAddress.look')}</Button>
        </div>
      </form>
      {email === null ? null : <Found key={email} email={email} />}
    </Section>
  );
}

type Held = ResultOf<typeof HELD>['heldAtAddress'];

function Found({ email }: { email: string }) {
  const t = useMessages('identity');
  const [asking, setAsking] = useState(false);
  const { data, error, refetch } = useQuery(HELD, { variables: { email }, fetchPolicy: 'network-only' });
  if (!data) return error ? <ErrorNotice error={error} onRetry={() => void refetch()} /> : <Loading />;
  const held: Held = data.heldAtAddress;
  if (!held) return <EmptyState>{t('eraseAddress.hasAccount')}</EmptyState>;
  if (held.length === 0) return <EmptyState>{t('eraseAddress.none')}</EmptyState>;
  return (
    <>
      <p>{t('eraseAddress.held', { email })}</p>
      {held.map(({ table, title, total, entries }) => (
        <Section key={table} title={`${title} (${t('eraseAddress.count', { count: total })})`} level={3}>
          <HeldEntries label={title} entries={entries} />
        </Section>
      ))}
      <div className="identity-ways">
        <Button onClick={() => setAsking(true)}>{t('eraseAddress.open')}</Button>
      </div>
      {asking ? (
        <EraseDialog
          email={email}
          onDone={() => {
            setAsking(false);
            void refetch();
          }}
          onClose={() => setAsking(false)}
        />
      ) : null}
    </>
  );
}

function EraseDialog({ email, onDone, onClose }: { email: string; onDone: () => void; onClose: () => void }) {
  const t = useMessages('identity');
  const { account } = useOwnAccount();
  const erase = useMutationAnswer(ERASE);
  if (!account) return null;
  return (
    <AccountDialog
      title={t('eraseAddress.dialog', { email })}
      lead={t('eraseAddress.question')}
      send={t('eraseAddress.send')}
      initial={{ ground: '' as ErasingGround | '', password: '' }}
      check={({ ground }) => wrongInErasing({ email, ground })}
      asksPassword={account.hasPassword}
      fields={(form) => (
        <Select<ErasingGround | ''>
          label={t('eraseAddress.ground')}
          none={t('eraseAddress.choose')}
          options={ERASING_GROUNDS.map((ground) => ({ value: ground, label: t(`eraseAddress.grounds.${ground}`) }))}
          {...form.field('ground')}
        />
      )}
      onSend={({ ground, password }) => erase.send({ input: { email, ground: ground as ErasingGround, password } })}
      onDone={() => {
        showToast({ text: t('eraseAddress.done') });
        onDone();
      }}
      onClose={onClose}
    />
  );
}
