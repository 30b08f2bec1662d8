export { DatePrecisionEnum, EventType, InitiativeType } from './initiative.graphql';
export { InitiativeHiding } from './initiative-hiding';
export { InitiativeIntake } from './initiative-intake';
export { InitiativeListing } from './initiative-listing';
export { InitiativeLoader } from './initiative.loader';
export { InitiativeService } from './initiative.service';
export { InitiativesModule } from './initiatives.module';
