import sharp from 'sharp';
import { encodePicture } from './encode-picture';
import { looksLikeSvg, pictureKindOf } from './kind-of-bytes';

const SCRIPT = Buffer.from('<script>alert(1)</script>');
const SVG = '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>';

const red = (width = 640, height = 320) => sharp({ create: { width, height, channels: 3, background: '#c00' } });

/** A PNG whose head claims a size; its pixels are not there. */
function pngThatClaims(width: number, height: number): Promise<Buffer> {
  return red(1, 1)
    .png()
    .toBuffer()
    .then((bytes) => {
      bytes.writeUInt32BE(width, 16);
      bytes.writeUInt32BE(height, 20);
      return bytes;
    });
}

async function codeOf(bytes: Buffer | Promise<Buffer>): Promise<string> {
  const encoded = await encodePicture(await bytes);
  return encoded.ok ? 'OK' : encoded.refusal.code;
}

describe('a picture that was sent', () => {
  it.each(['png', 'jpeg', 'webp', 'gif', 'avif'] as const)('is made anew from its pixels when it is a %s', async (format) => {
    const bytes = await red().toFormat(format).toBuffer();
    expect(pictureKindOf(bytes)).toBe(format.toUpperCase());
    const encoded = await encodePicture(Buffer.concat([bytes, SCRIPT]));
    if (!encoded.ok) throw new Error(encoded.refusal.code);
    const { bytes: large, small, width, height, mime } = encoded.value;
    expect([width, height, mime]).toEqual([320, 160, 'image/webp']);
    for (const [each, edge] of [[large, 320] as const, [small, 96] as const]) {
      expect(await sharp(each).metadata()).toMatchObject({ format: 'webp', width: edge, height: edge / 2 });
      expect(each.includes('script')).toBe(false);
    }
  });

  it('stands upright and says nothing of place, camera or author', async () => {
    const bytes = await red(40, 20)
      .withExif({ IFD0: { Artist: 'Kim Geheim', Copyright: 'Kim' }, IFD3: { GPSLatitude: '51/1 30/1 0/1' } })
      .withMetadata({ orientation: 6 })
      .jpeg()
      .toBuffer();
    expect((await sharp(bytes).metadata()).exif).toBeDefined();
    const encoded = await encodePicture(bytes);
    if (!encoded.ok) throw new Error(encoded.refusal.code);
    expect([encoded.value.width, encoded.value.height]).toEqual([20, 40]);
    for (const each of [encoded.value.bytes, encoded.value.small]) {
      const { exif, xmp, iptc, icc, orientation } = await sharp(each).metadata();
      expect([exif, xmp, iptc, icc, orientation]).toEqual([undefined, undefined, undefined, undefined, undefined]);
    }
  });

  it('shows the first of several frames', async () => {
    const blue = sharp({ create: { width: 30, height: 30, channels: 3, background: '#00c' } });
    const pictures = await Promise.all([red(30, 30), blue].map((each) => each.png().toBuffer()));
    const frames = await sharp(pictures, { join: { animated: true } })
      .gif()
      .toBuffer();
    expect((await sharp(frames).metadata()).pages).toBe(2);
    const encoded = await encodePicture(frames);
    if (!encoded.ok) throw new Error(encoded.refusal.code);
    expect((await sharp(encoded.value.bytes).metadata()).pages).toBeUndefined();
    expect(encoded.value.height).toBe(30);
  });

  it('is the same file when the same is sent twice', async () => {
    const [one, two] = await Promise.all([1, 2].map(async () => encodePicture(await red().png().toBuffer())));
    expect(one).toEqual(two);
  });

  it.each([
    ['SVG', SVG],
    ['SVG behind a declaration', `\ufeff<?xml version="1.0"?>\n<!-- logo -->\n${SVG}`],
    ['SVG in two bytes a character', Buffer.from(`\ufeff${SVG}`, 'utf16le')],
    ['SVG whose elements have a prefix', '<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN"><x:svg xmlns:x="http://www.w3.org/2000/svg"/>'],
  ])('is told from %s', async (_, text) => {
    const bytes = Buffer.from(text as string);
    expect(looksLikeSvg(bytes)).toBe(true);
    expect(await codeOf(bytes)).toBe('FILE_IS_SVG');
  });

  it.each([
    ['nothing', Buffer.alloc(0), 'FILE_EMPTY'],
    ['HTML', Buffer.from('<!doctype html><script>alert(1)</script>'), 'FILE_KIND_UNKNOWN'],
    [
      'HTML that goes on as a picture',
      red()
        .png()
        .toBuffer()
        .then((png) => Buffer.concat([SCRIPT, png])),
      'FILE_KIND_UNKNOWN',
    ],
    ['a TIFF, which has readers of its own', red().tiff().toBuffer(), 'FILE_KIND_UNKNOWN'],
    ['a PDF', Buffer.from('%PDF-1.7\n1 0 obj'), 'FILE_KIND_UNKNOWN'],
    ['a video', Buffer.from('\0\0\0\x18ftypisom\0\0\0\0isomavif', 'latin1'), 'FILE_KIND_UNKNOWN'],
    ['a program', Buffer.from('MZ\x90\0'), 'FILE_KIND_UNKNOWN'],
    ['a head without a picture', Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'), 'FILE_BROKEN'],
    ['GIF written before a script', Buffer.from('GIF89a=1;alert(1)//'), 'FILE_BROKEN'],
    ['SVG behind the head of a JPEG', Buffer.concat([Buffer.from([0xff, 0xd8, 0xff]), Buffer.from(SVG)]), 'FILE_BROKEN'],
    ['a few bytes that claim to be a wall', pngThatClaims(60_000, 60_000), 'FILE_TOO_MANY_PIXELS'],
    ['a few bytes that claim a little too much', pngThatClaims(8_000, 5_001), 'FILE_TOO_MANY_PIXELS'],
    ['a claim within the limit that is not kept', pngThatClaims(8_000, 5_000), 'FILE_BROKEN'],
  ])('is refused when it is %s', async (_, bytes, code) => {
    expect(await codeOf(bytes)).toBe(code);
  });

  it.each(['png', 'jpeg', 'webp', 'gif', 'avif'] as const)('is refused when it is a %s that was cut off', async (format) => {
    const noise = sharp({
      create: { width: 100, height: 100, channels: 3, background: '#c00', noise: { type: 'gaussian', mean: 128, sigma: 30 } },
    });
    const bytes = await noise.toFormat(format).toBuffer();
    expect(await codeOf(bytes)).toBe('OK');
    for (const part of [0.1, 0.5, 0.9]) expect(await codeOf(bytes.subarray(0, Math.floor(bytes.length * part)))).toBe('FILE_BROKEN');
  });
});
