import { Link, useParams, useSearchParams } from 'react-router';
import { ActorLink } from '@knotenpunkt/actors/web';
import { AllianceBuilder, useBuilder } from '@knotenpunkt/alliances/web';
import { themeLabel } from '@knotenpunkt/themes/domain';
import { useFormat, useLanguage, useMessages } from '@knotenpunkt/webkit/i18n';
import { Breadcrumbs, EmptyState, ErrorNotice, FactLine, LinkButton, Loading, Page, PageHeader, Steps } from '@knotenpunkt/webkit/ui';
import { NotFoundPage } from '../pages/NotFoundPage';
import './alliance.css';

/** `/allianzen/bauen/:challengeSlug`: who should sit at the table of a question. */
export function AllianceBuilderPage() {
  const t = useMessages('alliances');
  const language = useLanguage();
  const format = useFormat();
  const { challengeSlug = '' } = useParams();
  const [address] = useSearchParams();
  const { builder, error, refresh } = useBuilder(challengeSlug, address.get('allianz'));
  if (builder === null) return <NotFoundPage />;
  if (!builder) return <Page>{error ? <ErrorNotice error={error} onRetry={() => void refresh()} /> : <Loading />}</Page>;

  const { question, start, mayDraft, signedIn } = builder;
  const page = `/herausforderungen/${question.slug}`;
  const open = question.state === 'PUBLISHED' || start.alliance !== null;
  const header = (
    <PageHeader
      kind="question"
      title={question.question}
      breadcrumbs={
        <Breadcrumbs
          crumbs={[
            { label: t('challenges:page.title'), to: '/herausforderungen' },
            { label: t('page.build.pageTitle'), to: page },
          ]}
        />
      }
      facts={
        <FactLine
          parts={[
            question.askedBy ? (
              <>
                {t('challenges:page.asks')} <ActorLink actor={question.askedBy} />
              </>
            ) : null,
            question.themes.map((id) => themeLabel(id, language)).join(', '),
            question.untilOn && t('page.build.answersUntil', { date: format.date(question.untilOn) }),
          ]}
        />
      }
      actions={
        <Steps
          label={t('page.steps.label')}
          current={start.alliance?.state === 'INVITING' ? 1 : 0}
          steps={['draft', 'inviting', 'formed'].map((step) => t(`page.steps.${step}`))}
        />
      }
    />
  );
  if (!mayDraft || !open) {
    const step = signedIn ? (
      <LinkButton to={page}>{t('challenges:page.back')}</LinkButton>
    ) : (
      <Link to={`/anmelden?zurueck=/allianzen/bauen/${question.slug}`}>{t('page.build.signIn')}</Link>
    );
    return (
      <Page>
        {header}
        <EmptyState step={step}>{t(open ? 'page.build.onlyMembers' : 'page.build.notOpen')}</EmptyState>
      </Page>
    );
  }
  return (
    <div className="app-builder">
      <div className="app-builder__head">{header}</div>
      <AllianceBuilder
        key={question.id}
        question={question}
        start={start}
        current={start}
        draftedBy={builder.draftedBy}
        onChange={() => void refresh()}
      />
    </div>
  );
}
