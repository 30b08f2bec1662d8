import type { FollowType } from '@knotenpunkt/notices/domain';
import { useMessages } from '@knotenpunkt/webkit/i18n';
import { Button, TextButton, useAnswerToast } from '@knotenpunkt/webkit/ui';
import { useFollowing } from './useFollowing';

export interface FollowButtonProps {
  type: FollowType;
  id: string;
  title: string;
  /** As a link-like button among others in a list. */
  quiet?: boolean;
}

/** "Folgen", and the way back; nothing for visitors. */
export function FollowButton({ type, id, title, quiet = false }: FollowButtonProps) {
  const t = useMessages('notices');
  const { followed, isFollowed, set, busy } = useFollowing();
  const tell = useAnswerToast('notices');
  if (!followed) return null;
  const follows = isFollowed(type, id);
  const toggle = async () => {
    const answer = await set(type, id, !follows);
    tell(answer, t(follows ? 'follow.ended' : 'follow.following', { title }));
  };
  const Look = quiet ? TextButton : Button;
  const label = t(follows ? 'follow.unfollow' : 'follow.follow');
  return (
    <Look {...(quiet ? {} : { busy })} onClick={() => void toggle()} aria-label={`${label}: ${title}`}>
      {label}
    </Look>
  );
}
