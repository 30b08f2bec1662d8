import type { DirectoryFilter } from '@knotenpunkt/actors/domain';
import { useMessages } from '@knotenpunkt/webkit/i18n';
import { FactLine } from '@knotenpunkt/webkit/ui';
import { useFilterWords } from './useFilterWords';

/** On paper, where filters and buttons are not: what is filtered by, and how much of what is found stands there. */
export function DirectoryPrinted({ filter, shown, total }: { filter: DirectoryFilter; shown: number; total: number }) {
  const t = useMessages('actors');
  const words = useFilterWords(filter);
  return (
    <div className="kn-print-only">
      {words.length > 0 ? (
        <p>
          <FactLine parts={[t('directory.printedFilter'), ...words]} />
        </p>
      ) : null}
      {shown < total ? <p>{t('directory.printedPart', { count: shown, total })}</p> : null}
    </div>
  );
}
