import type { Id, LocalDate } from '@knotenpunkt/kernel';
import { THREAD_LIMITS, type ThreadState } from '../thread/thread';
import { messages } from '../messages';
import { keyOf, LIST_LIMITS, type ListColumn, type ListRow } from './list-columns';
import {
  ActorNames,
  coordinatorNames,
  dayIn,
  subjectNames,
  type KnownActor,
  type KnownCoordinator,
  type KnownSubject,
  type ReadName,
} from './list-names';

/**
 * What becomes of a row: a new thread (NEW), none because it is there already (KNOWN), because an earlier row says the same (TWICE),
 * because it is the example of the template (EXAMPLE), or because something in it cannot be taken (PROBLEM).
 */
export const ROW_FATES = ['NEW', 'KNOWN', 'TWICE', 'EXAMPLE', 'PROBLEM'] as const;
export type RowFate = (typeof ROW_FATES)[number];

/** What keeps a row from becoming a thread. */
export const ROW_PROBLEMS = ['TITLE_MISSING', 'TITLE_SHORT', 'TOO_LONG', 'DAY_UNREADABLE', 'TOO_MANY_ACTORS', 'SAME_COORDINATOR'] as const;
/** What is left out or worth knowing, and keeps nothing from anything. */
export const ROW_REMARKS = [
  'ACTOR_UNKNOWN',
  'ACTOR_SEVERAL',
  'SUBJECT_UNKNOWN',
  'SUBJECT_SEVERAL',
  'COORDINATOR_UNKNOWN',
  'DAY_PAST',
  'SAYS_OTHERWISE',
  'ALREADY_DONE',
] as const;
export type RowNoteCode = (typeof ROW_PROBLEMS)[number] | (typeof ROW_REMARKS)[number];

export interface RowNote {
  code: RowNoteCode;
  column: ListColumn;
  params: Record<string, string | number>;
}

/** A thread that is there, as far as a list needs to know. */
export interface KnownThread {
  id: Id;
  title: string;
  state: ThreadState;
  nextStep: string;
  followUpOn: LocalDate | null;
}

export interface ListSurroundings {
  actors: readonly KnownActor[];
  subjects: readonly KnownSubject[];
  coordinators: readonly KnownCoordinator[];
  threads: readonly KnownThread[];
  /** Organisations somebody chose for texts, by `keyOf`. */
  chosen: ReadonlyMap<string, KnownActor>;
  today: LocalDate;
  /** The id of the thread a row becomes: the same for the same row, whenever and by whomever it is read. */
  idOf: (key: string) => Id;
}

export interface PreviewRow {
  number: number;
  fate: RowFate;
  id: Id;
  /** Of the thread that is there already. */
  knownId: Id | null;
  title: string;
  subject: ReadName<KnownSubject> | null;
  actors: ReadName<KnownActor>[];
  nextStep: string;
  stepActor: ReadName<KnownActor> | null;
  followUpOn: LocalDate | null;
  owner: ReadName<KnownCoordinator> | null;
  deputy: ReadName<KnownCoordinator> | null;
  note: string;
  notes: RowNote[];
}

/** By what a row is known again: its title and what it is about, as written. */
export function rowKey({ cells: { title, subject } }: ListRow): string {
  return `${keyOf(title)}\n${keyOf(subject)}`;
}

/** Whether a row is not taken because of it. */
export const isProblem = ({ code }: RowNote): boolean => (ROW_PROBLEMS as readonly string[]).includes(code);

function isExample({ cells: { title } }: ListRow): boolean {
  return [messages.de, messages.en].some(({ list }) => keyOf(title).startsWith(keyOf(list.template.mark)));
}

