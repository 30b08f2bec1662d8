import type { RouteObject } from 'react-router';

export const routes: RouteObject[] = [
  { path: 'koordination/import', lazy: async () => ({ Component: (await import('./ImportPage')).ImportPage }) },
  { path: 'koordination/doppelte', lazy: async () => ({ Component: (await import('./merging/DuplicatesPage')).DuplicatesPage }) },
  { path: 'koordination/zusammenfuehren', lazy: async () => ({ Component: (await import('./merging/MergePage')).MergePage }) },
  { path: 'koordination/zusammengefuehrt/:id', lazy: async () => ({ Component: (await import('./merging/MergeDonePage')).MergeDonePage }) },
];
