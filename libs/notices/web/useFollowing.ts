import { useViewer } from '@knotenpunkt/identity/web';
import type { FollowType } from '@knotenpunkt/notices/domain';
import { graphql } from '@knotenpunkt/webkit/contract';
import { skipToken, useMutationAnswer, useQuery } from '@knotenpunkt/webkit/data';

const FOLLOWED = graphql(`
  query Followed {
    followed {
      type
      targetId
      title
      slug
    }
    weeklyMail
  }
`);

const FOLLOW = graphql(`
  mutation Follow($input: FollowInput!) {
    follow(input: $input) {
      ... on Followed {
        type
        targetId
        title
      }
      ...RefusedParts
      ...StaleParts
    }
  }
`);

const UNFOLLOW = graphql(`
  mutation Unfollow($input: FollowInput!) {
    unfollow(input: $input) {
      ... on Followed {
        type
        targetId
      }
      ...RefusedParts
      ...StaleParts
    }
  }
`);

/** What the viewer follows; `followed` is undefined while loading, and for visitors for good. */
export function useFollowing() {
  const viewer = useViewer();
  const signedIn = viewer === null ? null : viewer.personId !== null;
  const { data, error, refetch } = useQuery(FOLLOWED, signedIn ? {} : skipToken);
  const following = useMutationAnswer(FOLLOW);
  const ending = useMutationAnswer(UNFOLLOW);
  const isFollowed = (type: FollowType, targetId: string) =>
    data?.followed.some((each) => each.type === type && each.targetId === targetId) ?? false;
  const set = async (type: FollowType, targetId: string, follow: boolean) => {
    const answer = await (follow ? following : ending).send({ input: { type, targetId } });
    await refetch();
    return answer;
  };
  return {
    signedIn,
    followed: data?.followed,
    weeklyMail: data?.weeklyMail,
    error,
    busy: following.busy || ending.busy,
    isFollowed,
    set,
    refresh: async () => void (await refetch()),
  };
}
