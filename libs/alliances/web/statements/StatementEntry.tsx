import { useFormat, useMessages } from '@knotenpunkt/webkit/i18n';
import { Entry, FactLine, StateMark, Tag } from '@knotenpunkt/webkit/ui';
import type { ShownAlliance } from '../useAlliance';
import type { ShownStatement } from '../useAllianceWork';
import { StandActs } from './StandActs';

const MARKS = { OPEN: 'open', OBJECTED: 'overdue', CONFIRMED: 'kept', WITHDRAWN: 'withdrawn' } as const;

/** Where a statement stands: confirmed, waiting for whom, objected to by whom. */
function Standing({ statement }: { statement: ShownStatement }) {
  const t = useMessages('alliances');
  const format = useFormat();
  const { standing, stands, confirmedOn, isReplaced } = statement;
  const said = stands.filter(({ stand }) => stand !== null && stand !== 'OBJECTED').length;
  const counts = { said: format.number(said), all: format.number(stands.length) };
  if (isReplaced) return <StateMark state="withdrawn">{t('work.replaced')}</StateMark>;
  return (
    <StateMark state={MARKS[standing]}>
      {t(`work.standings.${standing}`, { ...counts, date: confirmedOn ? format.date(confirmedOn) : '' })}
    </StateMark>
  );
}

/** Who has said what of it; who is silent has not confirmed it. */
function Stands({ statement }: { statement: ShownStatement }) {
  const t = useMessages('alliances');
  const format = useFormat();
  const names = (wanted: string | null) => statement.stands.flatMap(({ stand, actor }) => (stand === wanted && actor ? [actor.name] : []));
  const [agreed, abstained, silent] = [names('AGREED'), names('ABSTAINED'), names(null)];
  const line = (key: string, actors: string[]) =>
    actors.length > 0 ? <li>{t(`work.stands.${key}`, { actors: format.list(actors) })}</li> : null;
  return (
    <ul className="alliances-stands">
      {line('AGREED', agreed)}
      {line('ABSTAINED', abstained)}
      {statement.stands
        .filter(({ stand }) => stand === 'OBJECTED')
        .map(({ actorId, actor, note }) => (
          <li key={actorId}>{t('work.stands.OBJECTED', { actor: actor?.name ?? '', note })}</li>
        ))}
      {statement.standing === 'WITHDRAWN' ? null : line('silent', silent)}
    </ul>
  );
}

interface StatementEntryProps {
  alliance: ShownAlliance;
  statement: ShownStatement;
  /** Among which it finds what it refers to. */
  all: readonly ShownStatement[];
  onReplace: () => void;
  onChange: () => void;
}

/** A decision, minutes, a result or a lesson, and what each member says of it. What people wrote is shown as text. */
export function StatementEntry({ alliance, statement, all, onReplace, onChange }: StatementEntryProps) {
  const t = useMessages('alliances');
  const format = useFormat();
  const { kind, text, on, concerns, evidenceUrl, audience, meeting, enteredBy, minutesId, replacesId } = statement;
  const dayOf = (id: string | null) => all.find((each) => each.id === id)?.on;
  const [minutesOn, replacedOn] = [dayOf(minutesId), dayOf(replacesId)];
  return (
    <Entry
      over={<Standing statement={statement} />}
      title={kind === 'MINUTES' ? t('work.meetingOn', { date: format.date(on) }) : t(`work.titles.${kind}`, { date: format.date(on) })}
      beside={kind === 'RESULT' || kind === 'LESSON' ? null : <Tag>{t(`work.audiences.${audience}`)}</Tag>}
      meta={
        <FactLine
          parts={[
            enteredBy ? t('work.enteredBy', { name: enteredBy.name }) : null,
            concerns ? t('work.concerns', { concerns }) : null,
            meeting?.place ? meeting.place : null,
            meeting ? t('work.present', { actors: format.list(meeting.present.map(({ name }) => name)) }) : null,
            meeting?.nextOn ? t('work.nextOn', { date: format.date(meeting.nextOn) }) : null,
            minutesOn ? t('work.fromMinutes', { date: format.date(minutesOn) }) : null,
            replacedOn ? t('work.replaces', { date: format.date(replacedOn) }) : null,
            evidenceUrl ? (
              <a href={evidenceUrl} rel="noopener noreferrer nofollow">
                {t('work.evidence')}
              </a>
            ) : null,
          ]}
        />
      }
      actions={<StandActs alliance={alliance} statement={statement} onReplace={onReplace} onChange={onChange} />}
    >
      <span className="alliances-text">{text}</span>
      <Stands statement={statement} />
    </Entry>
  );
}
