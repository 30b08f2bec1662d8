import { useSearchParams } from 'react-router';
import { graphql } from '@knotenpunkt/webkit/contract';
import { useLiveChanges, usePages } from '@knotenpunkt/webkit/data';
import { useMessages } from '@knotenpunkt/webkit/i18n';
import { EmptyState, LinkButton, Page, PagedEntries, PageHeader, Segments } from '@knotenpunkt/webkit/ui';
import { AllianceAnswersWaiting } from './AllianceAnswersWaiting';
import { AllianceEntry } from './AllianceEntry';

const ALLIANCES = graphql(`
  query Alliances($filter: AllianceFilterInput, $first: Int!, $after: String) {
    alliances(filter: $filter, first: $first, after: $after) {
      edges {
        node {
          id
          slug
          title
          purpose
          state
          formedOn
          concludedOn
          challenge {
            id
            slug
            question
          }
          members {
            state
            actor {
              id
              name
              kind
            }
          }
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`);

/** What each choice asks the server for; the word stands in the address. */
const CHOICES = {
  alle: null,
  vorbereitung: ['DRAFT', 'INVITING'],
  arbeiten: ['FORMED', 'ACTIVE'],
  abgeschlossen: ['CONCLUDED'],
} as const;
type ChoiceWord = keyof typeof CHOICES;

/** `/allianzen`: who has come together for a question, and how far they are. */
export function AlliancesPage() {
  const t = useMessages('alliances');
  const [address, setAddress] = useSearchParams();
  const wanted = address.get('zeigt') ?? 'alle';
  const choice: ChoiceWord = wanted in CHOICES ? (wanted as ChoiceWord) : 'alle';
  const states = CHOICES[choice];
  const pages = usePages(ALLIANCES, 'alliances', { filter: { states: states ? [...states] : null } }, 30);
  useLiveChanges(['alliance'], () => void pages.refresh());
  return (
    <Page>
      <PageHeader
        title={t('page.title')}
        explanation={t('page.explanation')}
        actions={<LinkButton to="/herausforderungen?zeigt=ohne-allianz">{t('page.toChallenges')}</LinkButton>}
      />
      <div className="alliances-list">
        <AllianceAnswersWaiting />
        <div>
          <Segments<ChoiceWord>
            label={t('page.choice')}
            value={choice}
            onChange={(next) => setAddress(next === 'alle' ? {} : { zeigt: next }, { replace: true, preventScrollReset: true })}
            options={(Object.keys(CHOICES) as ChoiceWord[]).map((value) => ({ value, label: t(`page.choices.${value}`) }))}
          />
        </div>
        <PagedEntries
          label={t('page.list')}
          pages={pages}
          empty={
            <EmptyState step={<LinkButton to="/herausforderungen">{t('page.toChallenges')}</LinkButton>}>
              {t(choice === 'alle' ? 'page.empty' : 'page.none')}
            </EmptyState>
          }
        >
          {(alliance) => <AllianceEntry key={alliance.id} alliance={alliance} />}
        </PagedEntries>
      </div>
    </Page>
  );
}
