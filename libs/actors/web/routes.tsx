import type { RouteObject } from 'react-router';

/** The Steckbrief itself, `/akteure/:slug`, is composed of several rooms in `apps/web/actor`. */
export const routes: RouteObject[] = [
  { path: 'akteure', lazy: async () => ({ Component: (await import('./DirectoryPage')).DirectoryPage }) },
  { path: 'akteure/:slug/bearbeiten', lazy: async () => ({ Component: (await import('./EditProfilePage')).EditProfilePage }) },
];
