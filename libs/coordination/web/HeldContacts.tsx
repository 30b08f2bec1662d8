import { useState } from 'react';
import { useViewer } from '@knotenpunkt/identity/web';
import { graphql } from '@knotenpunkt/webkit/contract';
import { skipToken, useQuery } from '@knotenpunkt/webkit/data';
import { useFormat, useMessages } from '@knotenpunkt/webkit/i18n';
import { Button, EmptyState, Entry, EntryList, ErrorNotice, Section, Tag } from '@knotenpunkt/webkit/ui';
import { Rectify } from './Rectify';

const HELD_CONTACTS = graphql(`
  query HeldContacts($actorId: ID!, $first: Int!) {
    contactRequests(actorId: $actorId, first: $first) {
      id
      name
      organisation
      message
      state
      createdAt
    }
  }
`);

const SHOWN = 20;
/** The server tells of at most so many. */
const MOST = 100;
const WORDS: Record<string, string> = { ASKED: 'held.contacts.asked', ANSWERED: 'desk.answered', DECLINED: 'desk.declined' };

/** Who asked one's own organisation for a contact, and what became of it; for those who promise for it. */
export function HeldContacts({ actor }: { actor: { id: string } }) {
  const t = useMessages('coordination');
  const format = useFormat();
  const viewer = useViewer();
  const [first, setFirst] = useState(SHOWN);
  const decides = viewer?.mandates.some(({ actorId, role }) => actorId === actor.id && role !== 'EDITOR') ?? false;
  const { data, previousData, error, refetch } = useQuery(
    HELD_CONTACTS,
    decides ? { variables: { actorId: actor.id, first }, fetchPolicy: 'cache-and-network' } : skipToken,
  );
  const requests = (data ?? previousData)?.contactRequests;
  return (
    <Section title={t('held.contacts.title')} explanation={t('held.contacts.explanation')}>
      {error ? <ErrorNotice error={error} onRetry={() => void refetch()} /> : null}
      {!decides ? <p className="kn-muted">{t('held.contacts.editor')}</p> : null}
      {requests?.length === 0 ? <EmptyState>{t('held.contacts.none')}</EmptyState> : null}
      <EntryList label={t('held.contacts.title')}>
        {(requests ?? []).map(({ id, name, organisation, message, state, createdAt }) => (
          <Entry
            key={id}
            title={t('desk.from', { name, organisation })}
            beside={<Tag>{t(WORDS[state]!)}</Tag>}
            meta={format.date(createdAt.slice(0, 10))}
            actions={<Rectify subject={{ actorId: actor.id, subjectType: 'CONTACT', subjectId: id }} />}
          >
            {message}
          </Entry>
        ))}
      </EntryList>
      {requests?.length === SHOWN && first === SHOWN ? (
        <Button block onClick={() => setFirst(MOST)}>
          {t('held.contacts.more')}
        </Button>
      ) : null}
      {requests?.length === MOST ? <p>{t('held.contacts.cut', { count: MOST })}</p> : null}
    </Section>
  );
}
