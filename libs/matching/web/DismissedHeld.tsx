import { ActorLink } from '@knotenpunkt/actors/web';
import { graphql } from '@knotenpunkt/webkit/contract';
import { useMutationAnswer, useQuery } from '@knotenpunkt/webkit/data';
import { useFormat, useMessages } from '@knotenpunkt/webkit/i18n';
import {
  Button,
  EmptyState,
  Entry,
  EntryList,
  ErrorNotice,
  FactLine,
  KindMark,
  Loading,
  Section,
  useAnswerToast,
} from '@knotenpunkt/webkit/ui';
import { UNDISMISS } from './DismissDialog';

const DISMISSED = graphql(`
  query DismissedSuggestions($actorId: ID!) {
    matchDismissals(actorId: $actorId) {
      suggestedId
      reason
      note
      againOn
      dismissedOn
      personName
      suggested {
        id
        name
        slug
        kind
      }
    }
  }
`);

/** Suggestions one's own organisation put away: whom, why, until when, by whom, and the way back. */
export function DismissedHeld({ actor }: { actor: { id: string } }) {
  const t = useMessages('matching');
  const format = useFormat();
  const tell = useAnswerToast('matching');
  const {
    data: read,
    previousData,
    error,
    refetch,
  } = useQuery(DISMISSED, { variables: { actorId: actor.id }, fetchPolicy: 'cache-and-network' });
  const data = read ?? previousData;
  const { send, busy } = useMutationAnswer(UNDISMISS);
  const again = async (suggestedId: string, name: string) => {
    tell(await send({ input: { actorId: actor.id, suggestedId } }), t('held.dismissed.isBack', { name }));
    await refetch();
  };
  return (
    <Section title={t('held.dismissed.title')} explanation={t('held.dismissed.explanation')}>
      {error ? <ErrorNotice error={error} onRetry={() => void refetch()} /> : null}
      {!data && !error ? <Loading /> : null}
      {data?.matchDismissals.length === 0 ? <EmptyState>{t('held.dismissed.none')}</EmptyState> : null}
      <EntryList label={t('held.dismissed.title')}>
        {(data?.matchDismissals ?? []).map(({ suggestedId, suggested, reason, note, againOn, dismissedOn, personName }) => (
          <Entry
            key={suggestedId}
            mark={<KindMark kind={suggested.kind} size={18} />}
            title={<ActorLink actor={suggested} />}
            meta={
              <FactLine
                parts={[
                  againOn ? t('held.dismissed.until', { date: format.date(againOn) }) : t('held.dismissed.never'),
                  dismissedOn &&
                    (personName
                      ? t('held.can.by', { date: format.date(dismissedOn), name: personName })
                      : t('held.can.on', { date: format.date(dismissedOn) })),
                ]}
              />
            }
            actions={
              <Button
                small
                busy={busy}
                aria-label={t('held.dismissed.againOne', { name: suggested.name })}
                onClick={() => void again(suggestedId, suggested.name)}
              >
                {t('held.dismissed.again')}
              </Button>
            }
          >
            {t(`dismissal.${reason}`)}
            {note ? `: ${note}` : null}
          </Entry>
        ))}
      </EntryList>
    </Section>
  );
}
