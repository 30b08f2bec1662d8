import { blotted } from '@knotenpunkt/kernel';
import type { LoggerService } from '@nestjs/common';
import { pino, type DestinationStream, type Logger } from 'pino';

/** Nest's log lines as JSON. What people enter is never logged; mail addresses that slip into a message are blotted out. */
export class JsonLogger implements LoggerService {
  private readonly pino: Logger;

  /** Writes to the standard output unless told where else. */
  constructor(level: string, destination?: DestinationStream) {
    this.pino = destination ? pino({ level, base: undefined }, destination) : pino({ level, base: undefined });
  }

  log(message: unknown, context?: string): void {
    this.pino.info({ context }, blotted(message));
  }

  error(message: unknown, stackOrContext?: string, context?: string): void {
    // Nest gives (message, context) or (message, stack, context); what we log as an error has its stack in the message.
    this.pino.error({ context: context ?? stackOrContext }, blotted(message));
  }

  warn(message: unknown, context?: string): void {
    this.pino.warn({ context }, blotted(message));
  }

  debug(message: unknown, context?: string): void {
    this.pino.debug({ context }, blotted(message));
  }
}
