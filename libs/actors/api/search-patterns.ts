// eslint-disable-next-line @typescript-eslint/triple-slash-reference -- the package has no types; whoever compiles this file needs ours
/// <reference path="./snowball-stemmers.d.ts" />
import { searchWordsOf } from '@knotenpunkt/actors/domain';
import snowball from 'snowball-stemmers';

const german = snowball.newStemmer('german');

/** A shorter stem occurs in too much that has nothing to do with it: "Kurs" is no "Kur". */
const SHORTEST_STEM = 4;

/** `Referentinnen` are looked for as `Referent`. */
function withoutFeminine(word: string): string {
  return word.replace(/(?<=\p{L}{3}(?:er|eur|or|ist|ent|ant|log|at|arzt|ling))(?:innen|in)$/u, '');
}

/** The stem of a word as `searchTextOf` writes it; the word itself where too little would be left. */
export function searchStemOf(word: string): string {
  const stem = german.stem(withoutFeminine(word));
  return stem.length >= SHORTEST_STEM ? stem : word;
}

/** One word of a question: as it was typed, its stem, and the pattern of `LIKE` that finds it in a search text. */
export interface SearchedWord {
  word: string;
  stem: string;
  pattern: string;
}

/** A word as it is looked for. A space before it: only at the beginning of words. */
export function searchedWord(asked: string): SearchedWord {
  const word = asked.trim();
  const stem = searchStemOf(word);
  return { word, stem, pattern: asked.startsWith(' ') ? `% ${stem}%` : `%${stem}%` };
}

/** The words of a question, each of which must occur; none where nothing is asked. */
export function searchedWords(question: string): SearchedWord[] {
  return searchWordsOf(question).map(searchedWord);
}
