import { Module } from '@nestjs/common';
import { FilesModule } from '@knotenpunkt/platform/files';
import { ThreadModule } from '../thread/thread.module';
import { ThreadListController } from './thread-list.controller';
import { ThreadListRepository } from './thread-list.repository';
import { ThreadListResolver } from './thread-list.resolver';
import { ThreadListService } from './thread-list.service';

/** A coordinator's own list, read from a file. */
@Module({
  imports: [FilesModule, ThreadModule],
  controllers: [ThreadListController],
  providers: [ThreadListRepository, ThreadListResolver, ThreadListService],
})
export class ThreadListModule {}
