import type { RouteObject } from 'react-router';

export const routes: RouteObject[] = [
  { path: 'anmelden', lazy: async () => ({ Component: (await import('./SignInPage')).SignInPage }) },
  { path: 'passwort', lazy: async () => ({ Component: (await import('./PasswordPage')).PasswordPage }) },
];