/** What a list would become today, row by row; nothing is decided by it. */
export function previewList(rows: readonly ListRow[], around: ListSurroundings): PreviewRow[] {
  const readers = {
    names: new ActorNames(around.actors, around.chosen),
    subject: subjectNames(around.subjects),
    coordinator: coordinatorNames(around.coordinators),
  };
  const byId = new Map(around.threads.map((thread) => [thread.id, thread]));
  const openByTitle = new Map(around.threads.filter(({ state }) => state === 'OPEN').map((thread) => [keyOf(thread.title), thread]));
  const seen = new Set<Id>();
  return rows.map((row) => {
    const id = around.idOf(rowKey(row));
    const known = byId.get(id) ?? openByTitle.get(keyOf(row.cells.title)) ?? null;
    const read = readRow(row, readers, around.today);
    const notes = [...read.notes, ...(known ? differences(read, known) : [])];
    const fate = isExample(row) ? 'EXAMPLE' : notes.some(isProblem) ? 'PROBLEM' : known ? 'KNOWN' : seen.has(id) ? 'TWICE' : 'NEW';
    if (fate === 'NEW') seen.add(id);
    return { ...read, number: row.number, id, knownId: known?.id ?? null, fate, notes };
  });
}

type Read = Omit<PreviewRow, 'number' | 'fate' | 'id' | 'knownId'>;

function differences(read: Read, known: KnownThread): RowNote[] {
  const { title, nextStep, followUpOn } = known;
  if (known.state === 'DONE') return [{ code: 'ALREADY_DONE', column: 'title', params: { title } }];
  const other = read.nextStep !== nextStep ? 'nextStep' : read.followUpOn !== followUpOn ? 'followUpOn' : null;
  return other ? [{ code: 'SAYS_OTHERWISE', column: other, params: { title } }] : [];
}

interface Readers {
  names: ActorNames;
  subject: ReturnType<typeof subjectNames>;
  coordinator: ReturnType<typeof coordinatorNames>;
}

function readRow({ cells }: ListRow, readers: Readers, today: LocalDate): Read {
  const notes: RowNote[] = [];
  const note = (column: ListColumn, code: RowNoteCode, params: RowNote['params'] = {}) => void notes.push({ column, code, params });
  const bounded = (column: 'title' | 'nextStep' | 'note', max: number) => {
    const length = [...cells[column]].length;
    if (length > max) note(column, 'TOO_LONG', { max, length });
  };
  if (cells.title === '') note('title', 'TITLE_MISSING');
  else if ([...cells.title].length < THREAD_LIMITS.titleMin) note('title', 'TITLE_SHORT', { min: THREAD_LIMITS.titleMin });
  bounded('title', THREAD_LIMITS.title);
  bounded('nextStep', THREAD_LIMITS.nextStep);
  bounded('note', LIST_LIMITS.note);
  const actors = readers.names.all(cells.actors);
  const stepActor = cells.stepActor === '' ? null : readers.names.one(cells.stepActor);
  for (const [column, { text, found, several }] of [
    ...actors.map((name) => ['actors', name] as const),
    ...(stepActor ? [['stepActor', stepActor] as const] : []),
  ]) {
    if (!found) note(column, several ? 'ACTOR_SEVERAL' : 'ACTOR_UNKNOWN', { text });
  }
  if (actors.length > THREAD_LIMITS.actors) note('actors', 'TOO_MANY_ACTORS', { max: THREAD_LIMITS.actors, count: actors.length });
  const subject = readers.subject(cells.subject);
  if (subject && !subject.found) note('subject', subject.several ? 'SUBJECT_SEVERAL' : 'SUBJECT_UNKNOWN', { text: subject.text });
  const day = dayIn(cells.followUpOn);
  if (day === undefined) note('followUpOn', 'DAY_UNREADABLE', { text: cells.followUpOn });
  else if (day !== null && day < today) note('followUpOn', 'DAY_PAST');
  const owner = readers.coordinator(cells.owner);
  const deputy = readers.coordinator(cells.deputy);
  if (owner && !owner.found) note('owner', 'COORDINATOR_UNKNOWN', { text: owner.text });
  if (deputy && !deputy.found) note('deputy', 'COORDINATOR_UNKNOWN', { text: deputy.text });
  if (owner?.found && owner.found.id === deputy?.found?.id) note('deputy', 'SAME_COORDINATOR');
  const { title, nextStep } = cells;
  return { title, subject, actors, nextStep, stepActor, followUpOn: day ?? null, owner, deputy, note: cells.note, notes };
}
