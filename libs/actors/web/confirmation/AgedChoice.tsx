import { useState } from 'react';
import { Link } from 'react-router';
import { CONFIRMATION_LIMITS, type AskingState } from '@knotenpunkt/actors/domain';
import { daysBetween, newId, type LocalDate } from '@knotenpunkt/kernel';
import { useToday } from '@knotenpunkt/webkit/data';
import { useFormat, useMessages } from '@knotenpunkt/webkit/i18n';
import {
  Button,
  CheckboxGroup,
  EmptyState,
  ErrorNotice,
  Loading,
  MorePages,
  Notice,
  TextButton,
  useRefusals,
} from '@knotenpunkt/webkit/ui';
import { useAgedActors, useAsking, type AgedActor } from './useAgedActors';

interface Sent {
  asked: number;
  leftOut: { name: string; reason: string }[];
}

/** Whether it was asked so lately that it is not asked again yet. */
function askedLately({ askedOn }: AgedActor, today: LocalDate): boolean {
  return askedOn !== null && askedOn !== undefined && daysBetween(askedOn, today) < CONFIRMATION_LIMITS.restDays;
}

/** Organisations whose entries are old, to choose and to ask; who cannot be asked is there, says why, and cannot be chosen. */
export function AgedChoice({ state, none, onAsked }: { state: AskingState | null; none: string; onAsked: () => void }) {
  const t = useMessages('actors');
  const format = useFormat();
  const today = useToday();
  const pages = useAgedActors(state);
  const asking = useAsking();
  const sentence = useRefusals('actors');
  const [chosen, choose] = useState<readonly string[]>([]);
  const [sendingId, setSendingId] = useState(newId);
  const [sent, setSent] = useState<Sent | null>(null);
  if (pages.error && pages.nodes.length === 0) return <ErrorNotice error={pages.error} onRetry={() => void pages.refresh()} />;
  if (pages.loading) return <Loading />;
  const canAsk = (one: AgedActor) => one.state !== 'UNREACHABLE' && !askedLately(one, today);
  const possible = pages.nodes.filter(canAsk).map(({ id }) => id);
  const still = chosen.filter((id) => possible.includes(id));
  const { atOnce, restDays } = CONFIRMATION_LIMITS;
  const nameOf = (id: string) => pages.nodes.find((one) => one.id === id)?.actor.name ?? '';
  const ask = async () => {
    const answer = await asking.send({ input: { id: sendingId, actorIds: still } });
    if (answer.kind !== 'done') return;
    const leftOut = answer.value.leftOut.map(({ actorId, reason }) => ({ name: nameOf(actorId), reason }));
    setSent({ asked: answer.value.askedIds.length, leftOut });
    setSendingId(newId());
    choose([]);
    await pages.refresh();
    onAsked();
  };
  const hintOf = (one: AgedActor) =>
    [
      t('aged.since', { date: format.date(one.oldestOn) }),
      one.state === 'UNREACHABLE' && t('aged.unreachable'),
      one.askedOn && t('aged.asked', { date: format.date(one.askedOn) }),
      one.state === 'WAITING' && one.untilOn && t('aged.until', { date: format.date(one.untilOn) }),
      askedLately(one, today) && t('aged.askedRecently', { days: restDays }),
    ]
      .filter(Boolean)
      .join(' · ');
  return (
    <div className="actors-aged">
      <div role="status">{sent ? <Told sent={sent} /> : null}</div>
      {asking.refusal ? <Notice tone="error">{sentence(asking.refusal)}</Notice> : null}
      {asking.fault ? <ErrorNotice error={asking.fault} /> : null}
      {pages.nodes.length === 0 ? <EmptyState>{none}</EmptyState> : null}
      {possible.length > 0 ? (
        <div className="actors-acts">
          <TextButton onClick={() => choose(possible.slice(0, atOnce))}>{t('aged.chooseAll')}</TextButton>
          {still.length > 0 ? <TextButton onClick={() => choose([])}>{t('aged.chooseNone')}</TextButton> : null}
        </div>
      ) : null}
      {pages.nodes.length > 0 ? (
        <CheckboxGroup
          id="aged-actors"
          name="aged-actors"
          label={t('aged.list')}
          value={still}
          onChange={choose}
          choices={pages.nodes.map((one) => ({
            value: one.id,
            label: (
              <>
                {one.actor.name} <span className="actors-age">{t(`aged.states.${one.state}`)}</span>
              </>
            ),
            hint: hintOf(one),
            count: <Link to={`/akteure/${one.actor.slug}`}>{t('aged.show')}</Link>,
            disabled: !canAsk(one),
          }))}
        />
      ) : null}
      <MorePages pages={pages} />
      {possible.length > 0 ? (
        <div className="actors-answer">
          {still.length > atOnce ? <Notice tone="error">{t('aged.tooMany', { max: atOnce })}</Notice> : null}
          <Button
            kind="primary"
            busy={asking.busy}
            aria-disabled={still.length === 0 || still.length > atOnce || undefined}
            onClick={() => {
              if (still.length > 0 && still.length <= atOnce) void ask();
            }}
          >
            {t('aged.ask')}
          </Button>
          <p className="actors-quiet">
            {t('aged.chosen', { count: still.length })}. {t('aged.askHint')}
          </p>
        </div>
      ) : null}
    </div>
  );
}

function Told({ sent }: { sent: Sent }) {
  const t = useMessages('actors');
  return (
    <Notice tone={sent.asked > 0 ? 'kept' : 'due'} title={t('aged.sent', { count: sent.asked })}>
      {sent.leftOut.length > 0 ? (
        <>
          <p>{t('aged.leftOut')}</p>
          <ul>
            {sent.leftOut.map(({ name, reason }) => (
              <li key={name}>
                {name}: {t(`aged.left.${reason}`)}
              </li>
            ))}
          </ul>
        </>
      ) : null}
    </Notice>
  );
}
