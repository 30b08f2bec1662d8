import { LexicalIndex } from '../lexical-index';
import { themeOverlap } from '../theme-overlap';
import type { TextAnalyser } from '../text/text-analyser';
import { offersAsEntries, type NeedsData } from './needs-data';

export const SIGNALS = ['whole', 'sentence', 'letters', 'concepts', 'themes'] as const;

export interface Row {
  offer: string;
  /** In the order of `SIGNALS`. */
  values: number[];
  excluded: number;
}

/** For every need its signals with every offer of another actor. */
export function signalRows(data: NeedsData, analyser: TextAnalyser): Map<string, Row[]> {
  const index = new LexicalIndex(analyser);
  const offers = new Map(data.offers.map((offer) => [offer.id, offer]));
  offersAsEntries(data).forEach((entry) => index.add(entry));
  return new Map(
    data.needs.map((need) => {
      const among = (id: string) => offers.get(id)!.actor !== need.actor;
      const hits = index.rank({ title: need.title, text: need.text, language: 'de' }, { limit: data.offers.length, among });
      const rows = hits.map(({ id, signals }) => ({
        offer: id,
        values: [signals.whole, signals.sentence, signals.letters, signals.concepts, themeOverlap(need.themes, offers.get(id)!.themes)],
        excluded: signals.excluded,
      }));
      return [need.id, rows];
    }),
  );
}
