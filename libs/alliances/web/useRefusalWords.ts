import { useMessages } from '@knotenpunkt/webkit/i18n';

interface Refused {
  code: string;
  field?: string | null;
  parameters: readonly { name: string; value: string }[] | Record<string, string>;
}

/**
 * A refusal of the server as forms and sentences take it. Benches are told apart by kind; readers know them by a word.
 * `fields` are those of the form: what is about another one (`members`) stands above the form.
 */
export function useRefusalWords(): (
  refused: Refused,
  fields?: readonly string[],
) => { code: string; field: string | null; parameters: Record<string, string> } {
  const t = useMessages('alliances');
  return ({ code, field, parameters }, fields) => {
    const byName: Record<string, string> = Array.isArray(parameters)
      ? Object.fromEntries((parameters as { name: string; value: string }[]).map(({ name, value }) => [name, value]))
      : { ...(parameters as Record<string, string>) };
    if (byName['kind']) byName['kind'] = t(`themes:benches.${byName['kind']}`);
    return { code, field: field && (fields?.includes(field) ?? true) ? field : null, parameters: byName };
  };
}
