import { Module } from '@nestjs/common';
import { ActorsModule } from '@knotenpunkt/actors/api';
import { NoticesModule } from '@knotenpunkt/notices/api';
import { ContactOutgoing } from './contact-outgoing';
import { ContactQuestionKind } from './contact-question-kind';
import { ContactRequestRepository } from './contact-request.repository';
import { ContactRequestResolver } from './contact-request.resolver';
import { ContactRequestService } from './contact-request.service';

@Module({
  imports: [ActorsModule, NoticesModule],
  providers: [ContactOutgoing, ContactQuestionKind, ContactRequestRepository, ContactRequestResolver, ContactRequestService],
})
export class CoordinationModule {}
