import type { RouteObject } from 'react-router';
import { Layout } from './layout/Layout';
import { RouteFault } from './layout/RouteFault';
import { rooms } from './rooms';

/** Pages that belong to no room, or to several. */
const ownPages: RouteObject[] = [
  { index: true, lazy: async () => ({ Component: (await import('./start/StartPage')).StartPage }) },
  { path: 'koordination', lazy: async () => ({ Component: (await import('./desk/DeskPage')).DeskPage }) },
  { path: 'verwaltung', lazy: async () => ({ Component: (await import('./desk/AdministrationPage')).AdministrationPage }) },
  { path: 'koordination/protokoll', lazy: async () => ({ Component: (await import('./desk/TrailPage')).TrailPage }) },
  { path: 'akteure/:slug/mandate', lazy: async () => ({ Component: (await import('./actor/ActingPages')).ActingPage }) },
  { path: 'akteure/:slug/protokoll', lazy: async () => ({ Component: (await import('./actor/ActingPages')).ActorTrailPage }) },
  { path: 'akteure/:slug/festgehalten', lazy: async () => ({ Component: (await import('./held/HeldPage')).HeldPage }) },
  { path: 'akteure/:slug', lazy: async () => ({ Component: (await import('./actor/ActorPage')).ActorPage }) },
  { path: 'vorhaben/:slug', lazy: async () => ({ Component: (await import('./initiative/InitiativePage')).InitiativePage }) },
  { path: 'herausforderungen/:slug', lazy: async () => ({ Component: (await import('./challenge/ChallengePage')).ChallengePage }) },
  {
    path: 'allianzen/bauen/:challengeSlug',
    lazy: async () => ({ Component: (await import('./alliance/AllianceBuilderPage')).AllianceBuilderPage }),
  },
  { path: 'allianzen/:slug', lazy: async () => ({ Component: (await import('./alliance/AlliancePage')).AlliancePage }) },
  { path: 'passungen', lazy: async () => ({ Component: (await import('./fits/FitsPage')).FitsPage }) },
  { path: 'datenschutz', lazy: async () => ({ Component: (await import('./duty/PrivacyPage')).PrivacyPage }) },
  { path: 'stil', lazy: async () => ({ Component: (await import('./gallery/GalleryPage')).GalleryPage }) },
  { path: '*', lazy: async () => ({ Component: (await import('./pages/NotFoundPage')).NotFoundPage }) },
];

/** All addresses of the app: a layout around everything, a fault page inside it. */
export const routes: RouteObject[] = [
  {
    path: '/',
    Component: Layout,
    ErrorBoundary: RouteFault,
    HydrateFallback: () => null,
    children: [{ ErrorBoundary: RouteFault, children: [...rooms.flatMap((room) => room.routes), ...ownPages] }],
  },
];

/** Whether a room has brought the page at this address; places that do not exist yet are not offered. */
export function placeExists(path: string): boolean {
  const first = path.replace(/^\//, '').split('/')[0];
  return [...ownPages, ...rooms.flatMap((room) => room.routes)].some((route) => route.path?.replace(/^\//, '').split('/')[0] === first);
}
