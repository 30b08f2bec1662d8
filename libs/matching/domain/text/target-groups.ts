import { sentencesOf } from './sentences';

/** For whom something is meant; each with the beginnings of the words that say so, as patterns, German and English. Names stand under `groups.<ID>` in the catalogue. */
const WORDS = {
  APPRENTICES: ['auszubildend', 'azubi', 'lehrling', 'berufsschüler', 'apprentice'],
  YOUNG_PEOPLE: [
    'jugendlich',
    'junge leute',
    'jungen leute',
    'jungen menschen',
    'junge menschen',
    'junge erwachsene',
    'schüler',
    'young people',
  ],
  CHILDREN: ['kindern?(?!\\p{L})', 'children'],
  PARENTS: ['eltern(?!zeit|geld|haus)', 'alleinerziehend', 'parents'],
  OLDER_PEOPLE: ['senior', 'ältere menschen', 'älteren menschen', 'rentner', 'hochbetagt', 'older people'],
  NURSES: ['pflegekraft', 'pflegekräft', 'pflegefachkr', 'pflegehelf', 'pflegende', 'nurse'],
  NEWCOMERS: ['geflüchtet', 'flüchtling', 'migrant', 'zugewandert', 'neuzugewandert', 'eingewandert', 'refugee', 'newcomer'],
  WOMEN: ['frauen(?!\\p{L})', 'mädchen(?!\\p{L})', 'women', 'girls'],
  JOBSEEKERS: ['arbeitslos', 'arbeitssuchend', 'arbeitsuchend', 'langzeitarbeitslos', 'quereinsteig', 'unemployed', 'jobseeker'],
  DISABLED_PEOPLE: ['menschen mit behinderung', 'schwerbehindert', 'gehörlos', 'disabled people', 'people with disabilities'],
  FOUNDERS: ['gründer', 'gründungsinteressiert', 'existenzgründ', 'start-up', 'startup', 'founder'],
  SMALL_FIRMS: [
    'kmu(?!\\p{L})',
    'kleine betriebe',
    'kleinbetrieb',
    'kleine firmen',
    'kleine unternehmen',
    'handwerksbetrieb',
    'smes?(?!\\p{L})',
    'small firms',
  ],
  EMPLOYEES: ['beschäftigte', 'mitarbeitende', 'mitarbeiter', 'belegschaft', 'employees', 'staff'],
  STUDENTS: ['studierend', 'studenten', 'students'],
  TEACHERS: ['lehrkraft', 'lehrkräft', 'lehrer', 'ausbilder', 'teacher'],
  VOLUNTEERS: ['ehrenamt', 'freiwillige', 'volunteer'],
} as const;
export type TargetGroup = keyof typeof WORDS;

export const TARGET_GROUPS = Object.keys(WORDS) as TargetGroup[];

const PATTERNS = TARGET_GROUPS.map((group) => [group, new RegExp(`(?<!\\p{L})(?:${WORDS[group].join('|')})`, 'iu')] as const);

/** What follows "nur für", "nicht für" until the end of the clause. */
const ONLY = /(?<!\p{L})(?:nur|ausschließlich|only|exclusively)\s+(?:an|für|for|to)\s+([^.;:!?]*)/giu;
const NOT = /(?<!\p{L})(?:nicht|keine?|not)\s+(?:an|für|for)\s+([^.;:!?,]*)/giu;

/** Whom a text is about, in the order of `TARGET_GROUPS`. */
export interface Aims {
  /** Named, and not only to be left out. */
  groups: readonly TargetGroup[];
  /** The only ones it is for; empty: for anybody. */
  only: readonly TargetGroup[];
  /** For whom it is not. */
  not: readonly TargetGroup[];
}

/** Whom an offer is for, or a need is about. */
export function aimsOf(title: string, text: string): Aims {
  const whole = [title, ...sentencesOf(text)].join('\n');
  const not = groupsIn(matchesOf(NOT, whole));
  const only = groupsIn(matchesOf(ONLY, whole)).filter((group) => !not.includes(group));
  return { groups: groupsIn(whole.replaceAll(NOT, ' ')), only, not };
}

function groupsIn(text: string): TargetGroup[] {
  return PATTERNS.flatMap(([group, pattern]) => (pattern.test(text) ? [group] : []));
}

function matchesOf(pattern: RegExp, text: string): string {
  return [...text.matchAll(pattern)].map(([, whom]) => whom).join('\n');
}
