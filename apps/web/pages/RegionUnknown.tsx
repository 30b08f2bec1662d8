import { useEffect } from 'react';
import { regionHome, type ClientConfiguration } from '@knotenpunkt/webkit/data';
import { useMessages } from '@knotenpunkt/webkit/i18n';
import { Page } from '@knotenpunkt/webkit/ui';

/** The address names a region this installation does not have. Stands outside the router: without region there is none. */
export function RegionUnknown({ configuration }: { configuration: ClientConfiguration }) {
  const t = useMessages('app');
  const title = t('regionUnknown.title');
  useEffect(() => {
    document.title = `${title} – Knotenpunkt`;
  }, [title]);
  return (
    <main>
      <Page narrow>
        <h1 className="kn-title">{title}</h1>
        <p>{t('regionUnknown.text')}</p>
        <ul>
          {configuration.regions.map(({ slug, name }) => (
            <li key={slug}>
              <a href={regionHome(slug, configuration)}>{name}</a>
            </li>
          ))}
        </ul>
      </Page>
    </main>
  );
}
