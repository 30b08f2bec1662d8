import type { ReactNode } from 'react';
import { ActorLogo, useClassifications, useCompetences } from '@knotenpunkt/actors/web';
import { themeLabel } from '@knotenpunkt/themes/domain';
import { useFormat, useLanguage, useMessages } from '@knotenpunkt/webkit/i18n';
import type { Part, Side } from './useMerging';

/** What an entry says in one of its parts, in words; null where it says nothing. */
export function PartWords({ side, part }: { side: Side; part: Part }) {
  const t = useMessages('imports');
  const words = useWordsOf(side, part);
  return words ? <span className="merging-words">{words}</span> : <em className="merging-empty">{t('merging.empty')}</em>;
}

/** Whether an entry says anything in one of its parts. */
export function isSaid(side: Side, part: Part): boolean {
  if (part === 'place') return [side.street, side.postalCode, side.city, side.district].some(Boolean);
  const value = side[part];
  return Array.isArray(value) ? value.length > 0 : Boolean(value);
}

function useWordsOf(side: Side, part: Part): ReactNode {
  const tKinds = useMessages('themes');
  const tActors = useMessages('actors');
  const format = useFormat();
  const language = useLanguage();
  const competences = useCompetences();
  const classes = useClassifications(part === 'sector' || part === 'occupations');
  switch (part) {
    case 'kind':
      return tKinds(`legend.${side.kind}`);
    case 'size':
      return side.size && tActors(`profile.sizes.${side.size}`);
    case 'themes':
      return format.list(side.themes.map((id) => themeLabel(id, language)));
    case 'competences':
      return format.list(side.competences.map((id) => competences?.find(id)?.[language] ?? '…'));
    case 'sector':
      return side.sector && (classes?.sectors.find(side.sector)?.[language] ?? '…');
    case 'occupations':
      return format.list(side.occupations.map((code) => classes?.occupations.find(code)?.[language] ?? '…'));
    case 'place':
      return [side.street, [side.postalCode, side.city].filter(Boolean).join(' '), side.district].filter(Boolean).join(', ');
    case 'logo':
      return side.logo ? (
        <>
          <ActorLogo src={side.logo.smallAddress} size="small" />
          <span className="kn-hidden">{side.name}</span>
        </>
      ) : null;
    default:
      return side[part];
  }
}
