import { begunSection, endedSection, keptSection, overdueSection, withdrawnSection } from './report-acts';
import { benchesSection, concludedSection, formedSection, unansweredSection, workingSection } from './report-alliances';
import type { Report, ReportSection } from './report-content';
import type { ReportFacts } from './report-facts';
import { INTRODUCTION_LISTS, type ReportListName } from './report-lists';
import { figureOf, type Telling } from './report-section';
import { ReportWords } from './report-words';

/** What stands first: one figure for each section. */
const OVERVIEW: ReportListName[] = [
  'formed',
  'working',
  'preparing',
  'concluded',
  'calledOff',
  'benchesMissing',
  'unanswered',
  'promised',
  'overdue',
  'kept',
  'withdrawn',
  'begun',
  'ended',
  'contacts',
  'introductionsAsked',
  'introductionsBecame',
];

const DESK: ReportListName[] = ['contacts', ...INTRODUCTION_LISTS];

function overview(telling: Telling): ReportSection {
  const { title, lead } = telling.words.own.sections.overview;
  return { name: 'overview', title, paragraphs: [lead], figures: OVERVIEW.map((list) => figureOf(telling, list)), table: null, more: null };
}

/** What is brought about on the desk is told as numbers only: who asked whom is not public. A later list of the desk is a figure here. */
function desk(telling: Telling): ReportSection {
  const { title, lead } = telling.words.own.sections.desk;
  return { name: 'desk', title, paragraphs: [lead], figures: DESK.map((list) => figureOf(telling, list)), table: null, more: null };
}

/**
 * The report for a committee: what was formed, works, is overdue, ended and why, where somebody is missing, and what came about
 * here. What cannot be told from the facts is said to be not known.
 */
export function committeeReport(facts: ReportFacts, language: 'de' | 'en'): Report {
  const words = new ReportWords(language);
  const telling: Telling = { facts, words };
  const { from, until } = facts.period;
  const period = { from: words.day(from), until: words.day(until) };
  const moment = words.moment(facts.at, facts.timeZone);
  return {
    title: words.fill(words.own.title, { region: facts.region, ...period }),
    language,
    about: [
      words.fill(words.own.about.asOf, { moment, version: String(facts.version), ...period }),
      words.own.about.lists,
      words.own.about.hidden,
      words.own.about.intent,
    ],
    sections: [
      overview(telling),
      formedSection(telling),
      workingSection(telling),
      benchesSection(telling),
      concludedSection(telling),
      unansweredSection(telling),
      overdueSection(telling),
      keptSection(telling),
      withdrawnSection(telling),
      begunSection(telling),
      endedSection(telling),
      desk(telling),
    ],
  };
}
