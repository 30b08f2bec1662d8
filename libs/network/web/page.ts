import type { RefObject } from 'react';
import type { NetworkChanges, NetworkOverview, NetworkRegions, OverviewActor, Shown } from '@knotenpunkt/network/domain';
import type { AroundAnswer } from './closer/useAround';
import type { WaysAnswer } from './closer/useWays';
import type { IntroducePart } from './closer/Way';
import type { ChangeMarks } from './time/useChangeMarks';
import type { ShownMark } from './time/useMarks';
import type { TimeOfPage } from './time/useTime';
import type { NetworkViewControl } from './useNetworkView';
import type { KeptOfPage } from './views/useKeptOfPage';

/** What later rooms put on the page. */
export interface NetworkParts {
  introduce: IntroducePart;
}

/** What a page says in which the network stands. */
export interface NetworkSetting {
  /** The heading of the network; a page with a heading of its own gives it the level below. */
  titleAs?: 'h1' | 'h2';
  /** The title of the document; "Netzwerk" where nothing else is said. */
  pageTitle?: string;
}

/** What every part of the page knows: the network, the view of it, and what follows from both. */
export interface NetworkPageState {
  /** The whole, or, while a large one is on its way, those with the most ties. */
  overview: NetworkOverview;
  isWhole: boolean;
  /** What was seen of it first. */
  first: NetworkRegions | null;
  control: NetworkViewControl;
  /** The kept view one looks at, and what of a view does not stand in the address. */
  kept: KeptOfPage;
  /** Whom the panel tells of: the first chosen that is there. */
  chosen: OverviewActor | null;
  /** All that are chosen. */
  allChosen: readonly OverviewActor[];
  target: OverviewActor | null;
  ways: WaysAnswer;
  /** Whom the tie of the chosen is told to. */
  tiedTo: OverviewActor | null;
  /** The surroundings of the chosen, where the view wants them. */
  around: AroundAnswer;
  /** The days the page is about; `overview` is the network of the one that is shown. */
  time: TimeOfPage;
  /** While two days are compared: what the view shows of the changes between them. */
  changed: NetworkChanges | null;
  /** What the picture marks: these changes, or what has just come. */
  changeMarks: ChangeMarks;
  /** What happened in the region. */
  marks: readonly ShownMark[];
  /** What the view leaves of the network. */
  shown: Shown;
  parts: NetworkParts;
  choose: (slug: string | null) => void;
  /** Where the reader has just gone, from the picture to the list or back: the switch is another then, and wants the focus; null: it has it. */
  switched: RefObject<'picture' | 'list' | null>;
  titleAs: 'h1' | 'h2';
}
