import type { LoggerService } from '@nestjs/common';
import { pino, type Logger } from 'pino';

/** Nest's log lines as JSON. What people enter is never logged; mail addresses that slip into a message are blotted out. */
export class JsonLogger implements LoggerService {
  private readonly pino: Logger;

  constructor(level: string) {
    this.pino = pino({ level, base: undefined });
  }

  log(message: unknown, context?: string): void {
    this.pino.info({ context }, blotted(message));
  }

  error(message: unknown, stackOrContext?: string, context?: string): void {
    this.pino.error({ context: context ?? stackOrContext }, blotted(message));
  }

  warn(message: unknown, context?: string): void {
    this.pino.warn({ context }, blotted(message));
  }

  debug(message: unknown, context?: string): void {
    this.pino.debug({ context }, blotted(message));
  }
}

/** The message without mail addresses. */
export function blotted(message: unknown): string {
  const text = message instanceof Error ? (message.stack ?? message.message) : String(message);
  return text.replace(/[\w.+-]+@[\w-]+\.[\w.-]+/g, '[mail address]');
}
