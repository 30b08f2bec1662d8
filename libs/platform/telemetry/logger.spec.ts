import { JsonLogger } from './logger';

describe('log lines', () => {
  it('are JSON with level, context and the blotted message, errors with their stack', () => {
    const lines: string[] = [];
    const logger = new JsonLogger('debug', { write: (line: string) => void lines.push(line) });
    logger.warn('from kim@beispiel.example', 'Mail');
    logger.error(new Error('for kim@beispiel.example'), 'GraphQL');
    const [warning, error] = lines.map((line) => JSON.parse(line) as { level: number; context: string; msg: string });
    expect(warning).toMatchObject({ level: 40, context: 'Mail', msg: 'from [mail address]' });
    expect(error).toMatchObject({ level: 50, context: 'GraphQL', msg: expect.stringMatching(/for \[mail address\][^]*logger\.spec/) });
  });
});
