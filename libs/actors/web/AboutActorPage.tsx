import type { ReactNode } from 'react';
import { useParams } from 'react-router';
import { graphql, type ResultOf } from '@knotenpunkt/webkit/contract';
import { useQuery } from '@knotenpunkt/webkit/data';
import { useMessages } from '@knotenpunkt/webkit/i18n';
import { Breadcrumbs, EmptyState, ErrorNotice, LinkButton, Loading, Page, PageHeader } from '@knotenpunkt/webkit/ui';

const ACTOR = graphql(`
  query ActorAsked($slug: String!) {
    actor(slug: $slug) {
      id
      slug
      name
      archived
    }
  }
`);

export type AskedActor = NonNullable<ResultOf<typeof ACTOR>['actor']>;

interface AboutActorPageProps {
  title: string;
  /** Without the organisation while it is not known. */
  explanation: (actor: AskedActor | null) => string | undefined;
  children: (actor: AskedActor) => ReactNode;
}

/** A page below the address of an organisation (`/akteure/:slug/…`) that asks something about it; says so where there is none. */
export function AboutActorPage({ title, explanation, children }: AboutActorPageProps) {
  const t = useMessages('actors');
  const { slug = '' } = useParams();
  const { data, error, refetch } = useQuery(ACTOR, { variables: { slug } });
  const actor = data?.actor;
  return (
    <Page narrow>
      <PageHeader
        title={title}
        explanation={explanation(actor ?? null)}
        breadcrumbs={
          <Breadcrumbs
            crumbs={[
              { label: t('directory.title'), to: '/akteure' },
              ...(actor ? [{ label: actor.name, to: `/akteure/${actor.slug}` }] : []),
            ]}
          />
        }
      />
      {error && !data ? <ErrorNotice error={error} onRetry={() => void refetch()} /> : null}
      {!data && !error ? <Loading /> : null}
      {actor === null ? (
        <EmptyState step={<LinkButton to="/akteure">{t('directory.title')}</LinkButton>}>{t('registration.unknown')}</EmptyState>
      ) : null}
      {actor ? children(actor) : null}
    </Page>
  );
}
