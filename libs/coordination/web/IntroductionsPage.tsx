import { Link, useSearchParams } from 'react-router';
import { introductionViewOf, type IntroductionView } from '@knotenpunkt/coordination/domain';
import { readFragment } from '@knotenpunkt/webkit/contract';
import { useFormat, useMessages } from '@knotenpunkt/webkit/i18n';
import {
  EmptyState,
  EntryList,
  ErrorNotice,
  LinkButton,
  Loading,
  MorePages,
  Page,
  PagedEntries,
  PageHeader,
  Section,
} from '@knotenpunkt/webkit/ui';
import { IntroductionEntry } from './IntroductionEntry';
import { MembersOnly } from './MembersOnly';
import { INTRODUCTION_ENTRY, useIntroductions, useOpenIntroductions } from './useIntroductions';
import './introductions.css';

/** `/vorstellungen`: what waits for the reader first, then all that is under way by how far it is, then what has ended. */
export function IntroductionsPage() {
  return (
    <MembersOnly>
      <Shown />
    </MembersOnly>
  );
}

/** Links of the report for committees lead to what happened within some days: `?zeigt=gesprochen&tage=…..…`. */
function Shown() {
  const [address] = useSearchParams();
  const view = introductionViewOf(address);
  return view ? <WithinDays view={view} /> : <Introductions />;
}

function WithinDays({ view: { name, period, filter } }: { view: IntroductionView }) {
  const t = useMessages('coordination');
  const format = useFormat();
  const pages = useIntroductions(filter);
  const words = t(`introductions.list.view.${name}`, { from: format.date(period.from), until: format.date(period.until) });
  return (
    <Page>
      <PageHeader title={t('introductions.title')} explanation={t('introductions.explanation')} />
      <p>
        {words} <Link to="/vorstellungen">{t('introductions.list.all')}</Link>
      </p>
      <PagedEntries pages={pages} label={words} empty={<EmptyState>{t('introductions.list.view.none')}</EmptyState>}>
        {(one) => <IntroductionEntry key={one.id} introduction={one} />}
      </PagedEntries>
    </Page>
  );
}

function Introductions() {
  const t = useMessages('coordination');
  const pages = useOpenIntroductions();
  const { nodes: introductions, loading, error } = pages;
  const waiting = introductions.filter((one) => readFragment(INTRODUCTION_ENTRY, one).awaits !== null);
  return (
    <Page>
      <PageHeader title={t('introductions.title')} explanation={t('introductions.explanation')} />
      <div className="introductions">
        {error ? <ErrorNotice error={error} onRetry={() => void pages.refresh()} /> : null}
        {loading ? <Loading /> : null}
        {waiting.length > 0 ? (
          <Section title={t('introductions.list.waiting')} beside={String(waiting.length)}>
            <EntryList label={t('introductions.list.waiting')}>
              {waiting.map((one) => (
                <IntroductionEntry key={one.id} introduction={one} asking />
              ))}
            </EntryList>
          </Section>
        ) : null}
        {!loading && !error && introductions.length === 0 ? (
          <EmptyState step={<LinkButton to="/netzwerk">{t('introductions.list.noneStep')}</LinkButton>}>
            {t('introductions.list.none')}
          </EmptyState>
        ) : null}
        {introductions.length > 0 ? <Pipeline introductions={introductions} /> : null}
        <MorePages pages={pages} />
        <Ended />
      </div>
    </Page>
  );
}

const STAGES = [
  { state: 'ASKED', title: 'openSides' },
  { state: 'AGREED', title: 'agreed' },
  { state: 'MET', title: 'met' },
] as const;

type Open = ReturnType<typeof useOpenIntroductions>['nodes'];

/** Under way, by how far: three columns where there is room, else below each other. */
export function Pipeline({ introductions, level = 2 }: { introductions: Open; level?: 2 | 3 }) {
  const t = useMessages('coordination');
  return (
    <div className="introductions-stages">
      {STAGES.map(({ state, title }) => {
        const there = introductions.filter((one) => readFragment(INTRODUCTION_ENTRY, one).state === state);
        const name = t(`introductions.list.${title}`);
        return (
          <Section key={state} level={level} title={name} beside={String(there.length)} ruled>
            {there.length === 0 ? <p className="kn-muted">{t('introductions.list.empty')}</p> : null}
            <EntryList label={name}>
              {there.map((one) => (
                <IntroductionEntry key={one.id} introduction={one} />
              ))}
            </EntryList>
          </Section>
        );
      })}
    </div>
  );
}

function Ended() {
  const t = useMessages('coordination');
  const pages = useIntroductions({ open: false });
  return (
    <Section title={t('introductions.list.ended')}>
      <PagedEntries
        pages={pages}
        label={t('introductions.list.ended')}
        empty={<p className="kn-muted">{t('introductions.list.endedNone')}</p>}
      >
        {(one) => <IntroductionEntry key={one.id} introduction={one} />}
      </PagedEntries>
    </Section>
  );
}
