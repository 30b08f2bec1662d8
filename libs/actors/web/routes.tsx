import type { RouteObject } from 'react-router';

/** The Steckbrief itself, `/akteure/:slug`, is composed of several rooms in `apps/web/actor`. */
export const routes: RouteObject[] = [
  { path: 'akteure', lazy: async () => ({ Component: (await import('./DirectoryPage')).DirectoryPage }) },
  {
    path: 'akteure/neu',
    lazy: async () => ({ Component: (await import('./registration/RegisterOrganisationPage')).RegisterOrganisationPage }),
  },
  { path: 'akteure/:slug/uebernehmen', lazy: async () => ({ Component: (await import('./registration/ClaimPage')).ClaimPage }) },
  {
    path: 'konto/organisationen',
    lazy: async () => ({ Component: (await import('./registration/OwnRegistrationsPage')).OwnRegistrationsPage }),
  },
  {
    path: 'koordination/organisationen',
    lazy: async () => ({ Component: (await import('./registration/RegistrationsPage')).RegistrationsPage }),
  },
  { path: 'akteure/:slug/bearbeiten', lazy: async () => ({ Component: (await import('./EditProfilePage')).EditProfilePage }) },
  { path: 'akteure/:slug/verlauf', lazy: async () => ({ Component: (await import('./history/HistoryPage')).HistoryPage }) },
  { path: 'stimmt-noch/:token', lazy: async () => ({ Component: (await import('./confirmation/ConfirmationPage')).ConfirmationPage }) },
  {
    path: 'koordination/bestaetigungen',
    lazy: async () => ({ Component: (await import('./confirmation/AgedActorsPage')).AgedActorsPage }),
  },
  { path: 'koordination/begriffe', lazy: async () => ({ Component: (await import('./words/CompetenceWordsPage')).CompetenceWordsPage }) },
  { path: 'suchen', lazy: async () => ({ Component: (await import('./searches/SavedSearchesPage')).SavedSearchesPage }) },
];
