import type { Id, LocalDate } from '@knotenpunkt/kernel';
import { isFaded, isOver } from './doubts';
import type { MatchedEntry } from './entry';
import { MANY_COMMITMENTS } from './table';
import { exclusionsOf } from './text/sentences';

/** Where a competence was read: chosen in the Steckbrief or for an offer, named by words of an offer, or said by the organisation itself. */
export const HELD_SOURCES = ['PROFILE', 'TAG', 'WORDS', 'STATED'] as const;
export type HeldSourceKind = (typeof HELD_SOURCES)[number];

export interface HeldSource {
  kind: HeldSourceKind;
  entryId: Id | null;
  /** The words that name it, as written; empty where it was chosen. */
  words: string;
}

/** A competence that counts for an organisation, or would if it had not been struck. */
export interface HeldCompetence {
  competence: string;
  struck: boolean;
  sources: HeldSource[];
}

/** What is read of one offer or need. */
export interface HeldEntry {
  entryId: Id;
  direction: MatchedEntry['direction'];
  title: string;
  named: { competence: string; words: string }[];
  /** The competences its text lies nearest to, without those it names. */
  nearest: string[];
  ruledOut: string;
  membersOnly: boolean;
  confirmedOn: LocalDate | null;
  /** FULL, FADED when nobody has confirmed it for long, NOT when its time is over. */
  counts: 'FULL' | 'FADED' | 'NOT';
  /** The model has read it. */
  read: boolean;
}

export const HELD_POINTS = [
  'OFFERS',
  'THEMES',
  'PLACE',
  'STATED',
  'NOT_PROPOSABLE',
  'NOTHING_OFFERED',
  'LONG_AGO',
  'OVER',
  'MANY_COMMITMENTS',
  'NO_THEMES',
  'NO_PLACE',
] as const;
export type HeldPointCode = (typeof HELD_POINTS)[number];

/** What counts for or against an organisation wherever somebody is looked for. */
export interface HeldPoint {
  code: HeldPointCode;
  count: number;
  against: boolean;
}

/** What is known of an organisation. */
export interface HeldActor {
  competences: readonly string[];
  struck: readonly string[];
  added: readonly string[];
  themes: readonly string[];
  hasPlace: boolean;
  proposable: boolean;
  openCommitments: number;
}

/** How texts are read. */
export interface Reading {
  namingsIn(entry: MatchedEntry): readonly { id: string; words: string }[];
  nearestTo(entry: MatchedEntry): readonly string[];
}

export interface Understanding {
  /** What it can, in the order it was found; struck ones among them. Needs say nothing of that. */
  competences: HeldCompetence[];
  entries: HeldEntry[];
  points: HeldPoint[];
}

/** All that the engine reads of an organisation: exactly what it counts, and where it has that from. */
export function understandingOf(actor: HeldActor, entries: readonly MatchedEntry[], reading: Reading, today: LocalDate): Understanding {
  const held = entries.map((entry) => readEntry(entry, reading, today));
  return { competences: competencesOf(actor, entries, held), entries: held, points: pointsOf(actor, held) };
}

function readEntry(entry: MatchedEntry, reading: Reading, today: LocalDate): HeldEntry {
  const { id, direction, title, text } = entry;
  const named = reading.namingsIn(entry).map(({ id: competence, words }) => ({ competence, words }));
  const known = new Set([...entry.competences, ...named.map(({ competence }) => competence)]);
  const { excluded, membersOnly } = direction === 'OFFER' ? exclusionsOf(text) : { excluded: '', membersOnly: false };
  const confirmedOn = entry.confirmedOn ?? null;
  return {
    entryId: id,
    direction,
    title,
    named: [
      ...entry.competences
        .filter((tag) => !named.some(({ competence }) => competence === tag))
        .map((competence) => ({ competence, words: '' })),
      ...named,
    ],
    nearest: reading.nearestTo(entry).filter((competence) => !known.has(competence)),
    ruledOut: excluded,
    membersOnly,
    confirmedOn,
    counts: isOver(entry, today) ? 'NOT' : isFaded(entry, today) ? 'FADED' : 'FULL',
    read: entry.windows !== undefined,
  };
}

function competencesOf(actor: HeldActor, entries: readonly MatchedEntry[], held: readonly HeldEntry[]): HeldCompetence[] {
  const found = new Map<string, HeldSource[]>();
  const add = (competence: string, source: HeldSource) => found.set(competence, [...(found.get(competence) ?? []), source]);
  for (const competence of actor.competences) add(competence, { kind: 'PROFILE', entryId: null, words: '' });
  entries.forEach((entry, at) => {
    if (entry.direction !== 'OFFER') return;
    for (const competence of entry.competences) add(competence, { kind: 'TAG', entryId: entry.id, words: '' });
    for (const { competence, words } of held[at]!.named) if (words) add(competence, { kind: 'WORDS', entryId: entry.id, words });
  });
  for (const competence of actor.added) add(competence, { kind: 'STATED', entryId: null, words: '' });
  for (const competence of actor.struck) if (!found.has(competence)) found.set(competence, []);
  return [...found].map(([competence, sources]) => ({ competence, struck: actor.struck.includes(competence), sources }));
}

function pointsOf(actor: HeldActor, held: readonly HeldEntry[]): HeldPoint[] {
  const open = held.filter(({ direction, counts }) => direction === 'OFFER' && counts !== 'NOT');
  const count = (counts: HeldEntry['counts']) => held.filter((entry) => entry.counts === counts).length;
  const points: [HeldPointCode, number, boolean][] = [
    ['OFFERS', open.length, false],
    ['THEMES', actor.themes.length, false],
    ['PLACE', actor.hasPlace ? 1 : 0, false],
    ['STATED', actor.added.length, false],
    ['NOT_PROPOSABLE', actor.proposable ? 0 : 1, true],
    ['NOTHING_OFFERED', open.length === 0 ? 1 : 0, true],
    ['LONG_AGO', count('FADED'), true],
    ['OVER', count('NOT'), true],
    ['MANY_COMMITMENTS', actor.openCommitments >= MANY_COMMITMENTS ? actor.openCommitments : 0, true],
    ['NO_THEMES', actor.themes.length === 0 ? 1 : 0, true],
    ['NO_PLACE', actor.hasPlace ? 0 : 1, true],
  ];
  return points.filter(([, many]) => many > 0).map(([code, many, against]) => ({ code, count: many, against }));
}
