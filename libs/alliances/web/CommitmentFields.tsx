import { ALLIANCE_LIMITS } from '@knotenpunkt/alliances/domain';
import { useToday } from '@knotenpunkt/webkit/data';
import { useMessages } from '@knotenpunkt/webkit/i18n';
import { DateField, KindMark, Section, TextArea } from '@knotenpunkt/webkit/ui';
import type { TableActor } from './coverage';
import './alliances.css';

/** What a member is to bring, as a form holds it. */
export interface MemberValues {
  actorId: string;
  commitment: string;
  dueOn: string;
}

export interface CommitmentFieldsProps {
  members: readonly MemberValues[];
  actorOf: (actorId: string) => TableActor | undefined;
  onChange: (actorId: string, change: Partial<MemberValues>) => void;
  /** The id of a member's field, and what is wrong with it. */
  idOf: (actorId: string, field: 'commitment' | 'dueOn') => string;
  errorOf: (id: string) => string | undefined;
}

/** What each member commits to, until when: everybody will read it and is asked about it. */
export function CommitmentFields({ members, actorOf, onChange, idOf, errorOf }: CommitmentFieldsProps) {
  const t = useMessages('alliances');
  const today = useToday();
  return (
    <Section title={t('page.commitments')} explanation={t('page.build.commitmentsHint')}>
      <div className="alliances-commitments">
        {members.map(({ actorId, commitment, dueOn }) => {
          const actor = actorOf(actorId);
          const [textId, dayId] = [idOf(actorId, 'commitment'), idOf(actorId, 'dueOn')];
          const name = actor?.name ?? '';
          return (
            <div key={actorId} role="group" aria-label={name} className="alliances-commitment">
              <p className="alliances-commitment__who">
                {actor ? <KindMark kind={actor.kind} size={16} silent /> : null}
                {name}
              </p>
              <TextArea
                id={textId}
                name="commitment"
                label={t('page.build.commitment')}
                rows={2}
                max={ALLIANCE_LIMITS.commitment}
                value={commitment}
                onChange={(text) => onChange(actorId, { commitment: text })}
                error={errorOf(textId)}
              />
              <DateField
                id={dayId}
                name="dueOn"
                label={t('page.build.dueOn')}
                min={today}
                value={dueOn}
                onChange={(day) => onChange(actorId, { dueOn: day })}
                error={errorOf(dayId)}
              />
            </div>
          );
        })}
      </div>
    </Section>
  );
}
