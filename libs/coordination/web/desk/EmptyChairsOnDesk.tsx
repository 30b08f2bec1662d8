import { Link } from 'react-router';
import { graphql } from '@knotenpunkt/webkit/contract';
import { skipToken, useLiveChanges, useQuery } from '@knotenpunkt/webkit/data';
import { useMessages } from '@knotenpunkt/webkit/i18n';
import { Chair, EmptyState, ErrorNotice, KindMark, Section } from '@knotenpunkt/webkit/ui';
import { useCoordinates } from '@knotenpunkt/identity/web';
import './desk.css';

const CHAIRS = graphql(`
  query EmptyChairs {
    emptyChairs {
      alliances
      benches {
        kind
        chairs
        alliances
      }
    }
  }
`);

/** So many chairs are drawn; the number beside says how many there are. */
const DRAWN = 5;

/** "Wo Stühle leer sind": bench by bench over all alliances that are being formed or at work. */
export function EmptyChairsOnDesk() {
  const t = useMessages('coordination');
  const coordinates = useCoordinates();
  const { data, error, refetch } = useQuery(CHAIRS, coordinates ? { fetchPolicy: 'cache-and-network' } : skipToken);
  useLiveChanges(['alliance', 'challenge'], () => {
    if (coordinates) void refetch();
  });
  if (!coordinates) return null;
  const empty = data?.emptyChairs;
  return (
    <Section title={t('chairs.title')} beside={empty && empty.alliances > 0 ? t('chairs.alliances', { count: empty.alliances }) : null}>
      {error ? <ErrorNotice error={error} onRetry={() => void refetch()} /> : null}
      {empty?.benches.length === 0 ? <EmptyState>{t('chairs.none')}</EmptyState> : null}
      <ul className="desk-chairs">
        {empty?.benches.map(({ kind, chairs }) => (
          <li key={kind}>
            <Link to={`/allianzen?bank=${kind}`} aria-label={t('chairs.bench', { bench: t(`themes:benches.${kind}`), count: chairs })}>
              <KindMark kind={kind} silent />
              <span>{t(`themes:benches.${kind}`)}</span>
              <span className="desk-chairs__drawn" aria-hidden>
                {Array.from({ length: Math.min(chairs, DRAWN) }, (_, at) => (
                  <Chair key={at} size={14} silent />
                ))}
              </span>
              <span className="desk-chairs__count" aria-hidden>
                {chairs}
              </span>
            </Link>
          </li>
        ))}
      </ul>
    </Section>
  );
}
