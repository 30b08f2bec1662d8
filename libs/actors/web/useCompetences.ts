import { useEffect, useState } from 'react';
import { loadCompetences, type CompetenceCatalogue } from '@knotenpunkt/themes/domain';

/** The vocabulary of competences; null until its bundle has arrived. */
export function useCompetences(): CompetenceCatalogue | null {
  const [catalogue, setCatalogue] = useState<CompetenceCatalogue | null>(null);
  useEffect(() => {
    let wanted = true;
    void loadCompetences().then((loaded) => {
      if (wanted) setCatalogue(loaded);
    });
    return () => {
      wanted = false;
    };
  }, []);
  return catalogue;
}
