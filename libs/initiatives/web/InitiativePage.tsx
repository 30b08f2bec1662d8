import type { ReactNode } from 'react';
import { Link, useParams } from 'react-router';
import { useOwnActors } from '@knotenpunkt/actors/web';
import { CommitmentList } from '@knotenpunkt/agreements/web';
import { HiddenNotice } from '@knotenpunkt/identity/web';
import { FollowButton } from '@knotenpunkt/notices/web';
import { themeLabel } from '@knotenpunkt/themes/domain';
import { useToday } from '@knotenpunkt/webkit/data';
import { useFormat, useLanguage, useMessages } from '@knotenpunkt/webkit/i18n';
import {
  Breadcrumbs,
  Column,
  Columns,
  EmptyState,
  Entry,
  EntryList,
  ErrorNotice,
  FactLine,
  FactList,
  LinkButton,
  Loading,
  Markdown,
  Notice,
  Page,
  PageHeader,
  ProvenanceNote,
  Section,
  Tag,
} from '@knotenpunkt/webkit/ui';
import { EventsSection } from './EventsSection';
import { InitiativeActs } from './InitiativeActs';
import { PartnersSection } from './PartnersSection';
import { PromiseButton } from './PromiseButton';
import { ProposalTalks } from './ProposalTalks';
import { useInitiative, type ShownInitiative } from './useInitiative';
import './initiatives.css';

/** What a later room knows of who could bring what is still wanted. */
type WhoCouldJoin = (initiative: ShownInitiative) => ReactNode;
/** Small buttons at the head that a later room brings. */
type InitiativeActions = (initiative: ShownInitiative) => ReactNode;

interface InitiativePageProps {
  whoCouldJoin: WhoCouldJoin;
  actions: InitiativeActions;
}

/** `/vorhaben/:slug`: state and next step, who does it, what is still wanted, what came of it. */
export function InitiativePage({ whoCouldJoin, actions }: InitiativePageProps) {
  const { slug = '' } = useParams();
  const t = useMessages('initiatives');
  const { initiative, error, refresh } = useInitiative(slug);
  if (error && !initiative) {
    return (
      <Page>
        <ErrorNotice error={error} onRetry={refresh} />
      </Page>
    );
  }
  if (initiative === undefined) {
    return (
      <Page>
        <Loading />
      </Page>
    );
  }
  if (initiative === null) {
    return (
      <Page>
        <PageHeader title={t('page.unknown')} />
        <EmptyState step={<LinkButton to="/vorhaben">{t('page.toList')}</LinkButton>}>{t('page.unknownText')}</EmptyState>
      </Page>
    );
  }
  return <Shown initiative={initiative} whoCouldJoin={whoCouldJoin} actions={actions} refresh={refresh} />;
}

interface ShownProps extends InitiativePageProps {
  initiative: ShownInitiative;
  refresh: () => void;
}

function Shown({ initiative, whoCouldJoin, actions, refresh }: ShownProps) {
  const t = useMessages('initiatives');
  const format = useFormat();
  const language = useLanguage();
  const own = useOwnActors()?.actors ?? [];
  const { startOn, startPrecision, endOn, endPrecision } = initiative;
  const period = format.period(
    startOn ? { date: startOn, precision: startPrecision } : null,
    endOn ? { date: endOn, precision: endPrecision } : null,
    useToday(),
  );
  return (
    <Page>
      <PageHeader
        title={initiative.title}
        lead={initiative.summary}
        breadcrumbs={<Breadcrumbs crumbs={[{ label: t('page.title'), to: '/vorhaben' }]} />}
        facts={
          <>
            <Tag>{t(`states.${initiative.state}`)}</Tag>
            <FactLine parts={[t(`kinds.${initiative.kind}`), period]} />
            {initiative.themes.map((id) => (
              <Tag key={id}>{themeLabel(id, language)}</Tag>
            ))}
            {initiative.sourceNote ? <ProvenanceNote source={initiative.sourceNote} /> : null}
          </>
        }
        actions={
          <>
            {initiative.isHidden || initiative.state === 'DRAFT' || initiative.state === 'PROPOSED' ? null : (
              <FollowButton type="INITIATIVE" id={initiative.id} title={initiative.title} />
            )}
            {initiative.state === 'DRAFT' ? null : actions(initiative)}
            <InitiativeActs initiative={initiative} onChange={refresh} />
          </>
        }
      />
      {initiative.state === 'ABANDONED' && initiative.endReason ? (
        <p className="initiatives-end">{t('page.abandonedBecause', { reason: initiative.endReason })}</p>
      ) : null}
      <HiddenNotice isHidden={initiative.isHidden} />
      {initiative.state === 'DRAFT' ? <Notice>{t('page.draftNote')}</Notice> : null}
      <ProposalTalks initiative={initiative} own={own} onChange={refresh} />
      <Columns count={2}>
        <Column>
          {initiative.nextStep ? (
            <Section title={t('page.nextStep')}>
              <p>{initiative.nextStep}</p>
            </Section>
          ) : null}
          {initiative.description ? (
            <Section title={t('page.what')}>
              <Markdown html={initiative.descriptionHtml} />
            </Section>
          ) : null}
          <PartnersSection initiative={initiative} own={own} onChange={refresh} />
          <Wanted initiative={initiative} />
          {seeks(initiative) ? whoCouldJoin(initiative) : null}
          <Results initiative={initiative} />
        </Column>
        <Column>
          {initiative.isHidden || initiative.state === 'PROPOSED' || initiative.state === 'DRAFT' ? null : (
            <Section
              title={t('page.promises')}
              explanation={t('page.promisesText')}
              beside={<PromiseButton initiative={initiative} own={own} onChange={refresh} />}
            >
              <CommitmentList purposeId={initiative.id} />
            </Section>
          )}
          <EventsSection initiative={initiative} onChange={refresh} />
          <Budget initiative={initiative} />
          <Family initiative={initiative} />
        </Column>
      </Columns>
    </Page>
  );
}

