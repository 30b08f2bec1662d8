import type { ReactNode } from 'react';
import { useLocation } from 'react-router';
import { useViewer } from '@knotenpunkt/identity/web';
import { useMessages } from '@knotenpunkt/webkit/i18n';
import { EmptyState, FormFoot, LinkButton, Loading } from '@knotenpunkt/webkit/ui';

/** What needs an account; visitors are told so, with the way to one and back. */
export function SignedInOnly({ children }: { children: ReactNode }) {
  const t = useMessages('actors');
  const viewer = useViewer();
  const { pathname } = useLocation();
  if (!viewer) return <Loading />;
  if (viewer.personId !== null) return children;
  return (
    <EmptyState
      step={
        <FormFoot>
          <LinkButton kind="primary" to={`/anmelden?zurueck=${pathname}`}>
            {t('registration.signIn')}
          </LinkButton>
          <LinkButton to="/registrieren">{t('registration.register')}</LinkButton>
        </FormFoot>
      }
    >
      {t('registration.signedOut')}
    </EmptyState>
  );
}
