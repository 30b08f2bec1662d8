import { Module } from '@nestjs/common';
import { LetterRepository } from '../letters/letter.repository';
import { LetterResolver } from '../letters/letter.resolver';
import { LetterService } from '../letters/letter.service';
import { LetterTemplateService } from '../letters/letter-template.service';
import { ChairsRepository } from './chairs.repository';
import { DeskResolver } from './desk.resolver';
import { DeskService } from './desk.service';
import { WaitingRepository } from './waiting.repository';

/** What the desk tells beside its threads, and letters to those who let something wait. */
@Module({
  providers: [
    ChairsRepository,
    DeskResolver,
    DeskService,
    LetterRepository,
    LetterResolver,
    LetterService,
    LetterTemplateService,
    WaitingRepository,
  ],
})
export class DeskModule {}
