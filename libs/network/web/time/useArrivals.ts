import { useEffect, useState } from 'react';
import { arrivalsBetween, type NetworkOverview } from '@knotenpunkt/network/domain';

/** So long what came is marked. Milliseconds. */
const MARKED = 12_000;

/** Who and what has come while the page was open, by ids. */
export interface Arrived {
  actors: readonly string[];
  ties: readonly { a: string; b: string; grade: string }[];
}

const NOBODY: Arrived = { actors: [], ties: [] };

/** What came with newer states of today's network; after some seconds it is as everything else. */
export function useArrivals(today: NetworkOverview): Arrived {
  const [known, setKnown] = useState(today);
  const [arrived, setArrived] = useState(NOBODY);
  if (known !== today) {
    setKnown(today);
    const { actors, ties } = arrivalsBetween(known, today);
    if (actors.length + ties.length > 0) {
      setArrived({
        actors: [...arrived.actors, ...actors.map((place) => today.actorAt(place).id)],
        ties: [...arrived.ties, ...ties.map((tie) => today.tieAt(tie))],
      });
    }
  }
  useEffect(() => {
    if (arrived === NOBODY) return;
    const timer = setTimeout(() => setArrived(NOBODY), MARKED);
    return () => clearTimeout(timer);
  }, [arrived]);
  return arrived;
}
