import { useCoordinates } from '@knotenpunkt/identity/web';
import { graphql } from '@knotenpunkt/webkit/contract';
import { skipToken, useLiveChanges, useQuery } from '@knotenpunkt/webkit/data';
import { useMessages } from '@knotenpunkt/webkit/i18n';
import { LinkButton } from '@knotenpunkt/webkit/ui';

const HOW_MANY = graphql(`
  query HowManyCompetenceWordsWait {
    waitingCompetenceWords {
      word {
        id
      }
    }
  }
`);

/** "Begriffe (2)", on the desk of those who coordinate: words that wait for them. Nothing for others. */
export function CompetenceWordsLink() {
  const t = useMessages('actors');
  const decides = useCoordinates();
  const { data, refetch } = useQuery(HOW_MANY, decides ? {} : skipToken);
  useLiveChanges(['actor'], () => {
    if (decides) void refetch();
  });
  if (!decides) return null;
  const count = data?.waitingCompetenceWords.length ?? 0;
  return (
    <LinkButton kind="plain" to="/koordination/begriffe">
      {count > 0 ? t('words.openWaiting', { count }) : t('words.open')}
    </LinkButton>
  );
}
