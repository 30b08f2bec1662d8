import { useEffect, useState } from 'react';
import type { Outlines } from '@knotenpunkt/regions/domain';
import { graphql } from '@knotenpunkt/webkit/contract';
import { useQuery } from '@knotenpunkt/webkit/data';

const MAP = graphql(`
  query RegionMap {
    region {
      slug
      extent
      outlinesAddress
    }
  }
`);

export interface OutlinesAnswer {
  /** Degrees: west, south, east, north; null until known. */
  extent: readonly number[] | null;
  /** Null: the region has none, they are not there yet, or they did not arrive. */
  outlines: Outlines | null;
  /** Nothing more is to come. */
  settled: boolean;
}

/** What lies at an address never changes: it is read once. */
const read = new Map<string, Promise<Outlines>>();

function outlinesAt(address: string): Promise<Outlines> {
  const known = read.get(address);
  if (known) return known;
  const asked = fetch(address).then((answer) => {
    if (!answer.ok) throw new Error(`outlines: ${answer.status}`);
    return answer.json() as Promise<Outlines>;
  });
  read.set(address, asked);
  asked.catch(() => read.delete(address));
  return asked;
}

/** What maps of the region are drawn on, fetched once a map is wanted. A map is complete without outlines: that they are missing is no fault. */
export function useRegionOutlines(wanted: boolean): OutlinesAnswer {
  const { data } = useQuery(MAP, { skip: !wanted });
  const address = data?.region.outlinesAddress ?? null;
  const [found, setFound] = useState<{ address: string; outlines: Outlines | null } | null>(null);
  useEffect(() => {
    if (address === null) return;
    let left = false;
    const tell = (outlines: Outlines | null) => !left && setFound({ address, outlines });
    outlinesAt(address).then(tell, () => tell(null));
    return () => {
      left = true;
    };
  }, [address]);
  const here = found?.address === address ? found : null;
  return {
    extent: data?.region.extent ?? null,
    outlines: here?.outlines ?? null,
    settled: data !== undefined && (address === null || here !== null),
  };
}
