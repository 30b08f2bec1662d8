export { NetworkCanvas, type NetworkCanvasProps } from './NetworkCanvas';
export { SmallNetwork, type SmallNetworkProps } from './SmallNetwork';
export type { NetworkCommunity, NetworkNode, NetworkTie } from './model';
export type { PlacelessNode } from './surroundings';
