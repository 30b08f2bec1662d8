import { useMessages } from '@knotenpunkt/webkit/i18n';
import type { Kind } from './useMerging';

/** How much of which kind, in words; `setAside`: of that, what was there already. */
export function KindCounts({ counts }: { counts: readonly { kind: Kind; count: number; setAside?: number }[] }) {
  const t = useMessages('imports');
  return counts.length === 0 ? null : (
    <ul className="merging-kinds">
      {counts.map(({ kind, count, setAside = 0 }) => (
        <li key={kind}>
          {t(`merging.kinds.${kind}`, { count: count + setAside })}
          {setAside > 0 ? `, ${t('merging.setAside', { count: setAside })}` : null}
        </li>
      ))}
    </ul>
  );
}
