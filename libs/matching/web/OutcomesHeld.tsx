import { ActorLink } from '@knotenpunkt/actors/web';
import { graphql, type ResultOf } from '@knotenpunkt/webkit/contract';
import { useMutationAnswer, useQuery } from '@knotenpunkt/webkit/data';
import { useFormat, useMessages } from '@knotenpunkt/webkit/i18n';
import { Button, Entry, EntryList, ErrorNotice, KindMark, Loading, Section, Tag, useAnswerToast } from '@knotenpunkt/webkit/ui';

const HELD = graphql(`
  query OutcomesHeld($actorId: ID!) {
    outcomesHeld(actorId: $actorId) {
      id
      kind
      asked
      certainty
      shownOn
      outcome
      reason
      objectedOn
      objectedHere
      other {
        id
        name
        slug
        kind
      }
    }
  }
`);
const OBJECT = graphql(`
  mutation ObjectToOutcome($input: HeldOutcomeInput!) {
    objectToOutcome(input: $input) {
      ... on HeldOutcome {
        id
        objectedOn
        objectedHere
      }
      ...RefusedParts
      ...StaleParts
    }
  }
`);
const WITHDRAW = graphql(`
  mutation WithdrawOutcomeObjection($input: HeldOutcomeInput!) {
    withdrawOutcomeObjection(input: $input) {
      ... on HeldOutcome {
        id
        objectedOn
        objectedHere
      }
      ...RefusedParts
      ...StaleParts
    }
  }
`);

type Held = ResultOf<typeof HELD>['outcomesHeld'][number];

/** What outcomes of suggestions are held on an organisation, for its own people; "Stimmt nicht" takes one out of what is learned from. */
export function OutcomesHeld({ actorId }: { actorId: string }) {
  const t = useMessages('matching');
  const { data, error, refetch } = useQuery(HELD, { variables: { actorId }, fetchPolicy: 'cache-and-network' });
  const again = () => void refetch();
  const held = data?.outcomesHeld;
  return (
    <Section title={t('held.title')} explanation={t('held.explanation')}>
      {error && !held ? <ErrorNotice error={error} onRetry={again} /> : null}
      {!held && !error ? <Loading /> : null}
      {held?.length === 0 ? <p className="kn-muted">{t('held.none')}</p> : null}
      {held && held.length > 0 ? (
        <EntryList label={t('held.title')}>
          {held.map((one) => (
            <HeldEntry key={one.id} held={one} actorId={actorId} onChange={again} />
          ))}
        </EntryList>
      ) : null}
    </Section>
  );
}

function HeldEntry({ held, actorId, onChange }: { held: Held; actorId: string; onChange: () => void }) {
  const t = useMessages('matching');
  const format = useFormat();
  const { id, certainty, outcome, reason, other, objectedOn, objectedHere } = held;
  const meta = [
    t('held.shownOn', { date: format.date(held.shownOn) }),
    objectedOn ? t('held.objected', { date: format.date(objectedOn) }) : '',
  ];
  return (
    <Entry
      mark={other ? <KindMark kind={other.kind} size={18} /> : undefined}
      title={sentenceOf(held, t)}
      beside={<Tag>{t(`certainty.${certainty}`)}</Tag>}
      meta={meta.filter(Boolean).join('. ')}
      actions={
        <>
          {other ? <ActorLink actor={other} /> : null}
          {objectedOn === null || objectedHere ? (
            <Objection outcomeId={id} actorId={actorId} objected={objectedOn !== null} onChange={onChange} />
          ) : null}
        </>
      }
    >
      {outcome === null ? t('held.unknown') : t(`learned.outcomes.${outcome}`)}
      {reason ? `. ${t('held.reason', { reason: t(`dismissal.${reason}`) })}` : ''}
    </Entry>
  );
}

function Objection({
  outcomeId,
  actorId,
  objected,
  onChange,
}: {
  outcomeId: string;
  actorId: string;
  objected: boolean;
  onChange: () => void;
}) {
  const t = useMessages('matching');
  const say = useAnswerToast('matching');
  const object = useMutationAnswer(OBJECT);
  const withdraw = useMutationAnswer(WITHDRAW);
  const { send, busy } = objected ? withdraw : object;
  const change = async () => {
    say(await send({ input: { outcomeId, actorId } }), t(objected ? 'held.withdrawnDone' : 'held.objectedDone'));
    onChange();
  };
  return (
    <Button small kind="plain" busy={busy} onClick={() => void change()}>
      {t(objected ? 'held.withdraw' : 'held.object')}
    </Button>
  );
}

function sentenceOf({ kind, asked, other }: Held, t: (key: string, values?: Record<string, unknown>) => string): string {
  if (asked) return t('held.asked', { name: other?.name ?? t('held.gone') });
  if (kind === 'SEAT') return t('held.suggestedForTable');
  return other ? t('held.suggested', { name: other.name }) : t('held.suggestedToSomebody');
}
