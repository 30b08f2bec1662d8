import { regionSlugOf } from '@knotenpunkt/webkit/data';
import { currentLanguage } from '@knotenpunkt/webkit/i18n';

/** What became of a request to the account service. */
export type SessionAnswer =
  | 'done'
  | 'wrong'
  | 'blocked'
  | 'tooMany'
  | 'linkInvalid'
  | 'passwordShort'
  | 'passwordLong'
  | 'codeWrong'
  | 'codeEnded'
  | 'passkeyRefused'
  | 'addressUnconfirmed'
  | 'linkedOtherwise'
  | 'signOnUnlinked'
  | 'signOnRefused'
  | 'away';

const TOLD: Record<string, Exclude<SessionAnswer, 'done'>> = {
  ACCESS_BLOCKED: 'blocked',
  LINK_ENDED: 'linkInvalid',
  PASSWORD_SHORT: 'passwordShort',
  PASSWORD_LONG: 'passwordLong',
  CODE_WRONG: 'codeWrong',
  SIGN_IN_ENDED: 'codeEnded',
  PASSKEY_REFUSED: 'passkeyRefused',
};

type Outcome = Exclude<SessionAnswer, 'done'>;

async function ask<Value>(path: string, body: object): Promise<{ value: Value } | { outcome: Outcome }> {
  try {
    const answer = await fetch(`/api/auth${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      credentials: 'same-origin',
      body: JSON.stringify(body),
    });
    if (answer.ok) return { value: (await answer.json()) as Value };
    if (answer.status === 429) return { outcome: 'tooMany' };
    if (answer.status >= 500) return { outcome: 'away' };
    const { code } = (await answer.json().catch(() => ({}))) as { code?: string };
    return { outcome: TOLD[code ?? ''] ?? 'wrong' };
  } catch {
    return { outcome: 'away' };
  }
}

async function post(path: string, body: object): Promise<SessionAnswer> {
  const answer = await ask(path, body);
  return 'outcome' in answer ? answer.outcome : 'done';
}

/** What became of signing in. */
export interface SignInAnswer {
  outcome: SessionAnswer | 'secondFactor';
  /** The person has an office that waits for a second factor. */
  toSetUp: boolean;
}

async function enter(path: string, body: object): Promise<SignInAnswer> {
  const answer = await ask<{ secondFactor?: boolean; toSetUp?: boolean }>(path, body);
  if ('outcome' in answer) return { outcome: answer.outcome, toSetUp: false };
  return { outcome: answer.value.secondFactor ? 'secondFactor' : 'done', toSetUp: answer.value.toSetUp ?? false };
}

export const signIn = (email: string, password: string) => enter('/sign-in/email', { email, password });
export const finishSignIn = (code: string) => enter('/second-factor', { code });

/** Signs in with a passkey of this device; null where the person stopped it. */
export async function signInWithPasskey(): Promise<SignInAnswer | null> {
  const riddle = await ask<{ options: never; token: string }>('/passkey/options', {});
  if ('outcome' in riddle) return { outcome: riddle.outcome, toSetUp: false };
  const { startAuthentication } = await import('@simplewebauthn/browser');
  const response = await startAuthentication({ optionsJSON: riddle.value.options }).catch(() => null);
  return response && enter('/passkey', { token: riddle.value.token, response });
}

/** Where a service that signs people in is set out to. */
export function signOnAddress(key: string, back: string): string {
  const slug = regionSlugOf(location.pathname);
  return `/api/auth/oidc/${key}?zurueck=${encodeURIComponent(`${slug ? `/r/${slug}` : ''}${back}`)}`;
}

/** Ends the session; what was begun in forms and chosen for it goes with it, for the next one at this screen. */
export async function signOut(): Promise<SessionAnswer> {
  const answer = await post('/sign-out', {});
  if (answer === 'done') sessionStorage.clear();
  return answer;
}
export const requestPasswordLink = (email: string) => post('/request-password-reset', { email });
export const register = (name: string, email: string) => post('/register', { name, email, language: currentLanguage() });
export const confirmRegistration = (token: string, password: string) => post('/register/confirm', { token, password });
export const acceptWithNewAccount = (token: string, name: string, password: string) => post('/invitation', { token, name, password });
export const confirmAddress = (token: string) => post('/address/confirm', { token });
export const setPassword = (token: string, newPassword: string) => post('/reset-password', { token, newPassword });

/** Starts the app anew at an address of this region: everything shown depends on who is signed in. */
export function restartAt(path: string): void {
  const slug = regionSlugOf(location.pathname);
  location.assign(`${slug ? `/r/${slug}` : ''}${path}`);
}
