import { useEffect, useState } from 'react';
import { loadOccupations, loadSectors, type Classification } from '@knotenpunkt/themes/domain';

export interface Classifications {
  sectors: Classification;
  occupations: Classification;
}

/** Sectors and occupations; null until their bundles have arrived. */
export function useClassifications(): Classifications | null {
  const [known, setKnown] = useState<Classifications | null>(null);
  useEffect(() => {
    let wanted = true;
    void Promise.all([loadSectors(), loadOccupations()]).then(([sectors, occupations]) => {
      if (wanted) setKnown({ sectors, occupations });
    });
    return () => {
      wanted = false;
    };
  }, []);
  return known;
}
