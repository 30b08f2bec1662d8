// Fits the weights of the signals to the judged needs. Prints what SIGNAL_WEIGHTS and THEME_WEIGHT were rounded from.
//   node --import ./libs/matching/domain/bench/typescript-loader.mjs libs/matching/domain/bench/fit-weights.ts <folder of shared data>
import { fitListwise, rankBy } from './fit-listwise';
import { meanOf, measuresOf, row, type Measures } from './measures';
import { analyserFor, answerable, readNeeds } from './needs-data';
import { shuffled } from '../learning/random';
import { SIGNALS, signalRows, type Row } from './signal-rows';
import { WORD_FIELD_HALVES } from './word-field-halves';

const L2 = 3;
const FOLDS = 5;
const REPEATS = 3;

const { data, vocabulary } = readNeeds(process.argv[2] ?? '../shared/data');
const needs = answerable(data).map(({ id }) => id);
const full = signalRows(data, analyserFor(data, vocabulary));
const thinned = WORD_FIELD_HALVES.map((wordFields) => signalRows(data, analyserFor(data, vocabulary, { wordFields })));

const measured = (ids: readonly string[], rows: Map<string, Row[]>, weights: number[]) =>
  ids.map((id) => measuresOf(data, id, rankBy(rows.get(id)!, weights)));

function crossValidated(rows: Map<string, Row[]>): Measures {
  const all: Measures[] = [];
  for (let repeat = 0; repeat < REPEATS; repeat++) {
    const order = shuffled(needs, repeat + 1);
    for (let fold = 0; fold < FOLDS; fold++) {
      const inFold = (_: string, at: number) => at % FOLDS === fold;
      const learnt = fitListwise(
        data,
        order.filter((id, at) => !inFold(id, at)),
        [rows],
        L2,
      );
      all.push(...measured(order.filter(inFold), rows, learnt));
    }
  }
  return meanOf(all);
}

const onThinned = fitListwise(data, needs, thinned, L2);
const onFull = fitListwise(data, needs, [full], L2);
const total = onThinned.slice(0, 4).reduce((a, b) => a + b);
console.log(`signals: ${SIGNALS.join(', ')}`);
console.log(`weights fitted with all word fields:  ${onFull.map((weight) => weight.toFixed(2)).join(', ')}`);
console.log(`weights fitted with half of them:     ${onThinned.map((weight) => weight.toFixed(2)).join(', ')}`);
console.log(`the latter, text signals adding to 1: ${onThinned.map((weight) => (weight / total).toFixed(3)).join(', ')}`);
console.log(row('all word fields, weights fitted on other folds', crossValidated(full)));
console.log(row('all word fields, weights from half of them', meanOf(measured(needs, full, onThinned))));
console.log(row('half of the word fields, mean of six halves', meanOf(thinned.flatMap((rows) => measured(needs, rows, onThinned)))));
