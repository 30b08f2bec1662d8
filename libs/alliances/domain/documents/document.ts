import type { Viewer } from '@knotenpunkt/identity/domain';
import { checkText, isLocalDate, ok, refuse, slugOf, type Id, type LocalDate, type Result } from '@knotenpunkt/kernel';
import { isFormed, type Alliance } from '../alliance';
import type { AllianceCode } from '../alliance-text';
import { speaksFor } from '../membership/admission';
import { readsForMembers, type StatementAudience } from '../statements/statement';

export const DOCUMENT_KINDS = ['AGREEMENT', 'PLAN', 'REPORT', 'PRESENTATION', 'OTHER'] as const;
export type DocumentKind = (typeof DOCUMENT_KINDS)[number];

/** A file kept here, or a link to what is kept elsewhere. */
export interface AllianceDocument {
  id: Id;
  allianceId: Id;
  title: string;
  kind: DocumentKind;
  on: LocalDate;
  enteredById: Id;
  audience: StatementAudience;
  /** Of the file; null: it is a link, or was removed. */
  fileHash: string | null;
  fileType: string;
  fileBytes: number;
  /** Where it is kept elsewhere; empty: here. Never fetched. */
  url: string;
  /** The version it takes the place of. */
  replacesId: Id | null;
  enteredOn: LocalDate;
  removedOn: LocalDate | null;
  removedReason: string;
  version: number;
}

export type DocumentCode =
  | AllianceCode
  | 'DAY_PASSED_MISSING'
  | 'DOCUMENT_EMPTY'
  | 'FILE_UNKNOWN'
  | 'LINK_NOT_HTTPS'
  | 'REPLACED_UNKNOWN'
  | 'ALREADY_REPLACED'
  | 'TOO_MANY_DOCUMENTS'
  | 'DOCUMENT_REMOVED';

export const DOCUMENT_LIMITS = { title: 120, url: 500, reason: 300, count: 100, bytes: 10 * 1024 * 1024 } as const;

/** A file as it was kept. */
export interface FileOfDocument {
  hash: string;
  mime: string;
  size: number;
}

type Writing = Pick<AllianceDocument, 'id' | 'title' | 'kind' | 'on' | 'audience' | 'url' | 'replacesId' | 'enteredById'>;

function checkAddress(url: string): Result<string, DocumentCode> {
  const text = checkText('url', url, { max: DOCUMENT_LIMITS.url, optional: true });
  if (!text.ok || text.value === '') return text;
  const parsed = URL.canParse(text.value) ? new URL(text.value) : null;
  const fits = parsed?.protocol === 'https:' && parsed.username === '' && parsed.password === '';
  return fits ? ok(parsed.href) : refuse('LINK_NOT_HTTPS', { field: 'url' });
}

/** A member adds a document, as a file or as a link, never both. */
export function addDocument(
  viewer: Viewer,
  alliance: Alliance,
  writing: Writing,
  { file, present, today }: { file: FileOfDocument | null; present: readonly AllianceDocument[]; today: LocalDate },
): Result<AllianceDocument, DocumentCode> {
  const { id, kind, on, audience, replacesId, enteredById } = writing;
  if (!speaksFor(viewer, alliance, enteredById)) return refuse('NOT_PERMITTED');
  if (!isFormed(alliance)) return refuse('STATE_DIFFERS');
  if (present.length >= DOCUMENT_LIMITS.count) return refuse('TOO_MANY_DOCUMENTS', { params: { max: DOCUMENT_LIMITS.count } });
  const title = checkText('title', writing.title, { max: DOCUMENT_LIMITS.title });
  if (!title.ok) return title;
  const url = checkAddress(writing.url);
  if (!url.ok) return url;
  if ((file === null) === (url.value === '')) return refuse('DOCUMENT_EMPTY', { field: 'url' });
  if (!isLocalDate(on) || on > today) return refuse('DAY_PASSED_MISSING', { field: 'on' });
  const replaced = present.find((each) => each.id === replacesId);
  if (replacesId !== null && (!replaced || replaced.removedOn !== null)) return refuse('REPLACED_UNKNOWN', { field: 'replacesId' });
  if (replacesId !== null && present.some((each) => each.replacesId === replacesId)) return refuse('ALREADY_REPLACED');
  return ok({
    ...{ id, allianceId: alliance.id, title: title.value, kind, on, enteredById, audience, replacesId },
    ...{ fileHash: file?.hash ?? null, fileType: file?.mime ?? '', fileBytes: file?.size ?? 0, url: url.value },
    ...{ enteredOn: today, removedOn: null, removedReason: '', version: 1 },
  });
}

/** Takes a document away and says why. Title and reason stay; the file goes. */
export function removeDocument(
  viewer: Viewer,
  alliance: Alliance,
  document: AllianceDocument,
  reason: string,
  today: LocalDate,
): Result<AllianceDocument, DocumentCode> {
  const may = alliance.members.some(({ actorId }) => speaksFor(viewer, alliance, actorId));
  if (!may) return refuse('NOT_PERMITTED');
  if (document.removedOn !== null) return refuse('DOCUMENT_REMOVED');
  const text = checkText('reason', reason, { max: DOCUMENT_LIMITS.reason });
  if (!text.ok) return text;
  return ok({ ...document, fileHash: null, url: '', removedOn: today, removedReason: text.value });
}

/** Everybody reads what is public and there; members and coordinators everything. */
export function maySeeDocument(viewer: Viewer, alliance: Alliance, document: AllianceDocument): boolean {
  return readsForMembers(viewer, alliance) || (document.audience === 'PUBLIC' && document.removedOn === null);
}

/** Where the bytes of documents are taken in. */
export const documentDoor = (allianceId: Id) => `/dateien/allianz/${allianceId}`;

/** Where a document is found: handed out here, or the link; empty once it was removed. */
export function addressOfDocument({ id, allianceId, fileHash, url }: AllianceDocument): string {
  return fileHash === null ? url : `${documentDoor(allianceId)}/${id}`;
}

const ENDINGS: Record<string, string> = { 'application/pdf': 'pdf', 'image/webp': 'webp' };

/** How a document is called where it is handed out: of letters, digits and hyphens only, whatever its title holds. */
export function fileNameOf({ title, fileType }: Pick<AllianceDocument, 'title' | 'fileType'>): string {
  return `${slugOf(title)}.${ENDINGS[fileType] ?? 'txt'}`;
}
