import { anchorTextsOf, asQuery, windowsOf, type Anchors, type Vector, type Vocabulary } from '@knotenpunkt/matching/domain';
import type { SentenceModel } from './sentence-model';

/** Vectors of texts, whatever their number: short ones together, so that little is filled up, and each text once. */
export async function vectorsOfAll(model: SentenceModel, texts: readonly string[]): Promise<Map<string, Vector>> {
  const inOrder = [...new Set(texts)].sort((a, b) => a.length - b.length || (a < b ? -1 : 1));
  const vectors = await model.vectorsOf(inOrder);
  return new Map(inOrder.map((text, at) => [text, vectors[at]!]));
}

/** What the model makes of the vocabulary: how `MeaningSpace` is laid out. Some ten seconds for 327 competences. */
export async function readAnchors(model: SentenceModel, vocabulary: Vocabulary): Promise<Anchors> {
  const { passages, queries } = anchorTextsOf(vocabulary);
  const vectors = await vectorsOfAll(model, [...passages, ...queries]);
  const of = (texts: readonly string[]) => texts.map((text) => vectors.get(text)!);
  return { passages: of(passages), queries: of(queries) };
}

/** The vectors of the windows of each text. */
export async function readWindows(model: SentenceModel, texts: readonly { title: string; text: string }[]): Promise<Vector[][]> {
  const windows = texts.map(({ title, text }) => windowsOf(title, text).map(asQuery));
  const vectors = await vectorsOfAll(model, windows.flat());
  return windows.map((list) => list.map((window) => vectors.get(window)!));
}
