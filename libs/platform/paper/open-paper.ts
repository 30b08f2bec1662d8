import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import PDFDocument from 'pdfkit';
import { PaperSheet } from './paper-sheet';
import { unpackedFont } from './unpacked-font';

/** Noto Sans (SIL Open Font License), which comes with the house's styles: Latin, Greek and Cyrillic. */
function fontOf(name: 'Regular' | 'Bold'): Buffer {
  const file = createRequire(import.meta.url).resolve(`@kern-ux/native/dist/fonts/noto-sans/NotoSans-${name}.woff`);
  return unpackedFont(readFileSync(file));
}

let fonts: { regular: Buffer; bold: Buffer } | null = null;

const LOCALES = { de: 'de-DE', en: 'en-GB' };

export interface PaperOptions {
  title: string;
  language: 'de' | 'en';
  size?: 'A4' | 'A3';
  layout?: 'portrait' | 'landscape';
  /** Makes the address of a page within the region absolute. */
  linkTo: (path: string) => string;
}

export interface OpenPaper {
  sheet: PaperSheet;
  /** The whole file, once `sheet.end()` was called. */
  bytes: Promise<Uint8Array>;
}

/** Begins a tagged PDF (PDF/UA-1) with language and title. */
export function openPaper({ title, language, size = 'A4', layout = 'portrait', linkTo }: PaperOptions): OpenPaper {
  const document = new PDFDocument({
    ...{ size, layout },
    margins: { top: 56, bottom: 24, left: 56, right: 56 },
    tagged: true,
    subset: 'PDF/UA',
    pdfVersion: '1.7',
    lang: LOCALES[language],
    displayTitle: true,
    bufferPages: true,
    font: null,
    info: { Title: title, Author: 'Knotenpunkt' },
  });
  // As the number 1 pdfkit mistakes it for PDF/A-1 and lists the characters of each font, but not all: PDF/UA wants all or no list.
  document.subset = '1';
  fonts ??= { regular: fontOf('Regular'), bold: fontOf('Bold') };
  document.registerFont('regular', fonts.regular).registerFont('bold', fonts.bold);
  const bytes = document.toArray().then((pieces) => Buffer.concat(pieces as Uint8Array[]));
  return { sheet: new PaperSheet(document, linkTo), bytes };
}
