import type { RouteObject } from 'react-router';
import './messages';

/** The pages of Vorhaben; the one of a single one takes suggestions from a later room and is composed in `apps/web/initiative`. */
export const routes: RouteObject[] = [
  { path: 'vorhaben', lazy: async () => ({ Component: (await import('./InitiativesPage')).InitiativesPage }) },
  { path: 'vorhaben/neu', lazy: async () => ({ Component: (await import('./NewInitiativePage')).NewInitiativePage }) },
  { path: 'vorhaben/einfuegen', lazy: async () => ({ Component: (await import('./PasteInitiativesPage')).PasteInitiativesPage }) },
  { path: 'vorhaben/:slug/bearbeiten', lazy: async () => ({ Component: (await import('./EditInitiativePage')).EditInitiativePage }) },
];
