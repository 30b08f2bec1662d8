import { useState } from 'react';
import { graphql, type ResultOf } from '@knotenpunkt/webkit/contract';
import { useMutationAnswer, useQuery, useRegion } from '@knotenpunkt/webkit/data';
import { useFormat, useMessages } from '@knotenpunkt/webkit/i18n';
import {
  Button,
  Dialog,
  EmptyState,
  Entry,
  EntryList,
  ErrorSummary,
  Fields,
  SearchField,
  Section,
  showToast,
  TextArea,
  useAnswerToast,
  useForm,
  useRestingText,
} from '@knotenpunkt/webkit/ui';
import { LostFactorDialog } from './LostFactorDialog';
import './identity.css';

const PERSONS = graphql(`
  query PersonsByAccess($search: String!) {
    persons(search: $search) {
      id
      name
      email
      secondFactor
      block {
        reason
        at
        by
      }
    }
  }
`);

const BLOCK = graphql(`
  mutation BlockPerson($input: BlockPersonInput!) {
    blockPerson(input: $input) {
      ... on PersonAccess {
        id
      }
      ...RefusedParts
      ...StaleParts
    }
  }
`);

const UNBLOCK = graphql(`
  mutation UnblockPerson($input: UnblockPersonInput!) {
    unblockPerson(input: $input) {
      ... on PersonAccess {
        id
      }
      ...RefusedParts
      ...StaleParts
    }
  }
`);

type Person = ResultOf<typeof PERSONS>['persons'][number];

/** Who may not sign in, and why; others are searched for and blocked. For administrators of the platform. */
export function AccessSection() {
  const t = useMessages('identity');
  const format = useFormat();
  const { timeZone } = useRegion();
  const [search, setSearch] = useState('');
  const [text, setText] = useRestingText(search, setSearch);
  const { data, refetch } = useQuery(PERSONS, { variables: { search }, fetchPolicy: 'cache-and-network' });
  const unblock = useMutationAnswer(UNBLOCK);
  const tell = useAnswerToast('identity');
  const [blocking, setBlocking] = useState<Person | null>(null);
  const [locked, setLocked] = useState<Person | null>(null);

  const open = async ({ id, name }: Person) => {
    tell(await unblock.send({ input: { personId: id } }), t('access.unblocked', { name }));
    await refetch();
  };

  return (
    <Section title={t('access.title')}>
      <p className="kn-explanation">{t('access.lead')}</p>
      <div className="identity-search">
        <SearchField label={t('access.search')} value={text} onChange={setText} />
      </div>
      {data?.persons.length === 0 ? <EmptyState>{t(search.trim() === '' ? 'access.noneBlocked' : 'access.noneFound')}</EmptyState> : null}
      <EntryList label={t('access.title')}>
        {(data?.persons ?? []).map((person) => (
          <Entry
            key={person.id}
            title={person.name}
            beside={
              <Button
                small
                onClick={() => (person.block ? void open(person) : setBlocking(person))}
                aria-label={t(person.block ? 'access.unblockOf' : 'access.blockOf', { name: person.name })}
              >
                {t(person.block ? 'access.unblock' : 'access.block')}
              </Button>
            }
            actions={
              person.secondFactor ? (
                <Button small kind="plain" onClick={() => setLocked(person)} aria-label={t('access.takeAwayOf', { name: person.name })}>
                  {t('access.takeAway')}
                </Button>
              ) : undefined
            }
            meta={person.block ? t('access.since', { moment: format.moment(person.block.at, timeZone), by: person.block.by }) : undefined}
          >
            {person.block ? `${person.email} · ${person.block.reason}` : person.email}
          </Entry>
        ))}
      </EntryList>
      {blocking ? (
        <BlockDialog
          person={blocking}
          onClose={() => {
            setBlocking(null);
            void refetch();
          }}
        />
      ) : null}
      {locked ? (
        <LostFactorDialog
          person={locked}
          onClose={() => {
            setLocked(null);
            void refetch();
          }}
        />
      ) : null}
    </Section>
  );
}

function BlockDialog({ person: { id, name }, onClose }: { person: Person; onClose: () => void }) {
  const t = useMessages('identity');
  const block = useMutationAnswer(BLOCK);
  const form = useForm({ room: 'identity', initial: { reason: '' } });
  const send = form.submit(async ({ reason }) => {
    const answer = await block.send({ input: { personId: id, reason } });
    if (answer.kind === 'refused') return form.refuse(answer.refusal);
    if (answer.kind !== 'done') return;
    showToast({ text: t('access.blocked', { name }) });
    onClose();
  });
  return (
    <Dialog
      open
      title={t('access.blockOf', { name })}
      onClose={onClose}
      onSubmit={() => send()}
      foot={
        <Button kind="primary" type="submit" busy={block.busy}>
          {t('access.block')}
        </Button>
      }
    >
      <Fields>
        <ErrorSummary errors={form.errors} attempts={form.attempts} />
        <TextArea label={t('access.reason')} hint={t('access.reasonHint')} {...form.field('reason')} />
      </Fields>
    </Dialog>
  );
}
