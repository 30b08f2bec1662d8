import type { NetworkOverview, OverviewActor, Shown } from '@knotenpunkt/network/domain';
import type { IntroducePart, useWays } from './PathFinder';
import type { NetworkViewControl } from './useNetworkView';

/** What later rooms put on the page. */
export interface NetworkParts {
  introduce: IntroducePart;
}

/** What every part of the page knows: the network, the view of it, and what follows from both. */
export interface NetworkPageState {
  overview: NetworkOverview;
  control: NetworkViewControl;
  /** Whom the panel tells of: the first chosen that is there. */
  chosen: OverviewActor | null;
  /** All that are chosen. */
  allChosen: readonly OverviewActor[];
  target: OverviewActor | null;
  ways: ReturnType<typeof useWays>;
  /** What the view leaves of the network. */
  shown: Shown;
  parts: NetworkParts;
  choose: (slug: string | null) => void;
}
