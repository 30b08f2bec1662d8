import { Module } from '@nestjs/common';
import { ActorsModule } from '@knotenpunkt/actors/api';
import { ContactRequestRepository } from './contact-request.repository';
import { ContactRequestResolver } from './contact-request.resolver';
import { ContactRequestService } from './contact-request.service';

@Module({ imports: [ActorsModule], providers: [ContactRequestRepository, ContactRequestResolver, ContactRequestService] })
export class CoordinationModule {}
