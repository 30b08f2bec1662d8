import { Global, Module, type DynamicModule } from '@nestjs/common';
import { Mail, MAIL_SETTINGS, type MailSettings } from './mail';

@Global()
@Module({})
export class MailModule {
  static forRoot(settings: MailSettings): DynamicModule {
    return { module: MailModule, providers: [Mail, { provide: MAIL_SETTINGS, useValue: settings }], exports: [Mail] };
  }
}
