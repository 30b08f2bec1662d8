import { Link, useSearchParams } from 'react-router';
import { readPeriod } from '@knotenpunkt/kernel';
import { graphql, type ResultOf } from '@knotenpunkt/webkit/contract';
import { useMutationAnswer, useQuery } from '@knotenpunkt/webkit/data';
import { useFormat, useMessages } from '@knotenpunkt/webkit/i18n';
import {
  Button,
  EmptyState,
  Entry,
  EntryList,
  ErrorNotice,
  Loading,
  Section,
  Tag,
  TextButton,
  useAnswerToast,
} from '@knotenpunkt/webkit/ui';
import { LettersLink } from './letters/LettersLink';

const CONTACT_REQUESTS = graphql(`
  query ContactRequests($first: Int!, $during: DayPeriodInput) {
    contactRequests(first: $first, during: $during) {
      id
      name
      email
      organisation
      message
      state
      version
      createdAt
      toActor {
        id
        name
        slug
      }
    }
  }
`);

const MARK_ANSWERED = graphql(`
  mutation MarkContactAnswered($input: DecideContactInput!) {
    markContactAnswered(input: $input) {
      ... on ContactRequest {
        id
        state
        version
      }
      ...RefusedParts
      ...StaleParts
    }
  }
`);

const DECLINE = graphql(`
  mutation DeclineContact($input: DecideContactInput!) {
    declineContact(input: $input) {
      ... on ContactRequest {
        id
        state
        version
      }
      ...RefusedParts
      ...StaleParts
    }
  }
`);

/** The server tells of at most so many. */
const MOST = 100;

type Request = ResultOf<typeof CONTACT_REQUESTS>['contactRequests'][number];

/**
 * Requests that wait for the viewer: of the region for coordinators, of their organisations for members. `?kontakte=…..…` shows those
 * of some days only, as the report for committees counts them.
 */
export function ContactRequests() {
  const t = useMessages('coordination');
  const format = useFormat();
  const [address, setAddress] = useSearchParams();
  const during = readPeriod(address.get('kontakte'));
  const { data, error, refetch } = useQuery(CONTACT_REQUESTS, {
    variables: { first: during ? MOST : 50, during },
    fetchPolicy: 'cache-and-network',
  });
  return (
    <Section id="kontaktanfragen" title={t('desk.contacts')} beside={<LettersLink />}>
      {during ? (
        <p>
          {t('desk.contactsDuring', { from: format.date(during.from), until: format.date(during.until) })}{' '}
          <TextButton onClick={() => setAddress({}, { replace: true, preventScrollReset: true })}>{t('desk.allContacts')}</TextButton>
        </p>
      ) : null}
      {error ? <ErrorNotice error={error} onRetry={() => void refetch()} /> : null}
      {!data && !error ? <Loading /> : null}
      {data?.contactRequests.length === 0 ? <EmptyState>{t(during ? 'desk.noContactsThen' : 'desk.noContacts')}</EmptyState> : null}
      {data?.contactRequests.length === MOST ? <p>{t('desk.contactsCut', { count: MOST })}</p> : null}
      <EntryList label={t('desk.contacts')}>
        {(data?.contactRequests ?? []).map((request) => (
          <RequestEntry key={request.id} request={request} onChange={() => void refetch()} />
        ))}
      </EntryList>
    </Section>
  );
}

function RequestEntry({ request, onChange }: { request: Request; onChange: () => void }) {
  const t = useMessages('coordination');
  const format = useFormat();
  const answered = useMutationAnswer(MARK_ANSWERED);
  const declined = useMutationAnswer(DECLINE);
  const tell = useAnswerToast('coordination');
  const decide = async (by: typeof answered | typeof declined, done: string) => {
    const answer = await by.send({ input: { id: request.id, expectedVersion: request.version } });
    tell(answer, t(done));
    onChange();
  };
  return (
    <Entry
      title={t('desk.from', { name: request.name, organisation: request.organisation })}
      beside={request.state === 'ASKED' ? null : <Tag>{t(request.state === 'ANSWERED' ? 'desk.answered' : 'desk.declined')}</Tag>}
      meta={
        <>
          {request.toActor ? <Link to={`/akteure/${request.toActor.slug}`}>{t('desk.to', { actor: request.toActor.name })}</Link> : null} ·{' '}
          {format.date(request.createdAt.slice(0, 10))} · <a href={`mailto:${request.email}`}>{request.email}</a>
        </>
      }
      actions={
        request.state === 'ASKED' ? (
          <>
            <Button small busy={answered.busy} onClick={() => void decide(answered, 'desk.markedAnswered')}>
              {t('desk.markAnswered')}
            </Button>
            <Button small kind="plain" busy={declined.busy} onClick={() => void decide(declined, 'desk.markedDeclined')}>
              {t('desk.markDeclined')}
            </Button>
          </>
        ) : null
      }
    >
      {request.message}
    </Entry>
  );
}
