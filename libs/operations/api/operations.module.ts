import { Module } from '@nestjs/common';
import { MatchingModule } from '@knotenpunkt/matching/api';
import { BackupLog } from '@knotenpunkt/platform/backup';
import { Instruments } from '@knotenpunkt/platform/telemetry';
import { InstallationRepository } from './installation.repository';
import { SystemResolver } from './system.resolver';
import { SystemService } from './system.service';

@Module({ imports: [MatchingModule], providers: [BackupLog, Instruments, InstallationRepository, SystemResolver, SystemService] })
export class OperationsModule {}
