import { useEffect } from 'react';
import { seriesAsCsv, seriesAsJson, type SeriesDay } from '@knotenpunkt/network/domain';
import { graphql, type ResultOf } from '@knotenpunkt/webkit/contract';
import { giveFile, useQuery, useRegion } from '@knotenpunkt/webkit/data';
import { useFormat, useMessages } from '@knotenpunkt/webkit/i18n';
import { Breadcrumbs, Button, EmptyState, ErrorNotice, Loading, Notice, Page, PageHeader, Section } from '@knotenpunkt/webkit/ui';
import { Benches, Brokers, Isolated } from './Standing';
import { Development } from './Development';
import { TodayInNumbers } from './TodayInNumbers';
import './measures.css';

const MEASURES = graphql(`
  query NetworkMeasures {
    networkMeasures {
      newest {
        day
        madeAt
        analysedOn
        actors
        ties
        density
        components
        largestShare
        centralisation
        isolated
        newTies
        fadedTies
        sampled
        benches {
          kinds
          actors
          ties
        }
        brokers {
          value
          actor {
            id
            label
            slug
            kind
          }
        }
        isolatedActors {
          id
          label
          slug
          kind
        }
      }
      days {
        day
        origin
        actors
        ties
        density
        components
        largestShare
        centralisation
        isolated
        newTies
        fadedTies
      }
      filling {
        done
        wanted
      }
    }
  }
`);

export type MeasuresAnswer = ResultOf<typeof MEASURES>['networkMeasures'];
export type NewestMeasures = NonNullable<MeasuresAnswer['newest']>;

/** While it is measured one looks again after this. Milliseconds. */
const LOOK_AGAIN_MS = 3_000;

/** The network in numbers: today, over time, and who stands where. */
export function MeasuresPage() {
  const t = useMessages('network');
  const { data, error, loading, refetch } = useQuery(MEASURES, { fetchPolicy: 'cache-and-network' });
  const measures = data?.networkMeasures;
  const underWay = measures !== undefined && (measures.newest === null || measures.filling !== null);
  useEffect(() => {
    if (!underWay) return;
    const timer = setInterval(() => void refetch(), LOOK_AGAIN_MS);
    return () => clearInterval(timer);
  }, [underWay, refetch]);
  return (
    <Page>
      <PageHeader
        title={t('measures.title')}
        breadcrumbs={<Breadcrumbs crumbs={[{ label: t('title'), to: '/netzwerk' }, { label: t('measures.title') }]} />}
        explanation={t('measures.explanation')}
        actions={measures && measures.days.length > 0 ? <TakeSeries days={measures.days as SeriesDay[]} /> : undefined}
      />
      {error && !measures ? <ErrorNotice error={error} onRetry={() => void refetch()} /> : null}
      {loading && !measures ? <Loading /> : null}
      {measures ? <Told measures={measures} /> : null}
    </Page>
  );
}

function Told({ measures: { newest, days, filling } }: { measures: MeasuresAnswer }) {
  const t = useMessages('network');
  if (!newest) return <Loading label={t('measures.first')} />;
  if (newest.actors === 0) return <EmptyState>{t('state.empty')}</EmptyState>;
  return (
    <div className="network-measures">
      {newest.analysedOn === 'STATED' ? <Notice>{t('measures.stated')}</Notice> : null}
      <TodayInNumbers newest={newest} />
      <Section title={t('measures.development.title')} explanation={t('measures.development.explanation')}>
        {filling ? <Loading label={t('measures.filling')} progress={{ done: filling.done, total: filling.wanted }} /> : null}
        <Development days={days as SeriesDay[]} />
      </Section>
      <Section title={t('measures.benches.title')}>
        <Benches benches={newest.benches} />
      </Section>
      <Section title={t('measures.brokers.title')}>
        <Brokers newest={newest} />
      </Section>
      <Section title={t('measures.isolated.title')} beside={newest.isolated}>
        <Isolated newest={newest} />
      </Section>
    </div>
  );
}

function TakeSeries({ days }: { days: readonly SeriesDay[] }) {
  const t = useMessages('network');
  const format = useFormat();
  const { slug } = useRegion();
  const give = (text: string, type: string, ending: string) =>
    giveFile(new Blob([text], { type }), `${t('measures.take.file')}-${slug}-${days.at(-1)!.day}.${ending}`);
  return (
    <>
      <Button
        kind="plain"
        title={t('measures.take.what', { count: days.length, date: format.date(days[0]!.day) })}
        onClick={() => give(seriesAsCsv(days), 'text/csv', 'csv')}
      >
        {t('measures.take.csv')}
      </Button>
      <Button kind="plain" onClick={() => give(seriesAsJson(days), 'application/json', 'json')}>
        {t('measures.take.json')}
      </Button>
    </>
  );
}
