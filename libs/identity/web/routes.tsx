import type { RouteObject } from 'react-router';

export const routes: RouteObject[] = [
  { path: 'anmelden', lazy: async () => ({ Component: (await import('./SignInPage')).SignInPage }) },
  { path: 'passwort', lazy: async () => ({ Component: (await import('./PasswordPage')).PasswordPage }) },
  { path: 'registrieren', lazy: async () => ({ Component: (await import('./RegisterPage')).RegisterPage }) },
  { path: 'einladung', lazy: async () => ({ Component: (await import('./InvitationPage')).InvitationPage }) },
  { path: 'konto/adresse', lazy: async () => ({ Component: (await import('./NewAddressPage')).NewAddressPage }) },
  { path: 'konto/sicherheit', lazy: async () => ({ Component: (await import('./SecurityPage')).SecurityPage }) },
  { path: 'konto/daten', lazy: async () => ({ Component: (await import('./own-data/OwnDataPage')).OwnDataPage }) },
  { path: 'verwaltung/verarbeitung', lazy: async () => ({ Component: (await import('./own-data/ProcessingPage')).ProcessingPage }) },
];
