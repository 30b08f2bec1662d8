export { DutyOperatorModule } from './duty/duty-operator.module';
export { ModerationModule } from './moderation.module';
export { HidingDoors, type HidingDoor } from './report/hiding-doors';
export { RetentionService } from './retention.service';
