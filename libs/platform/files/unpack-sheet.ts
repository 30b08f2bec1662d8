import { ok, refuse, type Result } from '@knotenpunkt/kernel';
import { fromBufferPromise, type Entry, type ZipFile } from 'yauzl';
import { ZipFile as NewZip } from 'yazl';

/** A workbook has some twenty parts; pictures and printer settings may add some. */
export const MOST_PARTS = 200;
/** All parts together, unpacked. A thousand full rows take a tenth of it. */
export const LARGEST_UNPACKED = 12 * 1024 * 1024;

export type SheetCode =
  'FILE_EMPTY' | 'FILE_BROKEN' | 'SHEET_KIND_UNKNOWN' | 'SHEET_LOCKED' | 'SHEET_HAS_MACROS' | 'SHEET_TOO_LARGE' | 'SHEET_UNSAFE';

/** Old workbooks, and new ones with a password, lie in a container of their own kind. */
const OLD_CONTAINER = Buffer.from('d0cf11e0a1b11ae1', 'hex');
const ZIP = Buffer.from('PK\x03\x04', 'latin1');
const CONTENT_TYPES = '[Content_Types].xml';

/** Thrown while parts are unpacked; nothing but a code leaves this file. */
class Refused extends Error {
  constructor(readonly code: SheetCode) {
    super(code);
  }
}

/**
 * Takes a workbook (.xlsx) apart and packs it anew, without compression: only its XML parts, as long as they say, none with a document
 * type of its own. Whoever reads it afterwards unpacks nothing more than what was counted here.
 */
export async function unpackSheet(file: Buffer): Promise<Result<Buffer, SheetCode>> {
  return inWorkbook(file, async (zip) => packAnew(await partsOf(zip)));
}

/** Looks at what a workbook says of itself and unpacks nothing: for those who read its parts one after the other. */
export async function inspectSheet(file: Buffer, largestUnpacked: number): Promise<Result<null, SheetCode>> {
  return inWorkbook(file, async (zip) => {
    const wanted = await entriesOf(zip, largestUnpacked);
    if (new Set(wanted.map(({ fileName }) => fileName)).size < wanted.length) throw new Refused('FILE_BROKEN');
    return null;
  });
}

async function inWorkbook<Value>(file: Buffer, read: (zip: ZipFile) => Promise<Value>): Promise<Result<Value, SheetCode>> {
  if (file.length === 0) return refuse('FILE_EMPTY');
  if (file.subarray(0, 8).equals(OLD_CONTAINER)) return refuse('SHEET_LOCKED');
  if (!file.subarray(0, 4).equals(ZIP)) return refuse('SHEET_KIND_UNKNOWN');
  let zip: ZipFile | undefined;
  try {
    zip = await fromBufferPromise(file, { lazyEntries: true, validateEntrySizes: true, strictFileNames: true });
    return ok(await read(zip));
  } catch (error) {
    return refuse(error instanceof Refused ? error.code : 'FILE_BROKEN');
  } finally {
    zip?.close();
  }
}

async function entriesOf(zip: ZipFile, largestUnpacked: number): Promise<Entry[]> {
  if (zip.entryCount > MOST_PARTS) throw new Refused('SHEET_TOO_LARGE');
  const wanted: Entry[] = [];
  let unpacked = 0;
  for await (const entry of zip.eachEntry()) {
    if (entry.isEncrypted()) throw new Refused('SHEET_LOCKED');
    if (/vbaProject|macrosheets/i.test(entry.fileName)) throw new Refused('SHEET_HAS_MACROS');
    if (!/\.xml(\.rels)?$/.test(entry.fileName)) continue;
    unpacked += entry.uncompressedSize;
    // What the archive says of itself is checked before the first byte is unpacked, and held to while it is.
    if (wanted.length >= MOST_PARTS || unpacked > largestUnpacked) throw new Refused('SHEET_TOO_LARGE');
    wanted.push(entry);
  }
  if (!wanted.some(({ fileName }) => fileName === 'xl/workbook.xml')) throw new Refused('SHEET_KIND_UNKNOWN');
  return wanted;
}

async function partsOf(zip: ZipFile): Promise<Map<string, Buffer>> {
  const wanted = await entriesOf(zip, LARGEST_UNPACKED);
  const parts = new Map<string, Buffer>();
  for (const entry of wanted) {
    if (parts.has(entry.fileName)) throw new Refused('FILE_BROKEN');
    parts.set(entry.fileName, checked(entry.fileName, await bytesOf(zip, entry)));
  }
  return parts;
}

async function bytesOf(zip: ZipFile, entry: Entry): Promise<Buffer> {
  const pieces: Buffer[] = [];
  for await (const piece of await zip.openReadStreamPromise(entry)) pieces.push(piece as Buffer);
  return Buffer.concat(pieces);
}

/** No workbook declares a document type; entities, with which a few bytes become many, need one. */
function checked(name: string, part: Buffer): Buffer {
  const text = part.toString('latin1');
  if (/<!\s*(doctype|entity)/i.test(text)) throw new Refused('SHEET_UNSAFE');
  // In another encoding it could say anything unseen.
  if (part.includes(0)) throw new Refused('SHEET_UNSAFE');
  if (name === CONTENT_TYPES && /macroEnabled/i.test(text)) throw new Refused('SHEET_HAS_MACROS');
  return part;
}

async function packAnew(parts: ReadonlyMap<string, Buffer>): Promise<Buffer> {
  const zip = new NewZip();
  for (const [name, bytes] of parts) zip.addBuffer(bytes, name, { compress: false });
  zip.end();
  const pieces: Buffer[] = [];
  for await (const piece of zip.outputStream) pieces.push(piece as Buffer);
  return Buffer.concat(pieces);
}
