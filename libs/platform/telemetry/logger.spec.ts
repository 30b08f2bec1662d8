import { blotted, JsonLogger } from './logger';

describe('log lines', () => {
  it.each([
    ['Mail to kim@beispiel.example failed', 'Mail to [mail address] failed'],
    ['<kim.müller+neu@beispiel.example>: 550', '<[mail address]>: 550'],
    ['GET /passwort?email=kim%40beispiel.example&x=1', 'GET /passwort?email=[mail address]&x=1'],
    ['two: a@b.example, c@d.example', 'two: [mail address], [mail address]'],
    ['nothing to hide', 'nothing to hide'],
  ])('blot out the addresses in "%s"', (message, expected) => {
    expect(blotted(message)).toBe(expected);
  });

  it('do not repeat a value that Postgres could not take', () => {
    const fault = Object.assign(new Error('invalid input syntax for type uuid: "Kim Beispiel"'), { code: '22P02' });
    expect(blotted(fault)).toMatch(/^Error: data exception 22P02\n[^]*logger\.spec/);
  });

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
