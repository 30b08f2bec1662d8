import { regionSlugOf } from '@knotenpunkt/webkit/data';

/** What became of a request to the account service. */
export type SessionAnswer = 'done' | 'wrong' | 'blocked' | 'tooMany' | 'linkInvalid' | 'away';

async function post(path: string, body: object): Promise<SessionAnswer> {
  try {
    const answer = await fetch(`/api/auth${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      credentials: 'same-origin',
      body: JSON.stringify(body),
    });
    if (answer.ok) return 'done';
    if (answer.status === 429) return 'tooMany';
    if (answer.status >= 500) return 'away';
    const { code } = (await answer.json().catch(() => ({}))) as { code?: string };
    if (code === 'ACCESS_BLOCKED') return 'blocked';
    return path === '/reset-password' ? 'linkInvalid' : 'wrong';
  } catch {
    return 'away';
  }
}

export const signIn = (email: string, password: string) => post('/sign-in/email', { email, password });
/** Ends the session; what was begun in forms and chosen for it goes with it, for the next one at this screen. */
export async function signOut(): Promise<SessionAnswer> {
  const answer = await post('/sign-out', {});
  if (answer === 'done') sessionStorage.clear();
  return answer;
}
export const requestPasswordLink = (email: string) => post('/request-password-reset', { email, redirectTo: '/passwort' });
export const setPassword = (token: string, newPassword: string) => post('/reset-password', { token, newPassword });

/** Starts the app anew at an address of this region: everything shown depends on who is signed in. */
export function restartAt(path: string): void {
  const slug = regionSlugOf(location.pathname);
  location.assign(`${slug ? `/r/${slug}` : ''}${path}`);
}
