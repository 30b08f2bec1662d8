import { useFormat, useMessages } from '@knotenpunkt/webkit/i18n';

interface WantedSeats {
  kind: string;
  minimum: number;
}

interface TableOfAlliance {
  members: readonly { bench: string; state: string }[];
}

/**
 * What a question's table looks like in words: who is wanted where nobody sits, else how many chairs are empty and on
 * which benches. Of several alliances the one with the fewest empty chairs counts. Null where nobody is wanted.
 */
export function useTableWords(): (benches: readonly WantedSeats[], alliances: readonly TableOfAlliance[]) => string | null {
  const t = useMessages('challenges');
  const format = useFormat();
  return (benches, alliances) => {
    if (benches.length === 0) return null;
    const name = (kind: string) => t(`themes:benches.${kind}`);
    if (alliances.length === 0) {
      const wanted = ({ kind, minimum }: WantedSeats) =>
        minimum > 1 ? t('page.seats.several', { bench: name(kind), count: minimum }) : name(kind);
      return t('page.wanted', { benches: format.list(benches.map(wanted)) });
    }
    const [best] = alliances.map(({ members }) => emptyAt(benches, members)).sort((a, b) => a.count - b.count);
    if (!best || best.count === 0) return t('page.seats.noneEmpty');
    return t('page.seats.someEmpty', { count: best.count, benches: format.list(best.kinds.map(name)) });
  };
}

function emptyAt(benches: readonly WantedSeats[], members: TableOfAlliance['members']): { count: number; kinds: string[] } {
  const missing = benches.map(({ kind, minimum }) => {
    const taken = members.filter(({ bench, state }) => bench === kind && state !== 'DECLINED').length;
    return { kind, count: Math.max(0, minimum - taken) };
  });
  const empty = missing.filter(({ count }) => count > 0);
  return { count: empty.reduce((sum, { count }) => sum + count, 0), kinds: empty.map(({ kind }) => kind) };
}
