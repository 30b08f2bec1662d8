import { useState } from 'react';
import { useMessages } from '@knotenpunkt/webkit/i18n';
import { TextButton } from '@knotenpunkt/webkit/ui';
import type { ReplacementsPart } from './AlliancePage';
import { ReplaceMemberDialog } from './ReplaceMemberDialog';
import type { KnownMember, ShownAlliance } from './useAlliance';
import { withActor } from './withActor';

interface AllianceReplacementsProps {
  alliance: ShownAlliance;
  part: ReplacementsPart;
  onChange: () => void;
}

/** Who could come in the place of those who declined or never answered, and the act that asks them: a new version. */
export function AllianceReplacements({ alliance, part, onChange }: AllianceReplacementsProps) {
  const t = useMessages('alliances');
  const [replacing, replace] = useState<{ member: KnownMember; by?: { id: string; name: string } } | null>(null);
  if (!alliance.availableActions.includes('replaceAllianceMember')) return null;
  const memberOf = (actorId: string) => withActor(alliance.members).find((member) => member.actorId === actorId);
  return (
    <>
      {part({
        alliance,
        onInvite: (leavingId, by) => {
          const member = memberOf(leavingId);
          if (member) replace({ member, by });
        },
        byName: (leavingId) => {
          const member = memberOf(leavingId);
          return member ? <TextButton onClick={() => replace({ member })}>{t('page.replace.byName')}</TextButton> : null;
        },
      })}
      {replacing ? (
        <ReplaceMemberDialog
          alliance={alliance}
          member={replacing.member}
          by={replacing.by}
          onClose={() => replace(null)}
          onDone={() => {
            replace(null);
            onChange();
          }}
        />
      ) : null}
    </>
  );
}
