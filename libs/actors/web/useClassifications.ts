import { useEffect, useState } from 'react';
import { loadOccupations, loadSectors, type Classification } from '@knotenpunkt/themes/domain';

export interface Classifications {
  sectors: Classification;
  occupations: Classification;
}

/** Sectors and occupations; null until their bundles have arrived, which are fetched once somebody wants them. */
export function useClassifications(wanted = true): Classifications | null {
  const [known, setKnown] = useState<Classifications | null>(null);
  useEffect(() => {
    if (!wanted) return;
    let left = false;
    void Promise.all([loadSectors(), loadOccupations()]).then(([sectors, occupations]) => {
      if (!left) setKnown({ sectors, occupations });
    });
    return () => {
      left = true;
    };
  }, [wanted]);
  return known;
}
