import { formatError } from './graphql.module';

describe('a fault', () => {
  const told = (code: string) => formatError({ message: 'x' }, { originalError: Object.assign(new Error('x'), { code }) }).extensions;

  it('is told to whoever sent a value Postgres cannot read: no id, too large, no day, or a day that is none anywhere', () => {
    for (const code of ['22P02', '22003', '22007', '22008', '22009']) expect(told(code)).toEqual({ code: 'BAD_USER_INPUT' });
  });

  it('gets a number where it is ours', () => {
    expect(told('23505')).toMatchObject({ code: 'INTERNAL_SERVER_ERROR', number: expect.any(String) as string });
  });
});
