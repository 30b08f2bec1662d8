import { useParams, useSearchParams } from 'react-router';
import { ActorLink } from '@knotenpunkt/actors/web';
import { AllianceBuilder, useBuilder, useTableActors, type BuilderStart, type TableActor } from '@knotenpunkt/alliances/web';
import { Proposals, useProposals } from '@knotenpunkt/matching/web';
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
  const begins = builder ? builder.start.alliance === null && builder.mayDraft && builder.question.state === 'PUBLISHED' : false;
  const proposed = useProposals(builder && begins ? builder.question : null);
  // Whoever comes from the network has said who should sit at the table.
  const named = useTableActors(address.get('mit'), builder?.question.competences ?? []);
  if (builder === null) return <NotFoundPage />;
  if (!builder || proposed === undefined || named === undefined)
    return <Page>{error ? <ErrorNotice error={error} onRetry={() => void refresh()} /> : <Loading />}</Page>;

  const { question, mayDraft, signedIn } = builder;
  // Where nothing is drafted yet one begins with the first proposal and changes it by hand.
  const [first] = proposed?.proposals ?? [];
  const whole = (members: readonly TableActor[]) => [...members, ...missingFrom(members, builder.start)];
  const atTable = begins && named.length > 0 ? named : first?.members;
  const begun = atTable ? { ...builder.start, members: whole(atTable).map((actor) => ({ actor, contribution: null })) } : builder.start;
  const joining = begun.alliance?.state === 'DRAFT' ? named.filter(({ id }) => !begun.members.some(({ actor }) => actor.id === id)) : [];
  const start = { ...begun, members: [...begun.members, ...joining.map((actor) => ({ actor, contribution: null }))] };
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
      <LinkButton to={`/anmelden?zurueck=/allianzen/bauen/${question.slug}`}>{t('page.build.signIn')}</LinkButton>
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
        suggestedFor={proposed?.suggestedFor}
        proposals={
          first && proposed
            ? ({ memberIds, take }) => (
                <Proposals
                  proposals={proposed.proposals}
                  isTaken={({ members }) => sameIds(whole(members), memberIds)}
                  onTake={({ members }) => take(whole(members))}
                />
              )
            : undefined
        }
        onChange={() => void refresh()}
      />
    </div>
  );
}

/** Whoever has to sit at the table in any case and is not proposed. */
function missingFrom(members: readonly TableActor[], start: BuilderStart): TableActor[] {
  return start.members.map(({ actor }) => actor).filter(({ id }) => !members.some((member) => member.id === id));
}

function sameIds(members: readonly TableActor[], ids: readonly string[]): boolean {
  return members.length === ids.length && members.every(({ id }) => ids.includes(id));
}
