import { Module } from '@nestjs/common';
import { ChairsRepository } from './chairs.repository';
import { DeskResolver } from './desk.resolver';
import { DeskService } from './desk.service';
import { WaitingRepository } from './waiting.repository';

/** What the desk tells beside its threads. */
@Module({ providers: [ChairsRepository, DeskResolver, DeskService, WaitingRepository], exports: [WaitingRepository] })
export class DeskModule {}
