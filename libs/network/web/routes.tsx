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
  ];
}
