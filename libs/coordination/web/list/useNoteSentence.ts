import { useMessages } from '@knotenpunkt/webkit/i18n';
import type { RowNote } from './useThreadList';

/** What is said about a cell, with the way to mend it. */
export function useNoteSentence(): (note: RowNote) => string {
  const t = useMessages('coordination');
  return ({ code, parameters }) => t(`list.notes.${code}`, Object.fromEntries(parameters.map(({ name, value }) => [name, value])));
}
