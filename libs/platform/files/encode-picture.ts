import { ok, refuse, type Result } from '@knotenpunkt/kernel';
import sharp, { type Sharp, type SharpOptions } from 'sharp';
import { FORMAT_OF, looksLikeSvg, pictureKindOf } from './kind-of-bytes';

/** A file of a few bytes can claim to be a wall: above so many pixels nothing is decoded. */
export const MOST_PIXELS = 40_000_000;
/** Longest edges of what is kept, in pixels: for a page, and for a line of a list. Twice what is drawn, for sharp screens. */
const EDGE = 320;
const SMALL_EDGE = 96;
const LONGEST_SECONDS = 10;

export type PictureCode = 'FILE_EMPTY' | 'FILE_IS_SVG' | 'FILE_KIND_UNKNOWN' | 'FILE_BROKEN' | 'FILE_TOO_MANY_PIXELS';

/** A picture as it is kept: made anew from its pixels, so that nothing else of the file is left. */
export interface EncodedPicture {
  mime: 'image/webp';
  bytes: Buffer;
  small: Buffer;
  /** Of `bytes`, in pixels. */
  width: number;
  height: number;
}

// Whatever the bytes pretend to be, no other reader of sharp's many is ever reached.
sharp.block({ operation: ['VipsForeignLoad'] });
sharp.unblock({ operation: ['Png', 'Jpeg', 'Webp', 'Nsgif', 'Heif'].map((reader) => `VipsForeignLoad${reader}Buffer`) });
// Pictures come once; kept ones would only hold memory.
sharp.cache(false);

/** One frame only; what is cut off or damaged is an error instead of grey. */
const READING: SharpOptions = { limitInputPixels: MOST_PIXELS, failOn: 'error', pages: 1, sequentialRead: true };

/** Decides by the bytes what they are, and makes a picture anew from its pixels: upright, without place, camera or author. */
export async function encodePicture(file: Buffer, edge = EDGE): Promise<Result<EncodedPicture, PictureCode>> {
  if (file.length === 0) return refuse('FILE_EMPTY');
  const kind = pictureKindOf(file);
  if (kind === null) return refuse(looksLikeSvg(file) ? 'FILE_IS_SVG' : 'FILE_KIND_UNKNOWN');
  try {
    // Of the size only the head is read here.
    const { format, width, height } = await sharp(file, { ...READING, limitInputPixels: false }).metadata();
    if (format !== FORMAT_OF[kind]) return refuse('FILE_BROKEN');
    if (width * height > MOST_PIXELS) return refuse('FILE_TOO_MANY_PIXELS', { params: { max: MOST_PIXELS / 1e6 } });
    const large = await within(edge, sharp(file, READING).autoOrient());
    const small = await within(SMALL_EDGE, sharp(large.data));
    return ok({ mime: 'image/webp', bytes: large.data, small: small.data, width: large.info.width, height: large.info.height });
  } catch {
    // What libvips says of a broken file helps nobody who looks at it as a picture.
    return refuse('FILE_BROKEN');
  }
}

function within(edge: number, picture: Sharp) {
  return picture
    .resize({ width: edge, height: edge, fit: 'inside', withoutEnlargement: true })
    .webp({ quality: 90, smartSubsample: true })
    .timeout({ seconds: LONGEST_SECONDS })
    .toBuffer({ resolveWithObject: true });
}
