import { ContributionFields, type ContributionValues } from '@knotenpunkt/themes/web';
import { useMessages } from '@knotenpunkt/webkit/i18n';
import { KindMark, Section } from '@knotenpunkt/webkit/ui';
import type { TableActor } from './coverage';
import './alliances.css';

/** What a member is to bring, as a form holds it. */
export interface MemberValues extends ContributionValues {
  actorId: string;
}

export interface CommitmentFieldsProps {
  members: readonly MemberValues[];
  actorOf: (actorId: string) => TableActor | undefined;
  onChange: (actorId: string, change: Partial<MemberValues>) => void;
  /** The id of a member's field, and what is wrong with it. */
  idOf: (actorId: string, field: keyof ContributionValues) => string;
  errorOf: (id: string) => string | undefined;
}

/** What each member commits to, how much of it, from when until when: everybody will read it and is asked about it. */
export function CommitmentFields({ members, actorOf, onChange, idOf, errorOf }: CommitmentFieldsProps) {
  const t = useMessages('alliances');
  return (
    <Section title={t('page.commitments')} explanation={t('page.build.commitmentsHint')}>
      <div className="alliances-commitments">
        {members.map((member) => {
          const { actorId } = member;
          const actor = actorOf(actorId);
          const name = actor?.name ?? '';
          return (
            <div key={actorId} role="group" aria-label={name} className="alliances-commitment">
              <p className="alliances-commitment__who">
                {actor ? <KindMark kind={actor.kind} size={16} silent /> : null}
                {name}
              </p>
              <ContributionFields
                values={member}
                onChange={(change) => onChange(actorId, change)}
                labels={{ commitment: t('page.build.commitment'), dueOn: t('page.build.dueOn') }}
                idOf={(field) => idOf(actorId, field)}
                errorOf={(field) => errorOf(idOf(actorId, field))}
              />
            </div>
          );
        })}
      </div>
    </Section>
  );
}
