import type { RouteObject } from 'react-router';

export const routes: RouteObject[] = [{ path: 'netzwerk', lazy: async () => ({ Component: (await import('./NetworkPage')).NetworkPage }) }];
