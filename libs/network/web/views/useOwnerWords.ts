import { useMessages } from '@knotenpunkt/webkit/i18n';

/** By whom something is kept, in words. */
export function useOwnerWords() {
  const t = useMessages('network');
  return ({
    ownerKind,
    ownerName,
    yours,
  }: {
    ownerKind: 'PERSON' | 'ACTOR' | 'REGION';
    ownerName?: string | null;
    yours: boolean;
  }): string => {
    if (ownerKind === 'REGION') return t('views.open.ofRegion');
    if (ownerKind === 'ACTOR') return ownerName ? t('views.open.of', { owner: ownerName }) : '';
    return yours ? t('views.open.yours') : '';
  };
}
