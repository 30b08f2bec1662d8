import { useState } from 'react';
import { ActorLink } from '@knotenpunkt/actors/web';
import { useFormat, useMessages } from '@knotenpunkt/webkit/i18n';
import { Entry, EntryList, KindMark, Section, Tag, TextButton } from '@knotenpunkt/webkit/ui';
import { ReplaceMemberDialog } from './ReplaceMemberDialog';
import type { KnownMember, ShownAlliance } from './useAlliance';
import { withActor } from './withActor';
import './alliances.css';

/** Who commits to what, until when. */
export function AllianceMembers({ alliance, onChange }: { alliance: ShownAlliance; onChange: () => void }) {
  const t = useMessages('alliances');
  const format = useFormat();
  const [replacing, replace] = useState<KnownMember | null>(null);
  const mayReplace = alliance.availableActions.includes('replaceAllianceMember');
  return (
    <Section title={t('page.commitments')} explanation={t('page.intent')}>
      <EntryList label={t('page.commitments')}>
        {withActor(alliance.members).map((member) => {
          const { actor, commitment, dueOn, state } = member;
          return (
            <Entry
              key={actor.id}
              mark={<KindMark kind={actor.kind} size={18} />}
              title={<ActorLink actor={actor} />}
              beside={state === 'DECLINED' ? <Tag>{t('memberStates.DECLINED')}</Tag> : null}
              meta={dueOn ? t('page.until', { date: format.date(dueOn) }) : null}
              actions={
                mayReplace ? (
                  <TextButton aria-label={t('page.acts.replaceOne', { name: actor.name })} onClick={() => replace(member)}>
                    {t('page.acts.replace')}
                  </TextButton>
                ) : null
              }
            >
              {commitment || t('page.noCommitment')}
            </Entry>
          );
        })}
      </EntryList>
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
