import type { OpenFormat, Paper } from '@knotenpunkt/network/domain';

export const PICTURE_FORMATS = ['pdf', 'png2', 'png4', 'svg'] as const;
export const DATA_FORMATS = ['actorsCsv', 'tiesCsv', 'graphml', 'gexf', 'cyjs', 'json'] as const satisfies readonly OpenFormat[];
export type TakeFormat = (typeof PICTURE_FORMATS)[number] | (typeof DATA_FORMATS)[number];

/** A sheet on a screen has 96 pixels an inch. */
const SHEETS: Record<Paper, { width: number; height: number }> = { A4: { width: 1123, height: 794 }, A3: { width: 1587, height: 1123 } };

const times = (paper: Paper, factor: number) => ({ width: SHEETS[paper].width * factor, height: SHEETS[paper].height * factor });
const sizesOf = (paper: Paper) => ({ png2: times(paper, 2), png4: times(paper, 4) });

/** How large pictures made of pixels are. */
export const PICTURE_SIZES = { A4: sizesOf('A4'), A3: sizesOf('A3') };
