import { isRouteErrorResponse, useRouteError } from 'react-router';
import { useMessages } from '@knotenpunkt/webkit/i18n';
import { Button, Page } from '@knotenpunkt/webkit/ui';
import { NotFoundPage } from '../pages/NotFoundPage';

/** A part of the app that could not be fetched: usually a new version was put in place while this page was open. */
function isOldVersion(error: unknown): boolean {
  return error instanceof TypeError && /import|module script/i.test(error.message);
}

/** What is shown when a page breaks. The page can be loaded again; the rest of the app still works. */
export function RouteFault() {
  const t = useMessages('app');
  const error = useRouteError();
  if (isRouteErrorResponse(error) && error.status === 404) return <NotFoundPage />;
  const kind = isOldVersion(error) ? 'oldVersion' : 'broken';
  return (
    <Page narrow>
      <div role="alert">
        <h1 className="kn-title">{t(`fault.${kind}.title`)}</h1>
        <p>{t(`fault.${kind}.text`)}</p>
      </div>
      <p>
        <Button kind="primary" onClick={() => location.reload()}>
          {t('fault.reload')}
        </Button>
      </p>
    </Page>
  );
}
