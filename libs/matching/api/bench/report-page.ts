import { TASKS, type StoredModel, type Task } from '@knotenpunkt/matching/domain';
import type { InnerTrial } from './inner-trial';
import type { Estimate } from './ranking-measures';
import { barChart, calibrationChart, dotChart, escaped, type Row } from './report-charts';
import { NOTES } from './report-notes';

/** What the scorer of the tasks prints, as far as the report shows it. */
export interface Score {
  queries: number;
  hit: number;
  hitCi95: [number, number];
  recall: number;
  recallCi95: [number, number];
  map: number;
  mapCi95: [number, number];
  tailRecall: number;
  tailRecallCi95: [number, number];
  coverage: number;
  tailShare: number;
  hitDiff?: number;
  hitDiffCi95?: [number, number];
  tailRecallDiff?: number;
  tailRecallDiffCi95?: [number, number];
}

/** All a report is made of: by task what the scorer said of each method, of inner trials, and the weights. */
export interface Findings {
  scores: Partial<Record<Task, Record<string, Score>>>;
  trials: Partial<Record<Task, InnerTrial>>;
  weights: Partial<Record<Task, StoredModel>>;
}

/** The method of this room among the scores. */
export const OURS = 'this ranker';
/** hit@10 and tail recall that were wanted. */
const WANTED: Record<Task, { hit: number; tailRecall: number }> = {
  partner: { hit: 0.61, tailRecall: 0.01 },
  alliance: { hit: 0.28, tailRecall: 0.08 },
  alliance1: { hit: 0.56, tailRecall: 0.035 },
};
const TITLES: Record<Task, string> = {
  partner: 'Partners for one actor',
  alliance: 'The rest of an alliance, two thirds given',
  alliance1: 'The rest of an alliance, one member given',
};
const WEIGHTS_SHOWN = 16;

