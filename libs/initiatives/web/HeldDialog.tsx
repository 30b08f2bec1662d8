import { useState } from 'react';
import { ActorPicker } from '@knotenpunkt/actors/web';
import { graphql } from '@knotenpunkt/webkit/contract';
import { useMutationAnswer } from '@knotenpunkt/webkit/data';
import { useMessages } from '@knotenpunkt/webkit/i18n';
import { Button, Dialog, Fields, TextButton } from '@knotenpunkt/webkit/ui';
import { useTold } from './useTold';

const HELD = graphql(`
  mutation ReportEventHeld($input: ReportEventHeldInput!) {
    reportEventHeld(input: $input) {
      ... on Event {
        id
        version
      }
      ...RefusedParts
      ...StaleParts
    }
  }
`);

interface Props {
  event: { id: string; version: number; hosts: readonly { id: string }[] };
  onClose: () => void;
  onChange: () => void;
}

/** Who was there: these organisations have met. */
export function HeldDialog({ event, onClose, onChange }: Props) {
  const t = useMessages('initiatives');
  const tell = useTold(onChange);
  const { send, busy } = useMutationAnswer(HELD);
  const [there, setThere] = useState<{ id: string; name: string }[]>([]);
  const report = async () => {
    tell(await send({ input: { id: event.id, expectedVersion: event.version, participantIds: there.map(({ id }) => id) } }), 'page.held');
    onClose();
  };
  return (
    <Dialog
      open
      title={t('acts.reportEventHeld')}
      onClose={onClose}
      foot={
        <>
          <Button onClick={onClose}>{t('webkit:actions.cancel')}</Button>
          <Button kind="primary" busy={busy} onClick={() => void report()}>
            {t('page.enter')}
          </Button>
        </>
      }
    >
      <Fields>
        <p>{t('page.heldText')}</p>
        <ul>
          {there.map(({ id, name }) => (
            <li key={id}>
              {name}{' '}
              <TextButton aria-label={t('page.removeNamed', { name })} onClick={() => setThere(there.filter((each) => each.id !== id))}>
                {t('acts.removePartner')}
              </TextButton>
            </li>
          ))}
        </ul>
        <ActorPicker
          key={there.length}
          id="event-held"
          name="participantIds"
          label={t('page.whoWasThere')}
          optional
          value={null}
          onChange={(_, actor) => {
            if (actor) setThere([...there, actor]);
          }}
          without={[...event.hosts.map(({ id }) => id), ...there.map(({ id }) => id)]}
        />
      </Fields>
    </Dialog>
  );
}
