import { useState } from 'react';
import { useOwnActors } from '@knotenpunkt/actors/web';
import { CommitmentList, PromiseDialog } from '@knotenpunkt/agreements/web';
import { graphql } from '@knotenpunkt/webkit/contract';
import { useMutationAnswer } from '@knotenpunkt/webkit/data';
import { useMessages } from '@knotenpunkt/webkit/i18n';
import { Button, Section } from '@knotenpunkt/webkit/ui';
import type { ShownAlliance } from './useAlliance';

const PROMISE = graphql(`
  mutation PromiseForAlliance($input: PromiseForAllianceInput!) {
    promiseForAlliance(input: $input) {
      ... on Commitment {
        id
        version
      }
      ...RefusedParts
      ...StaleParts
    }
  }
`);

/** What the members promised and have taken on since, with the next step of each; a member takes on another task. */
export function AlliancePromises({ alliance, onChange }: { alliance: ShownAlliance; onChange: () => void }) {
  const t = useMessages('alliances');
  const promise = useMutationAnswer(PROMISE);
  const own = useOwnActors()?.actors ?? [];
  const [open, setOpen] = useState(false);
  const isMember = (actorId: string) => alliance.members.some((member) => member.actorId === actorId && member.state === 'MEMBER');
  const promisers = own.filter(({ id, decides }) => decides && isMember(id));
  const may = alliance.availableActions.includes('promiseForAlliance') && promisers.length > 0;
  return (
    <Section
      title={t('page.promises')}
      beside={
        may ? (
          <Button small onClick={() => setOpen(true)}>
            {t('page.acts.promise')}
          </Button>
        ) : null
      }
    >
      <CommitmentList purposeId={alliance.id} />
      {open ? (
        <PromiseDialog
          title={t('page.acts.promise')}
          promisers={promisers}
          draft={`alliance.${alliance.id}.promise`}
          send={(wish) => promise.send({ input: { ...wish, allianceId: alliance.id } })}
          onClose={() => setOpen(false)}
          onDone={onChange}
        />
      ) : null}
    </Section>
  );
}
