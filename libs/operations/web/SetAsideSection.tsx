import { graphql } from '@knotenpunkt/webkit/contract';
import { useMutationAnswer, useRegion } from '@knotenpunkt/webkit/data';
import { useFormat, useMessages } from '@knotenpunkt/webkit/i18n';
import { Button, EmptyState, Entry, EntryList, Section, useAnswerToast } from '@knotenpunkt/webkit/ui';
import type { SectionProps, SystemState } from './systemState';

const RETRY_MESSAGE = graphql(`
  mutation RetryMessage($input: RetryMessageInput!) {
    retryMessage(input: $input) {
      ... on SystemState {
        askedAt
      }
      ...RefusedParts
      ...StaleParts
    }
  }
`);

/** Changes that did not reach the graph: what, since when, why. */
export function SetAsideSection({ state, onChange }: SectionProps) {
  const t = useMessages('operations');
  const { setAside, setAsideCount } = state;
  return (
    <Section title={t('setAside.title')} explanation={t('setAside.explanation')}>
      {setAside.length === 0 ? <EmptyState>{t('setAside.none')}</EmptyState> : null}
      {setAsideCount > setAside.length ? (
        <p className="kn-meta">{t('setAside.more', { shown: setAside.length, count: setAsideCount })}</p>
      ) : null}
      <EntryList label={t('setAside.title')}>
        {setAside.map((message) => (
          <Message key={message.id} message={message} onChange={onChange} />
        ))}
      </EntryList>
    </Section>
  );
}

function Message({ message, onChange }: { message: SystemState['setAside'][number]; onChange: () => void }) {
  const t = useMessages('operations');
  const format = useFormat();
  const { timeZone } = useRegion();
  const retry = useMutationAnswer(RETRY_MESSAGE);
  const tell = useAnswerToast('operations');
  const { id, subjectType, subjectId, regionName, setAsideAt, reason } = message;
  return (
    <Entry
      title={t(`setAside.subjects.${subjectType}`, { defaultValue: subjectType })}
      meta={t('setAside.since', { region: regionName, moment: format.moment(setAsideAt, timeZone) })}
      actions={
        <Button
          small
          busy={retry.busy}
          onClick={() =>
            void retry.send({ input: { id } }).then((answer) => {
              tell(answer, t('setAside.retried'));
              onChange();
            })
          }
        >
          {t('setAside.retry')}
        </Button>
      }
    >
      {t(`setAside.reasons.${reason}`, { id: subjectId })}
    </Entry>
  );
}
