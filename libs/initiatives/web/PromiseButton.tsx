import { useState } from 'react';
import type { OwnActor } from '@knotenpunkt/actors/web';
import { PromiseDialog } from '@knotenpunkt/agreements/web';
import { graphql } from '@knotenpunkt/webkit/contract';
import { useMutationAnswer } from '@knotenpunkt/webkit/data';
import { useMessages } from '@knotenpunkt/webkit/i18n';
import { Button } from '@knotenpunkt/webkit/ui';
import type { ShownInitiative } from './useInitiative';

const PROMISE = graphql(`
  mutation PromiseForInitiative($input: PromiseForInitiativeInput!) {
    promiseForInitiative(input: $input) {
      ... on Commitment {
        id
        version
      }
      ...RefusedParts
      ...StaleParts
    }
  }
`);

interface Props {
  initiative: ShownInitiative;
  own: readonly OwnActor[];
  onChange: () => void;
}

/** "Etwas zusagen", for organisations that take part. */
export function PromiseButton({ initiative, own, onChange }: Props) {
  const t = useMessages('initiatives');
  const promise = useMutationAnswer(PROMISE);
  const [open, setOpen] = useState(false);
  if (!initiative.availableActions.includes('promiseForInitiative')) return null;
  const takesPart = (actorId: string) =>
    initiative.lead.id === actorId || initiative.partners.some((partner) => partner.actorId === actorId && partner.state === 'ACCEPTED');
  return (
    <>
      <Button small onClick={() => setOpen(true)}>
        {t('acts.promiseForInitiative')}
      </Button>
      {open ? (
        <PromiseDialog
          title={t('acts.promiseForInitiative')}
          promisers={own.filter((actor) => actor.decides && takesPart(actor.id))}
          draft={`promise.${initiative.id}`}
          send={(wish) => promise.send({ input: { ...wish, initiativeId: initiative.id } })}
          onClose={() => setOpen(false)}
          onDone={onChange}
        />
      ) : null}
    </>
  );
}
