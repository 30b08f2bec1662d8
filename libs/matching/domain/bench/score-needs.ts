// Answers the judged needs as the product does; writes predictions for score-needs.mjs and prints measures.
//   node --import ./libs/matching/domain/bench/typescript-loader.mjs libs/matching/domain/bench/score-needs.ts <folder of shared data> [<file for predictions>]
import { writeFileSync } from 'node:fs';
import { NeedOfferMatcher, type EntryMatch } from '../need-offer';
import type { TextAnalyser } from '../text/text-analyser';
import { meanOf, measuresOf, row } from './measures';
import { analyserFor, answerable, offersAsEntries, readNeeds, type Entry } from './needs-data';

const { data, vocabulary } = readNeeds(process.argv[2] ?? '../shared/data');

function matcherWith(analyser: TextAnalyser): NeedOfferMatcher {
  const matcher = new NeedOfferMatcher(analyser);
  offersAsEntries(data).forEach((entry) => matcher.add(entry));
  return matcher;
}

const answersBy = (matcher: NeedOfferMatcher) => (need: Entry) =>
  matcher.offersFor(
    { actorId: need.actor, title: need.title, text: need.text, themes: need.themes, language: 'de' },
    { limit: 10, today: '2026-01-01' },
  );

function report(name: string, answers: (need: Entry) => EntryMatch[]): Record<string, string[]> {
  const predictions = Object.fromEntries(data.needs.map((need) => [need.id, answers(need).map(({ entryId }) => entryId)]));
  console.log(row(name, meanOf(answerable(data).map(({ id }) => measuresOf(data, id, predictions[id]!)))));
  return predictions;
}

console.log('| answerable needs | hit@1 | hit@3 | nDCG@10 | recall@10 |');
report('without word fields', answersBy(matcherWith(analyserFor(data, vocabulary, { wordFields: new Map() }))));
report('without the vocabulary', answersBy(matcherWith(analyserFor(data, []))));
const answers = answersBy(matcherWith(analyserFor(data, vocabulary)));
const predictions = report('as in the product', answers);
const started = performance.now();
data.needs.forEach(answers);
console.log(`${((performance.now() - started) / data.needs.length).toFixed(1)} ms a need`);
for (const certainty of ['WELL_FOUNDED', 'POSSIBLE', 'ATTEMPT']) {
  const firsts = data.needs.map((need) => ({
    need,
    answer: answers(need)
      .slice(0, 3)
      .filter((match) => match.certainty === certainty),
  }));
  const grades = firsts.flatMap(({ need, answer }) => answer.map(({ entryId }) => data.judgements[need.id]![entryId] ?? 0));
  console.log(
    `${certainty}: ${grades.length} among the first three, ${grades.filter((grade) => grade >= 2).length} help, ${grades.filter((grade) => grade === 1).length} related`,
  );
}
if (process.argv[3]) writeFileSync(process.argv[3], JSON.stringify(predictions));
