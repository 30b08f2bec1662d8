import { LIMITS } from '@knotenpunkt/actors/domain';
import type { Classification } from '@knotenpunkt/themes/domain';
import { useLanguage, useMessages } from '@knotenpunkt/webkit/i18n';
import type { FieldBinding } from '@knotenpunkt/webkit/ui';
import { TagPicker } from './TagPicker';

const MOST_FOUND = 20;

interface PickerProps {
  catalogue: Classification | undefined;
}

/** How classes are found and named; each is offered with its code, which tells broad from narrow. */
function useClasses(catalogue: Classification | undefined) {
  const language = useLanguage();
  return {
    find: (text: string) =>
      (catalogue?.search(text, MOST_FOUND) ?? []).map((each) => ({
        id: each.code,
        text: each[language],
        content: `${each[language]} · ${each.code}`,
      })),
    nameOf: (code: string) => catalogue?.label(code, language) ?? code,
  };
}

/** The one sector an organisation belongs to, found by a word; another one takes its place. */
export function SectorPicker({ catalogue, value, onChange, ...field }: FieldBinding<string | null> & PickerProps) {
  const t = useMessages('actors');
  return (
    <TagPicker
      {...field}
      {...useClasses(catalogue)}
      label={t('pickers.sector')}
      hint={t('pickers.sectorHint')}
      value={value === null ? [] : [value]}
      onChange={(codes) => onChange(codes.at(-1) ?? null)}
    />
  );
}

/** What people do in an organisation: some occupations, found by a word. */
export function OccupationPicker({ catalogue, ...field }: FieldBinding<string[]> & PickerProps) {
  const t = useMessages('actors');
  return (
    <TagPicker
      {...field}
      {...useClasses(catalogue)}
      label={t('pickers.occupations')}
      hint={t('pickers.occupationsHint', { max: LIMITS.occupations })}
    />
  );
}
