import { useState } from 'react';
import { graphql } from '@knotenpunkt/webkit/contract';
import { useMutationAnswer, useRegion } from '@knotenpunkt/webkit/data';
import { useFormat, useMessages } from '@knotenpunkt/webkit/i18n';
import { Button, Entry, EntryList, Section, showToast } from '@knotenpunkt/webkit/ui';
import { AccountDialog } from './AccountDialog';
import type { OwnAccount } from './useOwnAccount';

const UNLINK = graphql(`
  mutation UnlinkSignOn($input: OwnSignOnInput!) {
    unlinkSignOn(input: $input) {
      ... on AccountChanged {
        newRecoveryCodes
      }
      ...RefusedParts
      ...StaleParts
    }
  }
`);

const ALLOW = graphql(`
  mutation AllowSignOn($input: OwnSignOnInput!) {
    allowSignOn(input: $input) {
      ... on AccountChanged {
        newRecoveryCodes
      }
      ...RefusedParts
      ...StaleParts
    }
  }
`);

type SignOn = OwnAccount['signOns'][number];

/** The services by which somebody signs in, to part them from the account and to let them be linked again. */
export function SignOnsSection({ account, onChanged }: { account: OwnAccount; onChanged: () => void }) {
  const t = useMessages('identity');
  const format = useFormat();
  const { timeZone } = useRegion();
  const [changing, setChanging] = useState<SignOn | null>(null);
  if (account.signOns.length === 0) return null;
  return (
    <Section title={t('security.services')} explanation={t('security.servicesLead')}>
      <EntryList label={t('security.services')}>
        {account.signOns.map((signOn) => (
          <Entry
            key={`${signOn.key} ${signOn.linked}`}
            title={signOn.name}
            beside={
              <Button
                small
                aria-label={t(signOn.linked ? 'security.unlinkOf' : 'security.allowOf', { name: signOn.name })}
                onClick={() => setChanging(signOn)}
              >
                {t(signOn.linked ? 'security.unlink' : 'security.allow')}
              </Button>
            }
            meta={signOn.linked ? t('security.serviceSince', { day: format.moment(signOn.since, timeZone) }) : t('security.serviceOff')}
          />
        ))}
      </EntryList>
      {changing ? (
        <SignOnDialog
          signOn={changing}
          asksPassword={account.hasPassword}
          onClose={(changed) => {
            setChanging(null);
            if (changed) onChanged();
          }}
        />
      ) : null}
    </Section>
  );
}

interface SignOnDialogProps {
  signOn: SignOn;
  asksPassword: boolean;
  onClose: (changed: boolean) => void;
}

function SignOnDialog({ signOn: { key, name, linked }, asksPassword, onClose }: SignOnDialogProps) {
  const t = useMessages('identity');
  const unlink = useMutationAnswer(UNLINK);
  const allow = useMutationAnswer(ALLOW);
  return (
    <AccountDialog
      title={t(linked ? 'security.unlinkOf' : 'security.allowOf', { name })}
      lead={t(linked ? 'security.unlinkLead' : 'security.allowLead')}
      send={t(linked ? 'security.unlink' : 'security.allow')}
      initial={{ password: '' }}
      asksPassword={asksPassword}
      onSend={({ password }) => (linked ? unlink : allow).send({ input: { key, password } })}
      onDone={() => {
        showToast({ text: t(linked ? 'security.unlinked' : 'security.allowed', { name }) });
        onClose(true);
      }}
      onClose={() => onClose(false)}
    />
  );
}
