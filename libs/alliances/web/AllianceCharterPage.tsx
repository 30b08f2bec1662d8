import { Link, useParams } from 'react-router';
import { ActorLink } from '@knotenpunkt/actors/web';
import { ConsentText, readRound } from '@knotenpunkt/agreements/web';
import { graphql, type ResultOf } from '@knotenpunkt/webkit/contract';
import { useQuery } from '@knotenpunkt/webkit/data';
import { useFormat, useMessages } from '@knotenpunkt/webkit/i18n';
import {
  Breadcrumbs,
  Button,
  EmptyState,
  ErrorNotice,
  FactLine,
  LinkButton,
  Loading,
  Page,
  PageHeader,
  Section,
  Table,
  type TableRow,
} from '@knotenpunkt/webkit/ui';
import './alliances.css';

const CHARTER = graphql(`
  query AllianceCharter($slug: String!) {
    alliance(slug: $slug) {
      id
      slug
      title
      formedOn
      challenge {
        id
        slug
        question
      }
      charter {
        version
        text
        signatories {
          actorId
          agreedOn
          personName
          stance
          actor {
            id
            slug
            name
            kind
          }
        }
      }
      rounds {
        id
        version
        ...ConsentRoundParts
      }
    }
  }
`);

type Shown = NonNullable<ResultOf<typeof CHARTER>['alliance']>;
type Charter = NonNullable<Shown['charter']>;

/** `/allianzen/:slug/charta`: what all have agreed to, who did so when, and how the text came about. To be read and printed. */
export function AllianceCharterPage() {
  const t = useMessages('alliances');
  const { slug = '' } = useParams();
  const { data, error, refetch } = useQuery(CHARTER, { variables: { slug } });
  const alliance = data?.alliance;
  if (alliance?.charter) return <Known alliance={alliance} charter={alliance.charter} />;
  const step = (
    <LinkButton to={alliance ? `/allianzen/${slug}` : '/allianzen'}>{t(alliance ? 'page.charter.back' : 'page.list')}</LinkButton>
  );
  return (
    <Page>
      {error && !data ? <ErrorNotice error={error} onRetry={() => void refetch()} /> : null}
      {!error && !data ? <Loading /> : null}
      {data ? (
        <>
          <PageHeader title={t('page.charter.title')} />
          <EmptyState step={step}>{t(alliance ? 'page.charter.notYet' : 'page.unknown')}</EmptyState>
        </>
      ) : null}
    </Page>
  );
}

function Known({ alliance, charter }: { alliance: Shown; charter: Charter }) {
  const t = useMessages('alliances');
  const format = useFormat();
  const { title, slug, challenge, formedOn, rounds } = alliance;
  const page = `/allianzen/${slug}`;
  return (
    <Page>
      <div className="alliances-charter">
        <PageHeader
          title={t('page.charter.of', { title })}
          explanation={t('page.charter.explanation')}
          breadcrumbs={
            <Breadcrumbs
              crumbs={[
                { label: t('page.title'), to: '/allianzen' },
                { label: title, to: page },
              ]}
            />
          }
          facts={
            <FactLine
              parts={[
                challenge ? <Link to={`/herausforderungen/${challenge.slug}`}>{challenge.question}</Link> : null,
                formedOn && t('page.formedOn', { date: format.date(formedOn) }),
                t('page.charter.version', { version: format.number(charter.version) }),
              ]}
            />
          }
          actions={<Button onClick={() => window.print()}>{t('page.charter.print')}</Button>}
        />
        <Section title={t('page.charter.text')}>
          <div className="alliances-charter__text">{charter.text}</div>
        </Section>
        <Signatories charter={charter} />
        {rounds.length > 1 ? (
          <Section title={t('page.charter.history')} explanation={t('page.charter.historyText')}>
            {rounds.map((round) => (
              <Section key={round.id} level={3} title={t('page.charter.version', { version: format.number(round.version) })}>
                <ConsentText round={round} />
                <Wishes round={round} />
              </Section>
            ))}
          </Section>
        ) : null}
      </div>
    </Page>
  );
}

/** Who has agreed when; the person only for those who were asked and the coordination. */
function Signatories({ charter }: { charter: Charter }) {
  const t = useMessages('alliances');
  const format = useFormat();
  const named = charter.signatories.some(({ personName }) => personName !== null);
  const stances = charter.signatories.filter(({ stance }) => stance !== '');
  const rows = charter.signatories.map(({ actorId, actor, agreedOn, personName }): TableRow => ({
    id: actorId,
    cells: {
      who: actor ? <ActorLink actor={actor} marked /> : t('page.charter.gone'),
      when: format.date(agreedOn),
      person: personName ?? '–',
    },
  }));
  return (
    <Section title={t('page.charter.signatories')} explanation={named ? t('page.charter.persons') : undefined}>
      <Table
        caption={t('page.charter.signatories')}
        stacked
        columns={[
          { id: 'who', label: t('page.charter.who') },
          { id: 'when', label: t('page.charter.when') },
          ...(named ? [{ id: 'person', label: t('page.charter.person') }] : []),
        ]}
        rows={rows}
      />
      {stances.map(({ actorId, actor, stance }) => (
        <p key={actorId} className="alliances-stance">
          <strong>
            {t('page.stance.title')} ({actor?.name ?? t('page.charter.gone')}):
          </strong>{' '}
          {stance}
        </p>
      ))}
    </Section>
  );
}

/** What was wished to be otherwise in an earlier version, and who said "Nein". */
function Wishes({ round: fragment }: { round: Parameters<typeof readRound>[0] }) {
  const t = useMessages('alliances');
  const { parties } = readRound(fragment);
  const said = parties.filter(({ answer }) => answer === 'YES_BUT' || answer === 'NO');
  if (said.length === 0) return null;
  return (
    <ul className="alliances-answers">
      {said.map(({ actorId, actor, answer, change }) => (
        <li key={actorId}>
          {t(answer === 'NO' ? 'page.charter.declined' : 'page.charter.wished', {
            name: actor?.name ?? t('page.charter.gone'),
            change: change ?? '',
          })}
        </li>
      ))}
    </ul>
  );
}
