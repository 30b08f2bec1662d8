import { deflateSync } from 'node:zlib';
import { checkPdf, isPlainText, looksLikePdf } from './kind-of-document';

const END = 'trailer << /Root 1 0 R >>\nstartxref\n9\n%%EOF\n';
const pdf = (objects = '', end = END) =>
  Buffer.from(`%PDF-1.7\n1 0 obj\n<< /Type /Catalog /Pages 2 0 R >>\nendobj\n${objects}\n${end}`, 'latin1');
const codeOf = (bytes: Buffer) => {
  const checked = checkPdf(bytes);
  return checked.ok ? 'kept' : checked.refusal.code;
};
const packed = (objects: string) => {
  const bytes = deflateSync(Buffer.from(objects)).toString('latin1');
  return `3 0 obj\n<< /Type /ObjStm /Filter /FlateDecode /Length ${bytes.length} >>\nstream\n${bytes}\nendstream\nendobj`;
};

describe('a PDF', () => {
  it('is kept when it is one thing, whole and without what runs', () => {
    expect(looksLikePdf(pdf())).toBe(true);
    expect(codeOf(pdf())).toBe('kept');
    expect(codeOf(pdf(packed('<< /Type /Page >>')))).toBe('kept');
    // Names that only begin alike, and the bytes of a picture, are nothing that runs.
    expect(codeOf(pdf('<< /JSON (x) >>\n4 0 obj\n<< /Length 5 >>\nstream\n/JS (x)\nendstream\nendobj'))).toBe('kept');
  });

  it.each([
    ['with a script', pdf('<< /S /JavaScript /JS (app.alert(1)) >>'), 'FILE_PDF_ACTIVE'],
    ['with a script spelt differently', pdf('<< /S /Java#53cript >>'), 'FILE_PDF_ACTIVE'],
    ['with a script in a packed object', pdf(packed('<< /S /JavaScript >>')), 'FILE_PDF_ACTIVE'],
    ['with objects nobody can look into', pdf('<< /Type /ObjStm >>\nstream\nxxxx\nendstream'), 'FILE_PDF_ACTIVE'],
    ['that starts programs', pdf('<< /S /Launch /F (cmd.exe) >>'), 'FILE_PDF_ACTIVE'],
    ['that carries other files', pdf('<< /Type /Filespec /EF << >> >> << /Names << /EmbeddedFiles 4 0 R >> >>'), 'FILE_PDF_ACTIVE'],
    ['that is locked', pdf('', `trailer << /Encrypt 5 0 R >>\n%%EOF\n`), 'FILE_PDF_LOCKED'],
    ['that is cut off', pdf('', 'trailer'), 'FILE_PDF_BROKEN'],
    ['behind something else', Buffer.concat([Buffer.from('x'), pdf()]), 'FILE_PDF_BROKEN'],
    ['before something else', Buffer.concat([pdf(), Buffer.from('<script>alert(1)</script>')]), 'FILE_IS_TWO_THINGS'],
    ['that is a page as well', pdf('<html><script>alert(1)</script>'), 'FILE_IS_TWO_THINGS'],
    ['that is a ZIP as well', pdf('PK\x05\x06 and its directory'), 'FILE_IS_TWO_THINGS'],
  ])('%s is refused', (_, bytes, code) => {
    expect(codeOf(bytes)).toBe(code);
  });
});

describe('plain text', () => {
  it('is UTF-8 without control characters and without markup at its beginning', () => {
    expect(isPlainText(Buffer.from('Zwölf lernen.\n\tGruppe zwei: März\r\n'))).toBe(true);
    expect(isPlainText(Buffer.from([0xff, 0xfe, 0x41]))).toBe(false);
    expect(isPlainText(Buffer.from('MZ\0\0'))).toBe(false);
    expect(isPlainText(Buffer.from('<!doctype html><script>alert(1)</script>'))).toBe(false);
    expect(isPlainText(Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'))).toBe(false);
  });
});
