import { useMessages } from '@knotenpunkt/webkit/i18n';
import './marks.css';

export interface ChairProps {
  size?: 14 | 20 | 28;
  silent?: boolean;
}

/** An empty seat at the table. */
export function Chair({ size = 28, silent = false }: ChairProps) {
  const t = useMessages('webkit');
  const name = silent ? { 'aria-hidden': true } : { role: 'img', 'aria-label': t('chair.empty') };
  return (
    <svg className="kn-chair" width={size} height={size} viewBox="0 0 28 28" {...name}>
      <path d="M9 3.5h10l1 9.5H8zM10.5 13v3.5M17.5 13v3.5M6.5 16.5h15v4h-15zM8 20.5v4.5M20 20.5v4.5" />
    </svg>
  );
}

/** How far a member covers what is wanted. */
export type Coverage = 'full' | 'half' | 'none';

/** Coverage as a bar: full, half, or a dash where nothing is known. */
export function CoverageBar({ coverage, silent = false }: { coverage: Coverage; silent?: boolean }) {
  const t = useMessages('webkit');
  const name = silent ? { 'aria-hidden': true } : { role: 'img', 'aria-label': t(`coverage.${coverage}`) };
  return (
    <svg className={`kn-coverage kn-coverage--${coverage}`} width="28" height="10" viewBox="0 0 28 10" {...name}>
      {coverage === 'none' ? (
        <path className="kn-coverage__dash" d="M11 5h6" />
      ) : (
        <>
          <path className="kn-coverage__frame" d="M.75.75h26.5v8.5H.75z" />
          <path className="kn-coverage__fill" d={coverage === 'full' ? 'M0 0h28v10H0z' : 'M0 0h14v10H0z'} />
        </>
      )}
    </svg>
  );
}
