import { useEffect, useRef, useState } from 'react';
import { drawSvg, fileName, viewToAddress, type NetworkView, type Paper, type Taken } from '@knotenpunkt/network/domain';
import { giveFile, takeFile, type Fault } from '@knotenpunkt/webkit/data';
import { OPENED } from '../views/opened';
import { PICTURE_SIZES, type TakeFormat } from './formats';
import { NotPainted, paintedAsPng } from './painted';
import { writtenAs } from './written';

export interface Taking {
  /** What is being made; null: nothing. */
  making: TakeFormat | null;
  /** How far it is, 0 to 1; null where nobody knows. */
  share: number | null;
  /** Name of the last file that was made. */
  made: string | null;
  fault: Fault['kind'] | 'NOT_MADE' | null;
}

const NOTHING: Taking = { making: null, share: null, made: null, fault: null };

/** Makes files of what a view shows; `keptId`: the kept view it comes from, whose places and notes are in the PDF. What is under way is left when the dialog goes. */
export function useTaking(taken: Taken | null, view: NetworkView, keptId: string | null) {
  const [taking, setTaking] = useState(NOTHING);
  const left = useRef<AbortController>(undefined);
  useEffect(() => () => left.current?.abort(), []);

  const take = async (format: TakeFormat, paper: Paper) => {
    if (!taken) return;
    left.current?.abort();
    const { signal } = (left.current = new AbortController());
    setTaking({ ...NOTHING, making: format });
    const tell = (change: Partial<Taking>) => !signal.aborted && setTaking((before) => ({ ...before, ...change }));
    try {
      const name = await madeOf(taken, { view, keptId }, format, paper, signal, (share) => tell({ share }));
      tell({ ...NOTHING, ...name });
    } catch (error) {
      tell({ ...NOTHING, fault: error instanceof NotPainted ? 'NOT_MADE' : 'SERVER' });
    }
  };
  const leave = () => {
    left.current?.abort();
    setTaking(NOTHING);
  };
  return { taking, take, leave };
}

/** Makes the file and gives it to the reader: its name, or what kept it. */
async function madeOf(
  taken: Taken,
  { view, keptId }: { view: NetworkView; keptId: string | null },
  format: TakeFormat,
  paper: Paper,
  signal: AbortSignal,
  tell: (share: number) => void,
): Promise<Pick<Taking, 'made'> | Pick<Taking, 'fault'>> {
  if (format === 'pdf') {
    const name = fileName(taken, 'pdf');
    const search = viewToAddress(
      view,
      new URLSearchParams({ sprache: taken.language, blatt: paper.toLowerCase(), ...(keptId && { [OPENED]: keptId }) }),
    );
    const answer = await takeFile(`/daten/mitnehmen/${taken.region.slug}.pdf?${search}`, name);
    return answer.kind === 'done' ? { made: name } : { fault: answer.kind === 'failed' ? answer.fault.kind : 'NOT_MADE' };
  }
  // The browser shows that something is under way before the thread is busy.
  await new Promise((go) => setTimeout(go, 30));
  const give = (file: Blob, ending: string, part: 'actors' | 'ties' | null = null) => {
    const made = fileName(taken, ending, part);
    giveFile(file, made);
    return { made };
  };
  if (format === 'svg' || format === 'png2' || format === 'png4') {
    const svg = drawSvg(taken, { paper });
    if (signal.aborted) return { made: null };
    return format === 'svg'
      ? give(new Blob([svg], { type: 'image/svg+xml' }), 'svg')
      : give(await paintedAsPng(svg, PICTURE_SIZES[paper][format]), 'png');
  }
  const file = await writtenAs(taken, format, tell, signal);
  if (!file) return { made: null };
  if (format === 'actorsCsv') return give(file, 'csv', 'actors');
  return format === 'tiesCsv' ? give(file, 'csv', 'ties') : give(file, format);
}