function seeks({ wanted, state }: ShownInitiative): boolean {
  return wanted.length > 0 && state !== 'FINISHED' && state !== 'ABANDONED';
}

function Wanted({ initiative }: { initiative: ShownInitiative }) {
  const t = useMessages('initiatives');
  const format = useFormat();
  const { wanted } = initiative;
  if (!seeks(initiative)) return null;
  return (
    <Section title={t('page.wanted')}>
      <EntryList label={t('page.wanted')}>
        {wanted.map(({ text, kinds }) => (
          <Entry key={text} title={text} meta={kinds.length > 0 ? format.choice(kinds.map((kind) => t(`webkit:kinds.${kind}`))) : null} />
        ))}
      </EntryList>
    </Section>
  );
}

function Results({ initiative: { results, state } }: { initiative: ShownInitiative }) {
  const t = useMessages('initiatives');
  const format = useFormat();
  if (results.length === 0 && state !== 'FINISHED') return null;
  return (
    <Section title={t('page.results')}>
      {results.length === 0 ? <p className="kn-muted">{t('page.noResults')}</p> : null}
      <EntryList label={t('page.results')}>
        {results.map(({ text, on, evidenceUrl }) => (
          <Entry
            key={`${on} ${text}`}
            title={text}
            meta={
              <FactLine
                parts={[
                  format.date(on),
                  evidenceUrl ? (
                    <a href={evidenceUrl} rel="noopener noreferrer">
                      {t('page.evidence')}
                    </a>
                  ) : (
                    t('page.noEvidence')
                  ),
                ]}
              />
            }
          />
        ))}
      </EntryList>
    </Section>
  );
}

function Budget({ initiative: { budget } }: { initiative: ShownInitiative }) {
  const t = useMessages('initiatives');
  const format = useFormat();
  if (!budget) return null;
  const { planned, decided, spent } = budget;
  return (
    <Section title={t('page.budget')}>
      <FactList
        facts={[
          { term: t('page.planned'), value: planned === null ? null : format.euro(planned) },
          {
            term: t('page.decided'),
            value: decided
              ? t('page.decidedOn', { amount: format.euro(decided.amount), date: format.date(decided.on), paper: decided.paper })
              : null,
          },
          { term: t('page.spent'), value: spent === null ? null : format.euro(spent) },
        ]}
      />
    </Section>
  );
}

function Family({ initiative: { partOf, parts } }: { initiative: ShownInitiative }) {
  const t = useMessages('initiatives');
  if (!partOf && parts.length === 0) return null;
  return (
    <Section title={t('page.family')}>
      {partOf ? (
        <p>
          {t('page.partOf')} <Link to={`/vorhaben/${partOf.slug}`}>{partOf.title}</Link>
        </p>
      ) : null}
      <EntryList label={t('page.family')}>
        {parts.map(({ id, slug, title, state }) => (
          <Entry key={id} title={<Link to={`/vorhaben/${slug}`}>{title}</Link>} beside={<Tag>{t(`states.${state}`)}</Tag>} />
        ))}
      </EntryList>
    </Section>
  );
}
