import { Link } from 'react-router';
import { useRegion } from '@knotenpunkt/webkit/data';
import { useMessages } from '@knotenpunkt/webkit/i18n';
import { Entry, EntryList, usePageTitle } from '@knotenpunkt/webkit/ui';
import { placesFor } from '../layout/places';
import { startParts } from './parts';
import './start.css';

/** The places of the region with one sentence each, for as long as no room has put its own part here. */
function Places() {
  const t = useMessages('app');
  return (
    <EntryList label={t('header.places')}>
      {placesFor(false).map(({ id, to }) => (
        <Entry key={id} title={<Link to={to}>{t(`places.${id}`)}</Link>}>
          {t(`start.places.${id}`)}
        </Entry>
      ))}
    </EntryList>
  );
}

/** The region today: the line to write in, what was promised, what is asked, what happened. */
export function StartPage() {
  const t = useMessages('app');
  const { name } = useRegion();
  usePageTitle(t('start.pageTitle'));
  const { line: Line, waiting, left, right } = startParts;
  return (
    <div className={right.length > 0 ? 'kn-start kn-start--split' : 'kn-start'}>
      <div className="kn-start__main">
        <header className="kn-start__head">
          <h1 className="kn-title">{t('start.title')}</h1>
          <p className="kn-explanation">{t('start.explanation', { region: name })}</p>
        </header>
        {Line ? <Line /> : null}
        {waiting.map((Part, index) => (
          <Part key={index} />
        ))}
        <div className="kn-start__left">{left.length > 0 ? left.map((Part, index) => <Part key={index} />) : <Places />}</div>
      </div>
      {right.length > 0 ? (
        <div className="kn-start__right">
          {right.map((Part, index) => (
            <Part key={index} />
          ))}
        </div>
      ) : null}
    </div>
  );
}
