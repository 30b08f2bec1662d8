import { useState } from 'react';
import { graphql } from '@knotenpunkt/webkit/contract';
import { useMutationAnswer } from '@knotenpunkt/webkit/data';
import { useMessages } from '@knotenpunkt/webkit/i18n';
import { Button, Section } from '@knotenpunkt/webkit/ui';
import { AccountDialog } from '../AccountDialog';
import { restartAt } from '../session';
import { useOwnAccount } from '../useOwnAccount';
import type { OwnDataOf } from './OwnDataPage';

const ERASE = graphql(`
  mutation EraseOwnAccount($input: EraseOwnAccountInput!) {
    eraseOwnAccount(input: $input) {
      ... on AccountErased {
        erasedOn
      }
      ...RefusedParts
      ...StaleParts
    }
  }
`);

/** What erasing takes along and what stays, and the way to do it. */
export function EraseSection({ held, backupsKeptDays }: { held: readonly OwnDataOf[]; backupsKeptDays: number }) {
  const t = useMessages('identity');
  const [asking, setAsking] = useState(false);
  const titles = (fate: OwnDataOf['fate']) => held.filter((section) => section.fate === fate);
  return (
    <Section title={t('ownData.erase.title')} explanation={t('ownData.erase.lead')}>
      <Fate title={t('ownData.erase.goes')} lines={titles('GOES').map(({ title }) => title)} />
      <Fate title={t('ownData.erase.loses')} lines={titles('LOSES_NAME').map(({ title }) => title)} />
      <Fate title={t('ownData.erase.stays')} lines={titles('STAYS').map(({ title, stays }) => `${title}. ${stays}`)} />
      <p>{t('ownData.erase.backups', { days: backupsKeptDays })}</p>
      <div className="identity-ways">
        <Button onClick={() => setAsking(true)}>{t('ownData.erase.open')}</Button>
      </div>
      {asking ? <EraseDialog onClose={() => setAsking(false)} /> : null}
    </Section>
  );
}

function Fate({ title, lines }: { title: string; lines: readonly string[] }) {
  if (lines.length === 0) return null;
  return (
    <Section title={title} level={3}>
      <ul className="identity-fates">
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </Section>
  );
}

function EraseDialog({ onClose }: { onClose: () => void }) {
  const t = useMessages('identity');
  const { account } = useOwnAccount();
  const erase = useMutationAnswer(ERASE);
  if (!account) return null;
  return (
    <AccountDialog
      title={t('ownData.erase.dialog')}
      lead={t('ownData.erase.question')}
      send={t('ownData.erase.send')}
      initial={{ password: '' }}
      asksPassword={account.hasPassword}
      onSend={(input) => erase.send({ input })}
      onDone={() => {
        // What was begun in forms was the person's as well.
        sessionStorage.clear();
        restartAt('/');
      }}
      onClose={onClose}
    />
  );
}
