import type { RouteObject } from 'react-router';

/** The question itself, `/herausforderungen/:slug`, is composed of several rooms in `apps/web/challenge`. */
export const routes: RouteObject[] = [
  { path: 'herausforderungen', lazy: async () => ({ Component: (await import('./ChallengesPage')).ChallengesPage }) },
  { path: 'herausforderungen/neu', lazy: async () => ({ Component: (await import('./ProposeChallengePage')).ProposeChallengePage }) },
  {
    path: 'herausforderungen/:slug/bearbeiten',
    lazy: async () => ({ Component: (await import('./ChangeChallengePage')).ChangeChallengePage }),
  },
];
