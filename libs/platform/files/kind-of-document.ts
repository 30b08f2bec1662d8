import { inflateSync } from 'node:zlib';
import { ok, refuse, type Result } from '@knotenpunkt/kernel';

export type PdfCode = 'FILE_PDF_BROKEN' | 'FILE_PDF_ACTIVE' | 'FILE_PDF_LOCKED' | 'FILE_IS_TWO_THINGS';

/** What other kinds of file begin with: readers look for it in the first bytes of whatever they are given. */
const LOOKED_AT = 1_024;
const OTHER_BEGINNINGS = /<html[\s>]|<!doctype|<script[\s>]|<svg[\s>]|<\?php|<\?xml/i;

/** A ZIP file is found from its end: its directory lies in the last 64 kB. */
const END_OF_ZIP = 'PK\x05\x06';
const ZIP_END_WITHIN = 66_000;

/** What runs, opens or carries other things. */
const ACTIVE = /\/(JavaScript|JS|Launch|EmbeddedFiles?|RichMedia|XFA)(?![A-Za-z0-9])/;
const LOCKED = /\/Encrypt(?![A-Za-z0-9])/;

/** So much of a packed stream is unpacked to look into it. */
const MOST_UNPACKED = 4 * 1024 * 1024;

export function looksLikePdf(bytes: Buffer): boolean {
  return bytes.subarray(0, 5).toString('latin1') === '%PDF-';
}

/** Text in UTF-8 without control characters and without markup at its beginning. */
export function isPlainText(bytes: Buffer): boolean {
  if (OTHER_BEGINNINGS.test(bytes.subarray(0, LOOKED_AT).toString('latin1'))) return false;
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return !/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/.test(text);
  } catch {
    return false;
  }
}

/**
 * Whether a PDF can be kept as it is: one thing only, whole, not locked, and without what runs or carries other files. It cannot
 * be made anew, and what hides well is not found; so it is never shown in a page of ours, only handed out.
 */
export function checkPdf(bytes: Buffer): Result<null, PdfCode> {
  const text = bytes.toString('latin1');
  const end = text.lastIndexOf('%%EOF');
  if (!looksLikePdf(bytes) || end === -1) return refuse('FILE_PDF_BROKEN');
  const isOther = text.slice(end + 5).trim() !== '' || OTHER_BEGINNINGS.test(text.slice(0, LOOKED_AT));
  if (isOther || text.slice(-ZIP_END_WITHIN).includes(END_OF_ZIP)) return refuse('FILE_IS_TWO_THINGS');
  const objects = objectsOf(bytes, text);
  if (LOCKED.test(objects)) return refuse('FILE_PDF_LOCKED');
  return ACTIVE.test(objects) ? refuse('FILE_PDF_ACTIVE') : ok(null);
}

/** The objects of a PDF as text: without what streams hold, but with the objects that lie packed in them, and with names spelt out. */
function objectsOf(bytes: Buffer, text: string): string {
  const parts: string[] = [];
  let from = 0;
  for (;;) {
    const start = text.indexOf('stream', from);
    const until = start === -1 ? -1 : text.indexOf('endstream', start);
    if (until === -1) break;
    parts.push(text.slice(from, start));
    const about = text.slice(Math.max(from, start - 500), start);
    if (/\/ObjStm/.test(about.slice(about.lastIndexOf('<<')) || about)) parts.push(unpacked(bytes, start + 6, until));
    from = until + 9;
  }
  parts.push(text.slice(from));
  return parts.join('\n').replace(/#([0-9A-Fa-f]{2})/g, (_, hex: string) => String.fromCharCode(parseInt(hex, 16)));
}

function unpacked(bytes: Buffer, from: number, until: number): string {
  const begins = bytes[from] === 13 ? from + 2 : from + 1;
  try {
    return inflateSync(bytes.subarray(begins, until), { maxOutputLength: MOST_UNPACKED }).toString('latin1');
  } catch {
    // What cannot be looked into is taken for active rather than for harmless.
    return ' /JS ';
  }
}
