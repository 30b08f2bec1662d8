import { Link } from 'react-router';
import { useCoordinates } from '@knotenpunkt/identity/web';
import { graphql } from '@knotenpunkt/webkit/contract';
import { skipToken, useMutationAnswer, useQuery } from '@knotenpunkt/webkit/data';
import { useFormat, useMessages } from '@knotenpunkt/webkit/i18n';
import { Button, Entry, EntryList, FactLine, Section, Tag, useAnswerToast } from '@knotenpunkt/webkit/ui';
import { RECTIFICATIONS, type Rectification } from './useRectifications';

const TAKE_NOTE = graphql(`
  mutation TakeNoteOfRectification($input: RectificationVersionInput!) {
    takeNoteOfRectification(input: $input) {
      ... on Rectification {
        id
        seenOn
        version
      }
      ...RefusedParts
      ...StaleParts
    }
  }
`);

/** Desk of the coordination: what organisations set right and nobody has read yet. Nothing where nothing waits. */
export function RectificationsOnDesk() {
  const t = useMessages('coordination');
  const coordinates = useCoordinates();
  const { data, refetch } = useQuery(
    RECTIFICATIONS,
    coordinates ? { variables: { actorId: null }, fetchPolicy: 'cache-and-network' } : skipToken,
  );
  const unseen = data?.rectifications.filter(({ seenOn }) => seenOn === null) ?? [];
  if (unseen.length === 0) return null;
  return (
    <Section title={t('rectification.desk')} explanation={t('rectification.deskExplanation')}>
      <EntryList label={t('rectification.desk')}>
        {unseen.map((one) => (
          <Unseen key={one.id} one={one} onChange={() => void refetch()} />
        ))}
      </EntryList>
    </Section>
  );
}

function Unseen({ one, onChange }: { one: Rectification; onChange: () => void }) {
  const t = useMessages('coordination');
  const format = useFormat();
  const tell = useAnswerToast('coordination');
  const { send, busy } = useMutationAnswer(TAKE_NOTE);
  const note = async () => {
    tell(await send({ input: { id: one.id, expectedVersion: one.version } }), t('rectification.noted'));
    onChange();
  };
  return (
    <Entry
      title={one.subjectAddress ? <Link to={one.subjectAddress}>{one.subjectTitle}</Link> : one.subjectTitle}
      beside={<Tag>{t(`rectification.types.${one.subjectType}`)}</Tag>}
      meta={
        <FactLine parts={[one.actor ? <Link to={`/akteure/${one.actor.slug}`}>{one.actor.name}</Link> : null, format.date(one.saidOn)]} />
      }
      actions={
        <Button small busy={busy} onClick={() => void note()}>
          {t('rectification.note')}
        </Button>
      }
    >
      {one.text}
    </Entry>
  );
}
