import { useState } from 'react';
import { graphql } from '@knotenpunkt/webkit/contract';
import { useMutationAnswer, useRegion } from '@knotenpunkt/webkit/data';
import { useFormat, useMessages } from '@knotenpunkt/webkit/i18n';
import { Button, Dialog, DialogFoot, Entry, ErrorSummary, Fields, showToast, TextField, useForm } from '@knotenpunkt/webkit/ui';
import { AccountDialog } from './AccountDialog';
import { QrCode } from './QrCode';
import type { OwnAccount } from './useOwnAccount';

const PROPOSE = graphql(`
  mutation ProposeAuthenticator($input: OwnPasswordInput!) {
    proposeAuthenticator(input: $input) {
      ... on AuthenticatorProposed {
        secret
        address
      }
      ...RefusedParts
      ...StaleParts
    }
  }
`);

const CONFIRM = graphql(`
  mutation ConfirmAuthenticator($input: ConfirmAuthenticatorInput!) {
    confirmAuthenticator(input: $input) {
      ... on AccountChanged {
        newRecoveryCodes
      }
      ...RefusedParts
      ...StaleParts
    }
  }
`);

const REMOVE = graphql(`
  mutation RemoveAuthenticator($input: OwnPasswordInput!) {
    removeAuthenticator(input: $input) {
      ... on AccountChanged {
        newRecoveryCodes
      }
      ...RefusedParts
      ...StaleParts
    }
  }
`);

interface Proposed {
  secret: string;
  address: string;
}

/** The authenticator app: set up in two steps, or taken away. */
export function AuthenticatorEntry({ account, onChanged }: { account: OwnAccount; onChanged: (codes: readonly string[]) => void }) {
  const t = useMessages('identity');
  const format = useFormat();
  const { timeZone } = useRegion();
  const propose = useMutationAnswer(PROPOSE);
  const remove = useMutationAnswer(REMOVE);
  const [asking, setAsking] = useState(false);
  const [proposed, setProposed] = useState<Proposed | null>(null);
  const there = account.authenticatorSince;
  const close = () => {
    setAsking(false);
    setProposed(null);
  };
  const common = { initial: { password: '' }, asksPassword: account.hasPassword, onClose: close };
  return (
    <Entry
      title={t('security.authenticator')}
      beside={
        <Button
          small
          aria-label={t(there ? 'security.removeAuthenticator' : 'security.setUpAuthenticator')}
          onClick={() => setAsking(true)}
        >
          {t(there ? 'security.remove' : 'security.setUp')}
        </Button>
      }
      meta={there ? t('security.authenticatorOn', { day: format.moment(there, timeZone) }) : undefined}
    >
      {there ? null : t('security.authenticatorOff')}
      {asking && there ? (
        <AccountDialog
          {...common}
          title={t('security.removeAuthenticator')}
          lead={t('security.factorsLead')}
          send={t('security.remove')}
          onSend={(input) => remove.send({ input })}
          onDone={() => {
            showToast({ text: t('security.authenticatorGone') });
            close();
            onChanged([]);
          }}
        />
      ) : null}
      {asking && !there && !proposed ? (
        <AccountDialog
          {...common}
          title={t('security.setUpAuthenticator')}
          lead={t('security.authenticatorOff')}
          send={t('security.next')}
          onSend={(input) => propose.send({ input })}
          onDone={({ secret, address }) => setProposed({ secret, address })}
        />
      ) : null}
      {proposed ? (
        <Confirm
          proposed={proposed}
          onClose={close}
          onDone={(codes) => {
            showToast({ text: t('security.authenticatorDone') });
            close();
            onChanged(codes);
          }}
        />
      ) : null}
    </Entry>
  );
}

function Confirm({ proposed, onClose, onDone }: { proposed: Proposed; onClose: () => void; onDone: (codes: readonly string[]) => void }) {
  const t = useMessages('identity');
  const confirm = useMutationAnswer(CONFIRM);
  const form = useForm({ room: 'identity', initial: { code: '' } });
  const submit = form.submit(async (input) => {
    const answer = await confirm.send({ input });
    if (answer.kind === 'done') onDone(answer.value.newRecoveryCodes);
    else if (answer.kind === 'refused') form.refuse(answer.refusal);
  });
  return (
    <Dialog
      open
      title={t('security.setUpAuthenticator')}
      onClose={onClose}
      onSubmit={() => submit()}
      foot={<DialogFoot send={t('security.confirm')} busy={confirm.busy} onClose={onClose} />}
    >
      <Fields>
        <p>{t('security.scan')}</p>
        <QrCode text={proposed.address} label={t('security.qr')} />
        <p>
          {t('security.secret')}: <code className="identity-secret">{proposed.secret.replace(/.{4}(?=.)/g, '$& ')}</code>
        </p>
        <ErrorSummary errors={form.errors} attempts={form.attempts} />
        <TextField label={t('security.code')} inputMode="numeric" autoComplete="one-time-code" {...form.field('code')} />
      </Fields>
    </Dialog>
  );
}
