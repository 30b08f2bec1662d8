import { useState } from 'react';
import { ActorLink, useOwnActors } from '@knotenpunkt/actors/web';
import { useContributionWords } from '@knotenpunkt/themes/web';
import { useMessages } from '@knotenpunkt/webkit/i18n';
import { Entry, EntryList, FactLine, KindMark, Section, Tag, TextButton } from '@knotenpunkt/webkit/ui';
import { DepartedMembers, LeaveActs, MemberStay } from './membership/MemberStay';
import { ReplaceMemberDialog } from './ReplaceMemberDialog';
import { StanceDialog } from './StanceDialog';
import type { KnownMember, ShownAlliance } from './useAlliance';
import { withActor } from './withActor';
import './alliances.css';

/** Who commits to what, until when. */
export function AllianceMembers({ alliance, onChange }: { alliance: ShownAlliance; onChange: () => void }) {
  const t = useMessages('alliances');
  const wordsOf = useContributionWords();
  const [replacing, replace] = useState<KnownMember | null>(null);
  const own = useOwnActors()?.actors ?? [];
  const [differing, differ] = useState<KnownMember | null>(null);
  const mayDiffer = (actorId: string) =>
    alliance.availableActions.includes('stateAllianceStance') && own.some(({ id, decides }) => id === actorId && decides);
  const mayReplace = alliance.availableActions.includes('replaceAllianceMember');
  return (
    <Section title={t('page.commitments')} explanation={t('page.intent')}>
      <EntryList label={t('page.commitments')}>
        {withActor(alliance.members).map((member) => {
          const { actor, commitment, state, stance } = member;
          const { terms, period } = wordsOf(member);
          return (
            <Entry
              key={actor.id}
              mark={<KindMark kind={actor.kind} size={18} />}
              title={<ActorLink actor={actor} />}
              beside={state === 'DECLINED' ? <Tag>{t('memberStates.DECLINED')}</Tag> : null}
              meta={<FactLine parts={[terms, period]} />}
              actions={
                <>
                  {mayReplace ? (
                    <TextButton aria-label={t('page.acts.replaceOne', { name: actor.name })} onClick={() => replace(member)}>
                      {t('page.acts.replace')}
                    </TextButton>
                  ) : null}
                  {mayDiffer(actor.id) && state !== 'DECLINED' ? (
                    <TextButton onClick={() => differ(member)}>{t('page.stance.open')}</TextButton>
                  ) : null}
                  <LeaveActs alliance={alliance} member={member} onChange={onChange} />
                </>
              }
            >
              {commitment || t('page.noCommitment')}
              <MemberStay alliance={alliance} member={member} />
              {stance ? (
                <span className="alliances-stance">
                  <strong>{t('page.stance.title')}:</strong> {stance}
                </span>
              ) : null}
            </Entry>
          );
        })}
      </EntryList>
      <DepartedMembers alliance={alliance} />
      {differing ? (
        <StanceDialog
          alliance={alliance}
          member={differing}
          onClose={() => differ(null)}
          onDone={() => {
            differ(null);
            onChange();
          }}
        />
      ) : null}
      {replacing ? (
        <ReplaceMemberDialog
          alliance={alliance}
          member={replacing}
          onClose={() => replace(null)}
          onDone={() => {
            replace(null);
            onChange();
          }}
        />
      ) : null}
    </Section>
  );
}
