export { columnShares } from './column-shares';
export { openPaper, type OpenPaper, type PaperOptions } from './open-paper';
export { INK, PaperSheet, type PaperCell, type PaperTable } from './paper-sheet';
export { writePaperTable } from './paper-table';
