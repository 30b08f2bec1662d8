import { Module } from '@nestjs/common';
import { ActorsModule } from '@knotenpunkt/actors/api';
import { InitiativesModule } from '@knotenpunkt/initiatives/api';
import { H2020ImportService } from './h2020-import.service';
import { ImportRepository } from './import.repository';

@Module({ imports: [ActorsModule, InitiativesModule], providers: [H2020ImportService, ImportRepository], exports: [H2020ImportService] })
export class ImportsModule {}
