/** Kinds of pictures that are taken. */
export type PictureKind = 'PNG' | 'JPEG' | 'WEBP' | 'GIF' | 'AVIF';

/** What sharp calls them. */
export const FORMAT_OF: Record<PictureKind, string> = { PNG: 'png', JPEG: 'jpeg', WEBP: 'webp', GIF: 'gif', AVIF: 'heif' };

/** So many bytes are looked at; whoever writes a picture puts what it is at the very beginning. */
const LOOKED_AT = 1_024;

/** What bytes begin with, as text; a byte a character. */
const beginning = (bytes: Buffer, from: number, until: number) => bytes.subarray(from, until).toString('latin1');

/** The picture's kind by its first bytes; null: none that is taken. Names and content types are what anybody chooses. */
export function pictureKindOf(bytes: Buffer): PictureKind | null {
  if (beginning(bytes, 0, 8) === '\x89PNG\r\n\x1a\n') return 'PNG';
  if (beginning(bytes, 0, 3) === '\xff\xd8\xff') return 'JPEG';
  if (/^GIF8[79]a$/.test(beginning(bytes, 0, 6))) return 'GIF';
  if (beginning(bytes, 0, 4) === 'RIFF' && beginning(bytes, 8, 12) === 'WEBP') return 'WEBP';
  return isAvif(bytes) ? 'AVIF' : null;
}

/** AVIF is one of several contents of a box format: the first box says which, HEIC and videos are others. */
function isAvif(bytes: Buffer): boolean {
  if (bytes.length < 16 || beginning(bytes, 4, 8) !== 'ftyp') return false;
  const brands = beginning(bytes, 8, Math.min(bytes.readUInt32BE(0), LOOKED_AT));
  return brands.startsWith('avif') || (brands.startsWith('mif1') && brands.includes('avif'));
}

/** Whether it is a drawing in SVG. It is refused like everything unknown; this is for a sentence that says why. */
export function looksLikeSvg(bytes: Buffer): boolean {
  // Written in two bytes a character, every other one is zero.
  return /<svg[\s>:]|<!doctype\s+svg/i.test(beginning(bytes, 0, LOOKED_AT).replaceAll('\0', ''));
}
