import type { RouteObject } from 'react-router';
import type { NetworkParts } from './page';

/** The network's pages, with what later rooms put on them. */
export function routesWith(parts: NetworkParts): RouteObject[] {
  return [
    {
      path: 'netzwerk',
      lazy: async () => {
        const { NetworkPage } = await import('./NetworkPage');
        return { Component: () => <NetworkPage {...parts} /> };
      },
    },
    {
      path: 'netzwerk/kennzahlen',
      lazy: async () => ({ Component: (await import('./measures/MeasuresPage')).MeasuresPage }),
    },
    { path: 'daten/offen', lazy: async () => ({ Component: (await import('./take/OpenDataPage')).OpenDataPage }) },
    { path: 'netzwerk/ansichten', lazy: async () => ({ Component: (await import('./views/ViewsPage')).ViewsPage }) },
    { path: 'netzwerk/ansichten/:id', lazy: async () => ({ Component: (await import('./views/ViewPage')).ViewPage }) },
    { path: 'netzwerk/rundgaenge', lazy: async () => ({ Component: (await import('./views/RoundsPage')).RoundsPage }) },
    {
      path: 'netzwerk/rundgaenge/:id',
      lazy: async () => {
        const { RoundPage } = await import('./views/RoundPage');
        return { Component: () => <RoundPage {...parts} /> };
      },
    },
  ];
}
