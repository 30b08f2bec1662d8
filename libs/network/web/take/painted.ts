/** A picture could not be painted: too large for this browser, most often. */
export class NotPainted extends Error {}

/** An SVG as a PNG, so many times as sharp as a screen. The security policy allows pictures at `data:` addresses, not at `blob:` ones. */
export async function paintedAsPng(svg: string, size: { width: number; height: number }): Promise<Blob> {
  const image = new Image();
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`;
  await image.decode().catch(() => {
    throw new NotPainted();
  });
  const canvas = document.createElement('canvas');
  canvas.width = size.width;
  canvas.height = size.height;
  const context = canvas.getContext('2d');
  if (!context) throw new NotPainted();
  context.drawImage(image, 0, 0, size.width, size.height);
  const blob = await new Promise<Blob | null>((give) => canvas.toBlob(give, 'image/png'));
  if (!blob) throw new NotPainted();
  return blob;
}
