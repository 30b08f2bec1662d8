import { useMemo } from 'react';
import { Link } from 'react-router';
import { kindsByThemes } from '@knotenpunkt/network/domain';
import { themeLabel, type ActorKind } from '@knotenpunkt/themes/domain';
import { useLanguage, useMessages } from '@knotenpunkt/webkit/i18n';
import { KindMark } from '@knotenpunkt/webkit/ui';
import type { NetworkPageState } from '../page';
import '../list.css';
import './decorate.css';

/** The matrix in words: how many actors of each kind have each theme; a number leads to these. */
export function KindsByThemesTable({ overview, shown, control: { linkTo } }: NetworkPageState) {
  const t = useMessages('network');
  const language = useLanguage();
  const { kinds, themes, counts } = useMemo(() => kindsByThemes(overview, shown.actors), [overview, shown]);
  return (
    <section aria-labelledby="network-matrix">
      <h2 id="network-matrix">{t('decorate.matrix.title')}</h2>
      <div className="network-matrix" tabIndex={0} role="group" aria-labelledby="network-matrix">
        <table className="network-table" aria-labelledby="network-matrix">
          <thead>
            <tr>
              <th scope="col">{t('filters.theme')}</th>
              {kinds.map((kind) => (
                <th key={kind} scope="col" title={t(`webkit:kinds.${kind}`)}>
                  <KindMark kind={kind} size={16} />
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {themes.map((theme, row) => {
              const name = theme === null ? t('decorate.classes.rest.theme') : themeLabel(theme, language);
              return (
                <tr key={theme ?? ''}>
                  <th scope="row">{name}</th>
                  {kinds.map((kind, column) => {
                    const count = counts[row]![column]!;
                    const label = t('decorate.matrix.cell', { count, kind: t(`webkit:kinds.${kind}`), theme: name });
                    return (
                      <td key={kind}>
                        {count > 0 && theme !== null ? (
                          <Link to={linkTo({ kinds: [kind as ActorKind], themes: [theme] })} aria-label={label} preventScrollReset>
                            {count}
                          </Link>
                        ) : count > 0 ? (
                          count
                        ) : (
                          <span className="network-matrix__none">–</span>
                        )}
                      </td>
                    );
                  })}
                </tr>
              );
            })}
          </tbody>
        </table>
      </div>
    </section>
  );
}
