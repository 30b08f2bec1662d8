import type { RouteObject } from 'react-router';

/** The builder, `/allianzen/bauen/:challengeSlug`, takes suggestions from a later room: it is composed in `apps/web/alliance`. */
export const routes: RouteObject[] = [
  { path: 'allianzen', lazy: async () => ({ Component: (await import('./AlliancesPage')).AlliancesPage }) },
  { path: 'allianzen/:slug', lazy: async () => ({ Component: (await import('./AlliancePage')).AlliancePage }) },
];
