import { useCallback } from 'react';
import { useFormat, useMessages } from '@knotenpunkt/webkit/i18n';

/** Writes a share; a small one with a digit after the point, since a network is never dense: "5,7 %". */
export function useShare(): (share: number) => string {
  const t = useMessages('network');
  const format = useFormat();
  return useCallback(
    (share) => {
      // Whole per cent, as at an axis, want no digits.
      const isWhole = Math.abs(share * 100 - Math.round(share * 100)) < 1e-9;
      if (isWhole || share >= 0.1) return format.percent(share);
      return t('measures.percent', { value: format.number(share * 100, share < 0.001 ? 3 : share < 0.01 ? 2 : 1) });
    },
    [t, format],
  );
}
