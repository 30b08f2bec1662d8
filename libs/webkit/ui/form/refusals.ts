import { useCallback } from 'react';
import { useLanguage, say } from '@knotenpunkt/webkit/i18n';

/** A refusal as the server answers it (`parameters`) or as a decision of a room's domain gives it (`params`). */
export interface AnyRefusal {
  code: string;
  field?: string | null;
  parameters?: Record<string, string | number> | undefined;
  params?: Record<string, string | number> | undefined;
}

/**
 * The sentence of a refusal: `refusals.<CODE>` of the room, else of the kit, else a sentence that names the code.
 * A code may have a sentence of its own for one field: `refusals.<CODE>_<field>`.
 */
export function refusalSentence(room: string, refusal: AnyRefusal): string {
  const values = { ...refusal.params, ...refusal.parameters };
  const keys = refusal.field ? [`refusals.${refusal.code}_${refusal.field}`, `refusals.${refusal.code}`] : [`refusals.${refusal.code}`];
  for (const namespace of [room, 'webkit']) {
    for (const key of keys) {
      const sentence = say(namespace, key, { ...values, defaultValue: '' });
      if (sentence !== '') return sentence;
    }
  }
  return say('webkit', 'refusals.UNKNOWN', { code: refusal.code });
}

/** `refusalSentence` that follows the language switch. */
export function useRefusals(room: string): (refusal: AnyRefusal) => string {
  const language = useLanguage();
  return useCallback(
    (refusal: AnyRefusal) => {
      void language;
      return refusalSentence(room, refusal);
    },
    [room, language],
  );
}
