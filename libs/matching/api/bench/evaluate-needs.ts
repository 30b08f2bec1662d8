import { MeaningSpace, NeedOfferMatcher, TextAnalyser } from '@knotenpunkt/matching/domain';
import { loadCompetences } from '@knotenpunkt/themes/domain';
import { readAnchors, readWindows } from '../read-windows';
import { loadSentenceModel } from '../sentence-model';
import { readNeedsFile, type AskedNeeds } from './needs-file';

const PLACES = 10;
/** No entry of a file has dates: any day will do. */
const TODAY = '2026-01-01';

/**
 * Ten offers for each need of a file, best first, or none where nothing fits. `models` is the folder of the sentence model; without it
 * words are compared only. Weights are those of the product, nothing is learnt from the file.
 */
export async function evaluateNeeds(file: string, models: string | null, tell: (line: string) => void): Promise<Record<string, string[]>> {
  const asked = readNeedsFile(file);
  tell(
    `${asked.needs.length} needs, ${asked.offers.length} offers, ${models ? `sentence model of ${models}` : 'no sentence model: words only'}`,
  );
  const { all } = await loadCompetences();
  const samples = [...asked.offers, ...asked.needs].map(({ title, text, language }) => ({ text: `${title}\n${text}`, language }));
  const space = models ? await giveMeaning(asked, models) : null;
  const matcher = new NeedOfferMatcher(new TextAnalyser(all, samples), space);
  for (const offer of asked.offers) matcher.add(offer);
  const near = new Set(asked.offers.map(({ id }) => id));
  const answers = (need: AskedNeeds['needs'][number]) => matcher.answersTo(need, { limit: PLACES, today: TODAY, near }).slice(0, PLACES);
  return Object.fromEntries(asked.needs.map((need) => [need.id, answers(need).map(({ entry }) => entry.id)]));
}

async function giveMeaning({ offers, needs }: AskedNeeds, models: string): Promise<MeaningSpace> {
  const model = await loadSentenceModel(models);
  try {
    const { all } = await loadCompetences();
    const space = new MeaningSpace(await readAnchors(model, all));
    const texts = [...offers, ...needs];
    (await readWindows(model, texts)).forEach((windows, at) => (texts[at]!.windows = windows));
    return space;
  } finally {
    await model.close();
  }
}
