declare module 'snowball-stemmers' {
  export function newStemmer(language: 'german' | 'english'): { stem(word: string): string };
}