/** The report as one page of HTML that needs nothing else. */
export function reportPage(findings: Findings): string {
  const sections = TASKS.map((task) => taskSection(task, findings)).join('');
  const notes = NOTES.map(({ title, lines }) => `<h2>${title}</h2><ul>${lines.map((line) => `<li>${line}</li>`).join('')}</ul>`).join('');
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>How well the ranking finds partners</title><style>${STYLE}</style></head><body><main>
<h1>How well the ranking finds partners and members</h1>
<p>Measured on the H2020 tasks: 1,514 projects up to summer 2015 are known, 7,223 actors took part in them, 91 % of those in at most three
projects (“the tail”). The questions are about what began afterwards. Ten actors are named for each question.</p>
${summary(findings)}${sections}${notes}
</main></body></html>
`;
}

function summary({ scores }: Findings): string {
  const rows = TASKS.flatMap((task) => {
    const score = scores[task]?.[OURS];
    return score ? [summaryRow(task, score)] : [];
  });
  return `<h2>Result</h2><p>Answers scored by <code>score.mjs</code>; in brackets the interval of 95 %. <em>Wanted</em> is a pair to be reached together.</p>
${table(['task', 'hit@10', 'wanted', 'tail recall', 'wanted', 'recall@10', 'MAP', 'coverage', 'tail share', 'reached'], rows)}`;
}

function summaryRow(task: Task, score: Score): string[] {
  const wanted = WANTED[task];
  const [hit, tail] = [score.hit >= wanted.hit, score.tailRecall >= wanted.tailRecall];
  const reached = hit && tail ? 'both' : hit ? 'hit only' : tail ? 'tail only' : 'neither';
  return [
    task,
    withRange([score.hit, ...score.hitCi95]),
    share(wanted.hit),
    withRange([score.tailRecall, ...score.tailRecallCi95]),
    share(wanted.tailRecall),
    withRange([score.recall, ...score.recallCi95]),
    withRange([score.map, ...score.mapCi95]),
    share(score.coverage),
    share(score.tailShare),
    reached,
  ];
}

function taskSection(task: Task, { scores, trials, weights }: Findings): string {
  const parts = [realPart(task, scores[task]), trialPart(trials[task]), weightsPart(task, weights[task])];
  return `<section><h2>${TITLES[task]} <code>${task}</code></h2>${parts.join('')}</section>`;
}

function realPart(task: Task, methods: Record<string, Score> | undefined): string {
  if (!methods) return '';
  const rows = (read: (score: Score) => [number, [number, number]?]): Row[] =>
    Object.entries(methods).map(([name, score]) => {
      const [value, between] = read(score);
      return { name, value, ours: name === OURS, ...(between ? { between } : {}) };
    });
  const ours = methods[OURS];
  const against =
    ours?.hitDiff === undefined
      ? ''
      : `<p>Against the logistic hybrid, question by question: hit@10 ${signed(ours.hitDiff, ours.hitDiffCi95)}, tail recall ${signed(ours.tailRecallDiff ?? 0, ours.tailRecallDiffCi95)}.</p>`;
  return `<h3>On the real answers</h3>${against}<div class="charts">
${dotChart(
  'hit@10 (dashed: wanted)',
  rows(({ hit, hitCi95 }) => [hit, hitCi95]),
  WANTED[task].hit,
)}
${dotChart(
  'Tail recall (dashed: wanted)',
  rows(({ tailRecall, tailRecallCi95 }) => [tailRecall, tailRecallCi95]),
  WANTED[task].tailRecall,
)}
${dotChart(
  'Coverage: share of all actors that is on any list',
  rows(({ coverage }) => [coverage]),
)}
${dotChart(
  'Share of the places given to the tail',
  rows(({ tailShare }) => [tailShare]),
)}</div>`;
}

function trialPart(trial: InnerTrial | undefined): string {
  if (!trial) return '';
  const lists = trial.lists.map(({ name, measures: { hit, recall, map, tailRecall, coverage, tailShare } }) => [
    name,
    withRange(hit),
    withRange(recall),
    withRange(map),
    withRange(tailRecall),
    share(coverage),
    share(tailShare),
  ]);
  const [all, ...others] = trial.without;
  const left = others.map(({ group, hit }) => ({ name: `no ${group}`, value: hit - all!.hit, ours: hit >= all!.hit }));
  const leftTail = others.map(({ group, overlookedOnly }) => ({ name: `no ${group}`, value: overlookedOnly - all!.overlookedOnly }));
  return `<h3>On the inner split</h3><p>${trial.asked} questions about what began from ${trial.cut} on, learnt from ${trial.learntFrom} questions
made of what was before. ${trial.candidates.toFixed(0)} candidates a question; ${share(trial.reachable)} of the right answers are among them.
Variants were chosen here and on left-out topics; how often the real answers were looked at stands below.</p>
${table(['list', 'hit@10', 'recall@10', 'MAP', 'tail recall', 'coverage', 'tail share'], lists)}
<div class="charts">${calibrationChart('Chance that the list holds somebody right: said and true', trial.calibration.hit)}
${calibrationChart('Chance of each actor on the list: said and true', trial.calibration.candidates)}
${barChart(`Hit@10 lost (or won) without a group of signals; all: ${share(all!.hit)}`, left)}
${barChart(`Tail recall of ten of the tail lost without a group; all: ${share(all!.overlookedOnly)}`, leftTail)}</div>`;
}

function weightsPart(task: Task, model: StoredModel | undefined): string {
  if (!model) return '';
  const rows = (which: 'common' | 'overlooked'): Row[] =>
    Object.entries(model[which].signals)
      .map(([name, [weight]]) => ({ name, value: weight, ours: weight > 0 }))
      .sort((a, b) => Math.abs(b.value) - Math.abs(a.value))
      .slice(0, WEIGHTS_SHOWN);
  return `<h3>Weights</h3><p>The ${WEIGHTS_SHOWN} largest of ${Object.keys(model.common.signals).length}, by standard deviations of the signals, at
the usual room. Signals rise and fall together, so a single weight says little. What each signal is stands in <code>domain/ranking/signals.ts</code>.</p>
<div class="charts">${barChart('Among all candidates', rows('common'))}${barChart('Among the tail', rows('overlooked'))}</div>`;
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const cells = (row: readonly string[], tag: string) => row.map((cell) => `<${tag}>${escaped(cell)}</${tag}>`).join('');
  return `<div class="wide"><table><thead><tr>${cells(head, 'th')}</tr></thead><tbody>${rows.map((row) => `<tr>${cells(row, 'td')}</tr>`).join('')}</tbody></table></div>`;
}

function share(value: number): string {
  return value.toFixed(3);
}

function withRange([value, low, high]: Estimate): string {
  return `${share(value)} [${share(low)}, ${share(high)}]`;
}

function signed(value: number, range: readonly [number, number] | undefined): string {
  const plus = (one: number) => `${one >= 0 ? '+' : '−'}${Math.abs(one).toFixed(3)}`;
  return `${plus(value)}${range ? ` [${plus(range[0])}, ${plus(range[1])}]` : ''}`;
}

const STYLE = `
:root { color-scheme: light dark; --ground: #fff; --ink: #1b1f24; --quiet: #57606a; --line: #c3c9d0; --ours: #0b5cad; --other: #7a8590; --wanted: #b34700; }
@media (prefers-color-scheme: dark) {
  :root { --ground: #14171a; --ink: #e8eaed; --quiet: #a6afb8; --line: #4a525a; --ours: #6cb2ff; --other: #98a2ac; --wanted: #ffa466; }
}
body { margin: 0; background: var(--ground); color: var(--ink); font: 16px/1.5 system-ui, sans-serif; }
main { max-width: 72rem; margin: 0 auto; padding: 1.5rem; }
h2 { margin-top: 2.5rem; border-top: 1px solid var(--line); padding-top: 1rem; }
p, li { max-width: 48rem; }
.wide { overflow-x: auto; }
table { border-collapse: collapse; font-variant-numeric: tabular-nums; }
th, td { text-align: left; padding: 0.3rem 0.8rem 0.3rem 0; border-bottom: 1px solid var(--line); white-space: nowrap; }
.charts { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(30rem, 100%), 1fr)); gap: 1.5rem; }
figure { margin: 1rem 0; }
figcaption { font-weight: 600; margin-bottom: 0.4rem; }
svg { width: 100%; height: auto; max-width: 42rem; }
svg text { fill: var(--ink); font-size: 14px; }
svg .figure { fill: var(--quiet); font-size: 13px; }
`;
