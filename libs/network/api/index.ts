export { CommunityService } from './community.service';
export { MeasureKeeper } from './measures/measure-keeper';
export { NetworkActor, NetworkTie, TieGrade } from './network.graphql';
export * from './network.module';
export { OverviewService, type NetworkState } from './overview.service';
export { SnapshotKeeper } from './snapshot-keeper';
export { TiesService, type StandsBetween } from './ties.service';
export { DataOperatorModule, type DataOperator } from './take/data-operator.module';
export { TakeService } from './take/take.service';
