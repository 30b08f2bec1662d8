export type { BackgroundPaint, BackgroundView } from './backdrop';
export type { NetworkBundle, NetworkRegion, NetworkViewport, NetworkWhole, WholeActors } from './ground-model';
export { regionsOf } from './ground-regions';
export { pairKey, type NetworkCommunity, type NetworkNode, type NetworkTie } from './model';
export { NetworkCanvas, type NetworkCanvasProps } from './NetworkCanvas';
export type { ChangeMark } from './paint-marks';
export { MARK_PATTERNS, type MarkColour, type MarkPattern } from './palette';
export { SmallNetwork, type SmallNetworkProps } from './SmallNetwork';
export type { PlacelessNode } from './surroundings';
