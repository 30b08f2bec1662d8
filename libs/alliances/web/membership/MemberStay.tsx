import { useState } from 'react';
import { ActorLink } from '@knotenpunkt/actors/web';
import { graphql } from '@knotenpunkt/webkit/contract';
import { useMutationAnswer } from '@knotenpunkt/webkit/data';
import { useFormat, useMessages } from '@knotenpunkt/webkit/i18n';
import { Entry, EntryList, KindMark, Section, TextButton, useAnswerToast } from '@knotenpunkt/webkit/ui';
import type { KnownMember, ShownAlliance } from '../useAlliance';
import { useOwnMembers } from '../useAllianceWork';
import { LeaveDialog } from './LeaveDialog';

const STAY = graphql(`
  mutation StayInAlliance($input: StayInAllianceInput!) {
    stayInAlliance(input: $input) {
      ... on Alliance {
        id
        version
      }
      ...RefusedParts
      ...StaleParts
    }
  }
`);

/** Since when a member belongs to it, where it came later, and that it leaves, where it has said so. */
export function MemberStay({ alliance, member }: { alliance: ShownAlliance; member: KnownMember }) {
  const t = useMessages('alliances');
  const format = useFormat();
  const leaving = alliance.departures.find(({ actorId, done }) => actorId === member.actor.id && !done);
  return (
    <>
      {member.joinedOn ? <span className="alliances-stay">{t('membership.since', { date: format.date(member.joinedOn) })}</span> : null}
      {leaving ? (
        <span className="alliances-stay">
          <strong>{t('membership.leavesOn', { date: format.date(leaving.leavesOn) })}</strong> {leaving.reason}
        </span>
      ) : null}
    </>
  );
}

/** For the reader's own organisation: leave, or stay after all. */
export function LeaveActs({ alliance, member, onChange }: { alliance: ShownAlliance; member: KnownMember; onChange: () => void }) {
  const t = useMessages('alliances');
  const tell = useAnswerToast('alliances');
  const own = useOwnMembers(alliance);
  const staying = useMutationAnswer(STAY);
  const [open, setOpen] = useState(false);
  const isWorking = alliance.state === 'FORMED' || alliance.state === 'ACTIVE';
  if (!isWorking || !own.some(({ id }) => id === member.actor.id)) return null;
  const stay = async () => {
    const input = { id: alliance.id, expectedVersion: alliance.version, actorId: member.actor.id };
    tell(await staying.send({ input }), t('membership.leave.stays'));
    onChange();
  };
  if (alliance.departures.some(({ actorId, done }) => actorId === member.actor.id && !done)) {
    return <TextButton onClick={() => void stay()}>{t('membership.leave.stay')}</TextButton>;
  }
  return (
    <>
      <TextButton onClick={() => setOpen(true)}>{t('membership.leave.open')}</TextButton>
      {open ? <LeaveDialog alliance={alliance} member={member} onClose={() => setOpen(false)} onDone={onChange} /> : null}
    </>
  );
}

/** Who has left, with its own sentence. Nothing where nobody has. */
export function DepartedMembers({ alliance }: { alliance: ShownAlliance }) {
  const t = useMessages('alliances');
  const format = useFormat();
  const departed = alliance.departures.filter(({ done }) => done);
  if (departed.length === 0) return null;
  return (
    <Section level={3} title={t('membership.departed')}>
      <EntryList label={t('membership.departed')}>
        {departed.map(({ id, actor, since, leavesOn, reason }) => (
          <Entry
            key={id}
            mark={actor ? <KindMark kind={actor.kind} size={18} /> : null}
            title={actor ? <ActorLink actor={actor} /> : t('membership.gone')}
            meta={t('membership.fromUntil', { from: format.date(since), until: format.date(leavesOn) })}
          >
            {reason}
          </Entry>
        ))}
      </EntryList>
    </Section>
  );
}
