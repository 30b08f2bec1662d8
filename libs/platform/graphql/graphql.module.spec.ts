import { formatError } from './graphql.module';

describe('a fault', () => {
  const told = (code: string, detail?: string) =>
    formatError({ message: 'x' }, { originalError: Object.assign(new Error('x'), { code, detail }) }).extensions;

  it('is told to whoever sent a value Postgres cannot read: no id, too large, no day, or a day that is none anywhere', () => {
    for (const code of ['22P02', '22003', '22007', '22008', '22009']) expect(told(code)).toEqual({ code: 'BAD_USER_INPUT' });
  });

  it('is told to whoever sent an id that something else has', () => {
    expect(told('23505', 'Key (id)=(0190) already exists.')).toEqual({ code: 'BAD_USER_INPUT' });
  });

  it('gets a number where it is ours', () => {
    expect(told('23505', 'Key (initiative_id, actor_id)=(0190, 0191) already exists.')).toMatchObject({
      code: 'INTERNAL_SERVER_ERROR',
      number: expect.any(String) as string,
    });
  });
});
