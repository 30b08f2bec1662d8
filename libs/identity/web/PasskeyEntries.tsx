import { browserSupportsWebAuthn, startRegistration } from '@simplewebauthn/browser';
import { useState } from 'react';
import { graphql } from '@knotenpunkt/webkit/contract';
import { useMutationAnswer, useRegion, type Answer } from '@knotenpunkt/webkit/data';
import { useFormat, useMessages } from '@knotenpunkt/webkit/i18n';
import { Button, Entry, showToast, TextField } from '@knotenpunkt/webkit/ui';
import { AccountDialog } from './AccountDialog';
import type { OwnAccount } from './useOwnAccount';

const PROPOSE = graphql(`
  mutation ProposePasskey($input: OwnPasswordInput!) {
    proposePasskey(input: $input) {
      ... on PasskeyProposed {
        options
        token
      }
      ...RefusedParts
      ...StaleParts
    }
  }
`);

const ADD = graphql(`
  mutation AddPasskey($input: AddPasskeyInput!) {
    addPasskey(input: $input) {
      ... on AccountChanged {
        newRecoveryCodes
      }
      ...RefusedParts
      ...StaleParts
    }
  }
`);

const REMOVE = graphql(`
  mutation RemovePasskey($input: RemovePasskeyInput!) {
    removePasskey(input: $input) {
      ... on AccountChanged {
        newRecoveryCodes
      }
      ...RefusedParts
      ...StaleParts
    }
  }
`);

type Passkey = OwnAccount['passkeyList'][number];
type Change = { newRecoveryCodes: readonly string[] };

/** What the browser makes of the riddle, as JSON; null where the person or the device stopped it. */
async function made(options: string): Promise<string | null> {
  try {
    return JSON.stringify(await startRegistration({ optionsJSON: JSON.parse(options) as never }));
  } catch {
    return null;
  }
}

/** The passkeys of an account: as many as one has devices. */
export function PasskeyEntries({ account, onChanged }: { account: OwnAccount; onChanged: (codes: readonly string[]) => void }) {
  const t = useMessages('identity');
  const format = useFormat();
  const { timeZone } = useRegion();
  const propose = useMutationAnswer(PROPOSE);
  const add = useMutationAnswer(ADD);
  const remove = useMutationAnswer(REMOVE);
  const [adding, setAdding] = useState(false);
  const [removing, setRemoving] = useState<Passkey | null>(null);

  const make = async ({ name, password }: { name: string; password: string }): Promise<Answer<Change>> => {
    const proposed = await propose.send({ input: { password } });
    if (proposed.kind !== 'done') return proposed;
    const response = await made(proposed.value.options);
    if (response === null) return { kind: 'refused', refusal: { code: 'PASSKEY_STOPPED', field: null, parameters: {} } };
    return add.send({ input: { token: proposed.value.token, name, response } });
  };

  return (
    <>
      {account.passkeyList.map((passkey) => (
        <Entry
          key={passkey.id}
          title={passkey.name}
          beside={
            <Button small aria-label={t('security.removePasskey', { name: passkey.name })} onClick={() => setRemoving(passkey)}>
              {t('security.remove')}
            </Button>
          }
          meta={[
            t('security.passkeySince', { day: format.moment(passkey.since, timeZone) }),
            ...(passkey.usedAt ? [t('security.passkeyUsed', { day: format.moment(passkey.usedAt, timeZone) })] : []),
          ].join(', ')}
        />
      ))}
      <Entry
        title={t('security.passkeys')}
        beside={
          browserSupportsWebAuthn() ? (
            <Button small onClick={() => setAdding(true)}>
              {t('security.addPasskey')}
            </Button>
          ) : undefined
        }
      >
        {browserSupportsWebAuthn() ? t('security.passkeysLead') : t('security.passkeysNone')}
        {adding ? (
          <AccountDialog
            title={t('security.addPasskey')}
            lead={t('security.passkeysLead')}
            send={t('security.next')}
            initial={{ name: '', password: '' }}
            asksPassword={account.hasPassword}
            fields={(form) => <TextField label={t('security.passkeyName')} hint={t('security.passkeyNameHint')} {...form.field('name')} />}
            onSend={make}
            onDone={({ newRecoveryCodes }) => {
              showToast({ text: t('security.passkeyDone') });
              setAdding(false);
              onChanged(newRecoveryCodes);
            }}
            onClose={() => setAdding(false)}
          />
        ) : null}
        {removing ? (
          <AccountDialog
            title={t('security.removePasskey', { name: removing.name })}
            lead={t('security.factorsLead')}
            send={t('security.remove')}
            initial={{ password: '' }}
            asksPassword={account.hasPassword}
            onSend={({ password }) => remove.send({ input: { id: removing.id, password } })}
            onDone={() => {
              showToast({ text: t('security.passkeyGone') });
              setRemoving(null);
              onChanged([]);
            }}
            onClose={() => setRemoving(null)}
          />
        ) : null}
      </Entry>
    </>
  );
}
