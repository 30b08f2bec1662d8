import type { RouteObject } from 'react-router';
import type { NetworkParts } from './page';

/** The network's page, with what later rooms put on it. */
export function routesWith(parts: NetworkParts): RouteObject[] {
  return [
    {
      path: 'netzwerk',
      lazy: async () => {
        const { NetworkPage } = await import('./NetworkPage');
        return { Component: () => <NetworkPage {...parts} /> };
      },
    },
    { path: 'daten/offen', lazy: async () => ({ Component: (await import('./take/OpenDataPage')).OpenDataPage }) },
  ];
}
