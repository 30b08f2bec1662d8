import type { RouteObject } from 'react-router';

/** The builder, `/allianzen/bauen/:challengeSlug`, and an alliance's page, `/allianzen/:slug`, take parts of later rooms: they are composed in `apps/web/alliance`. */
export const routes: RouteObject[] = [
  { path: 'allianzen/:slug/charta', lazy: async () => ({ Component: (await import('./AllianceCharterPage')).AllianceCharterPage }) },
  { path: 'allianzen', lazy: async () => ({ Component: (await import('./AlliancesPage')).AlliancesPage }) },
];
