export { AllianceReadingService, type AllianceFilter } from './alliance-reading.service';
export { AllianceType, BenchFillType } from './alliance.graphql';
export { AllianceHiding } from './alliance-hiding';
export { AllianceLoader } from './alliance.loader';
export { AlliancesModule } from './alliances.module';
