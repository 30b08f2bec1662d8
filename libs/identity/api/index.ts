export * from './acts';
export { AuthService, DEMO_PASSWORD, type IdentitySettings } from './auth.service';
export { ActType, MandateType, PersonMandate, ViewerType } from './identity.graphql';
export * from './identity.module';
export { MandateService } from './mandate.service';
export * from './permit';
export { ViewerService } from './viewer.service';
