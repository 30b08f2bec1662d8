import type { RouteObject } from 'react-router';

export const routes: RouteObject[] = [
  { path: 'koordination/import', lazy: async () => ({ Component: (await import('./ImportPage')).ImportPage }) },
  { path: 'koordination/doppelte', lazy: async () => ({ Component: (await import('./merging/DuplicatesPage')).DuplicatesPage }) },
  { path: 'koordination/zusammenfuehren', lazy: async () => ({ Component: (await import('./merging/MergePage')).MergePage }) },
  { path: 'koordination/zusammengefuehrt/:id', lazy: async () => ({ Component: (await import('./merging/MergeDonePage')).MergeDonePage }) },
  {
    path: 'koordination/zusammenschluesse',
    lazy: async () => ({ Component: (await import('./succession/SuccessionsPage')).SuccessionsPage }),
  },
  {
    path: 'akteure/:slug/zusammenschluss',
    lazy: async () => ({ Component: (await import('./succession/ProposeSuccessionPage')).ProposeSuccessionPage }),
  },
  { path: 'zusammenschluss/:id', lazy: async () => ({ Component: (await import('./succession/SuccessionPage')).SuccessionPage }) },
];
