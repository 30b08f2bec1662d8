import { graphql } from '@knotenpunkt/webkit/contract';
import { useMutationAnswer } from '@knotenpunkt/webkit/data';
import { useMessages } from '@knotenpunkt/webkit/i18n';
import { showToast, TextArea } from '@knotenpunkt/webkit/ui';
import { AccountDialog } from './AccountDialog';
import { useOwnAccount } from './useOwnAccount';

const TAKE_AWAY = graphql(`
  mutation TakeAwaySecondFactor($input: TakeAwaySecondFactorInput!) {
    takeAwaySecondFactor(input: $input) {
      ... on PersonAccess {
        id
      }
      ...RefusedParts
      ...StaleParts
    }
  }
`);

/** Takes the second factor of a person away who has lost it. */
export function LostFactorDialog({ person: { id, name }, onClose }: { person: { id: string; name: string }; onClose: () => void }) {
  const t = useMessages('identity');
  const { account } = useOwnAccount();
  const takeAway = useMutationAnswer(TAKE_AWAY);
  if (!account) return null;
  return (
    <AccountDialog
      title={t('access.takeAwayOf', { name })}
      lead={t('access.takeAwayLead')}
      send={t('access.takeAway')}
      initial={{ reason: '', password: '' }}
      asksPassword={account.hasPassword}
      fields={(form) => <TextArea label={t('access.takeAwayReason')} hint={t('access.takeAwayReasonHint')} {...form.field('reason')} />}
      onSend={(input) => takeAway.send({ input: { personId: id, ...input } })}
      onDone={() => {
        showToast({ text: t('access.takenAway', { name }) });
        onClose();
      }}
      onClose={onClose}
    />
  );
}
