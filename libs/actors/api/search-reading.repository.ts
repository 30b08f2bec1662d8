import { Injectable } from '@nestjs/common';
import { nearPatterns } from '@knotenpunkt/actors/domain';
import { Database } from '@knotenpunkt/platform/database';
import { Asking, type DirectoryQuestion } from './directory-asking';
import type { SearchedWord } from './search-patterns';

/** A word of a question that occurs nowhere, and words that look like it. */
export interface UnknownWord {
  word: string;
  alike: string[];
}

/** So many texts are looked into for words that look alike. */
const MOST_TEXTS = 80;
/** Where more words than this occur nowhere, the question is about something else. */
const MOST_UNKNOWN = 2;

/** Looks among all that a reader may see for words that are written nearly as a question has it. */
@Injectable()
export class SearchReadingRepository {
  constructor(private readonly database: Database) {}

  /** Of these words the ones that occur nowhere, each with what looks like it: by common trigrams, or by a single other letter. Of too many, nothing. */
  unknown(question: DirectoryQuestion, words: readonly SearchedWord[]): Promise<UnknownWord[]> {
    const asking = new Asking({ ...question, words: [] });
    const region = asking.bind(question.regionId);
    const own = `s.region_id = ${region} AND NOT s.archived`;
    const entries = `${asking.entriesOfRegion()} AND EXISTS (SELECT 1 FROM actor s WHERE s.id = e.actor_id AND NOT s.archived)`;
    const [asked, patterns, near] = [
      words.map(({ word }) => word),
      words.map(({ pattern }) => pattern),
      words.map(({ word }) => nearPatterns(word).join('\n')),
    ].map((list) => asking.bind(list));
    const alike = (text: string) => `(w.word <% ${text} OR ${text} LIKE ANY (string_to_array(w.near, E'\\n')))`;
    const text = `WITH missing AS MATERIALIZED (
        SELECT w.* FROM unnest(${asked}::text[], ${patterns}::text[], ${near}::text[]) AS w(word, pattern, near)
        WHERE NOT EXISTS (SELECT 1 FROM actor s WHERE ${own} AND s.search_text LIKE w.pattern)
          AND NOT EXISTS (SELECT 1 FROM entry e WHERE ${entries} AND e.search_text LIKE w.pattern))
      SELECT w.word, CASE WHEN (SELECT count(*) FROM missing) > ${MOST_UNKNOWN} THEN '{}' ELSE ARRAY(
        SELECT DISTINCT each FROM (
          (SELECT s.search_text FROM actor s WHERE ${own} AND ${alike('s.search_text')} LIMIT ${MOST_TEXTS})
          UNION ALL (SELECT e.search_text FROM entry e WHERE ${entries} AND ${alike('e.search_text')} LIMIT ${MOST_TEXTS})) texts,
        unnest(string_to_array(replace(texts.search_text, '|', ''), ' ')) AS each
        WHERE length(each) >= length(w.word) - 2) END AS alike
      FROM missing w`;
    return this.database.read<UnknownWord>(asking.query('actor.unknownWords', text), asking.values);
  }
}
