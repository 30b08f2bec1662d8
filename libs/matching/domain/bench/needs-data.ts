import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { MatchedEntry } from '../entry';
import { MeaningSpace } from '../meaning/meaning-space';
import type { Vector } from '../meaning/vectors';
import { TextAnalyser } from '../text/text-analyser';
import type { Vocabulary } from '../text/vocabulary';

export interface NeedsData {
  actors: { id: string; kind: string; name: string; summary: string; themes: string[] }[];
  offers: Entry[];
  needs: Entry[];
  /** By need: grade 1 to 3 of each offer that fits. */
  judgements: Record<string, Record<string, number>>;
}

export interface Entry {
  id: string;
  actor: string;
  title: string;
  text: string;
  themes: string[];
}

/** Reads `needs/dev.json` and `competences.json` from the folder of shared data. */
export function readNeeds(folder: string): { data: NeedsData; vocabulary: Vocabulary } {
  const data = JSON.parse(readFileSync(join(folder, 'needs/dev.json'), 'utf8')) as NeedsData;
  const { competences } = JSON.parse(readFileSync(join(folder, 'competences.json'), 'utf8')) as { competences: Vocabulary };
  return { data, vocabulary: competences };
}

/** More judged needs for the same offers, written after the word fields and without a look at them. */
export function readMoreNeeds(): Pick<NeedsData, 'needs' | 'judgements'> {
  return JSON.parse(readFileSync(new URL('./more-needs.json', import.meta.url), 'utf8')) as Pick<NeedsData, 'needs' | 'judgements'>;
}

/** What the sentence model made of the texts; `api/bench/write-vectors.ts` writes it. */
export function readVectors(file: string): { space: MeaningSpace; windowsOf: (text: { title?: string; text: string }) => Vector[] } {
  const { anchors, windows } = JSON.parse(readFileSync(file, 'utf8')) as {
    anchors: Record<'passages' | 'queries', number[][]>;
    windows: Record<string, number[][]>;
  };
  const vectors = (lists: number[][]) => lists.map((list) => Float32Array.from(list));
  return {
    space: new MeaningSpace({ passages: vectors(anchors.passages), queries: vectors(anchors.queries) }),
    windowsOf: ({ title = '', text }) => vectors(windows[`${title}\n${text}`]!),
  };
}

/** An analyser that knows the texts but no judgement, as it would be in a region. */
export function analyserFor(
  data: NeedsData,
  vocabulary: Vocabulary,
  options: { wordFields?: ReadonlyMap<string, readonly string[]> } = {},
): TextAnalyser {
  const samples = [...data.offers, ...data.needs].map(({ title, text }) => ({ text: `${title}\n${text}`, language: 'de' as const }));
  return new TextAnalyser(vocabulary, samples, options.wordFields);
}

export function answerable(data: NeedsData): Entry[] {
  return data.needs.filter(({ id }) => Object.keys(data.judgements[id] ?? {}).length > 0);
}

/** The offers as the matcher takes them, with name and summary of who offers. */
export function offersAsEntries(data: NeedsData): MatchedEntry[] {
  const actors = new Map(data.actors.map((actor) => [actor.id, actor]));
  return data.offers.map(({ id, actor, title, text, themes }) => {
    const { kind, name, summary } = actors.get(actor)!;
    return {
      id,
      actorId: actor,
      kind,
      direction: 'OFFER',
      title,
      text,
      themes,
      language: 'de',
      about: `${name}. ${summary}`,
      competences: [],
    };
  });
}
