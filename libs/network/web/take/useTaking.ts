import { useEffect, useRef, useState } from 'react';
import { fileName, viewToAddress, type NetworkView, type Paper, type Taken } from '@knotenpunkt/network/domain';
import { giveFile, takeFile, type Fault } from '@knotenpunkt/webkit/data';
import { inSlices, type Waiting } from '../inSlices';
import { OPENED } from '../views/opened';
import { PICTURE_SIZES, type TakeFormat } from './formats';
import { NotPainted, paintedAsPng } from './painted';
import { writtenAs, writtenAsSvg } from './written';

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
    const waiting: Waiting = { left: signal, tell: (share) => tell({ share }) };
    try {
      tell({ ...NOTHING, ...(await madeOf(taken, { view, keptId }, format, paper, waiting)) });
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
  waiting: Waiting,
): Promise<Pick<Taking, 'made'> | Pick<Taking, 'fault'>> {
  if (format === 'pdf') {
    const name = fileName(taken, 'pdf');
    const search = viewToAddress(
      view,
      new URLSearchParams({ sprache: taken.language, blatt: paper.toLowerCase(), ...(keptId && { [OPENED]: keptId }) }),
    );
    const answer = await takeFile(`/daten/mitnehmen/${taken.region.slug}.pdf?${search}`, name, waiting.left);
    return answer.kind === 'done' ? { made: name } : { fault: answer.kind === 'failed' ? answer.fault.kind : 'NOT_MADE' };
  }
  const file = await fileOf(taken, format, paper, waiting);
  if (!file || waiting.left.aborted) return { made: null };
  const made = nameOf(taken, format);
  giveFile(file, made);
  return { made };
}

type MadeHere = Exclude<TakeFormat, 'pdf'>;

/** A file that the browser makes, a slice at a time; null when it was left. */
function fileOf(taken: Taken, format: MadeHere, paper: Paper, waiting: Waiting): Promise<Blob | null> {
  if (format === 'svg') return inSlices(writtenAsSvg(taken, paper), waiting);
  if (format === 'png2' || format === 'png4') return paintedAsPng(taken, paper, PICTURE_SIZES[paper][format], waiting);
  return inSlices(writtenAs(taken, format), waiting);
}

function nameOf(taken: Taken, format: MadeHere): string {
  if (format === 'png2' || format === 'png4') return fileName(taken, 'png');
  if (format === 'actorsCsv') return fileName(taken, 'csv', 'actors');
  return format === 'tiesCsv' ? fileName(taken, 'csv', 'ties') : fileName(taken, format);
}
