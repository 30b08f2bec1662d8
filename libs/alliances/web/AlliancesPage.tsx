import { useSearchParams } from 'react-router';
import { readPeriod, type DayPeriod } from '@knotenpunkt/kernel';
import { graphql } from '@knotenpunkt/webkit/contract';
import { useLiveChanges, usePages } from '@knotenpunkt/webkit/data';
import { useFormat, useMessages } from '@knotenpunkt/webkit/i18n';
import { ACTOR_KINDS, EmptyState, LinkButton, Page, PagedEntries, PageHeader, Segments, TextButton } from '@knotenpunkt/webkit/ui';
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
          isHidden
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
  ergebnisse: null,
} as const;
type ChoiceWord = keyof typeof CHOICES;

const YES_OR_NO: Record<string, boolean> = { ja: true, nein: false };

/** What else is filtered by: `?gebildet=…..…`, `?beendet=…`, `?abgesagt=…`, `?luecke=ja`, `?bank=UNION`, `?vorher=ja`, `?ergebnisse=ja`. Links of the report and of the desk lead here with it. */
function onlyOf(address: URLSearchParams) {
  return {
    formed: readPeriod(address.get('gebildet')),
    concluded: readPeriod(address.get('beendet')),
    calledOff: readPeriod(address.get('abgesagt')),
    benchShort: ACTOR_KINDS.find((kind) => kind === address.get('bank')) ?? null,
    benchMissing: YES_OR_NO[address.get('luecke') ?? ''] ?? null,
    acquainted: YES_OR_NO[address.get('vorher') ?? ''] ?? null,
    withOutcomes: YES_OR_NO[address.get('ergebnisse') ?? ''] ?? null,
  };
}

/** The same in sentences. */
function useOnlyWords(only: ReturnType<typeof onlyOf>): string[] {
  const t = useMessages('alliances');
  const format = useFormat();
  const during = (key: string, period: DayPeriod | null) =>
    period ? [t(`page.only.${key}`, { from: format.date(period.from), until: format.date(period.until) })] : [];
  const either = (answer: boolean | null, yes: string, no: string) => (answer === null ? [] : [t(`page.only.${answer ? yes : no}`)]);
  return [
    ...during('formed', only.formed),
    ...during('concluded', only.concluded),
    ...during('calledOff', only.calledOff),
    ...either(only.benchMissing, 'benchMissing', 'noBenchMissing'),
    ...(only.benchShort ? [t('page.only.benchShort', { bench: t(`themes:benches.${only.benchShort}`) })] : []),
    ...either(only.acquainted, 'acquainted', 'strangers'),
    ...either(only.withOutcomes, 'withOutcomes', 'withoutOutcomes'),
  ];
}

/** `/allianzen`: who has come together for a question, and how far they are. */
export function AlliancesPage() {
  const t = useMessages('alliances');
  const [address, setAddress] = useSearchParams();
  const wanted = address.get('zeigt') ?? 'alle';
  const choice: ChoiceWord = wanted in CHOICES ? (wanted as ChoiceWord) : 'alle';
  const states = CHOICES[choice];
  const only = onlyOf(address);
  const words = useOnlyWords(only);
  const withOutcomes = choice === 'ergebnisse' ? true : only.withOutcomes;
  const pages = usePages(ALLIANCES, 'alliances', { filter: { states: states ? [...states] : null, ...only, withOutcomes } }, 30);
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
        {words.length > 0 ? (
          <p>
            {words.join(' ')} <TextButton onClick={() => setAddress({}, { replace: true })}>{t('page.only.end')}</TextButton>
          </p>
        ) : null}
        <PagedEntries
          label={t('page.list')}
          pages={pages}
          empty={
            <EmptyState step={<LinkButton to="/herausforderungen">{t('page.toChallenges')}</LinkButton>}>
              {t(choice === 'alle' && words.length === 0 ? 'page.empty' : 'page.none')}
            </EmptyState>
          }
        >
          {(alliance) => <AllianceEntry key={alliance.id} alliance={alliance} />}
        </PagedEntries>
      </div>
    </Page>
  );
}
