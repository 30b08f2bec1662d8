import { blotted } from './blotted';

describe('a message for log or queue', () => {
  it.each([
    ['Mail to kim@beispiel.example failed', 'Mail to [mail address] failed'],
    ['<kim.müller+neu@beispiel.example>: 550', '<[mail address]>: 550'],
    ['GET /passwort?email=kim%40beispiel.example&x=1', 'GET /passwort?email=[mail address]&x=1'],
    ['two: a@b.example, c@d.example', 'two: [mail address], [mail address]'],
    ['nothing to hide', 'nothing to hide'],
  ])('goes without the addresses in "%s"', (message, expected) => {
    expect(blotted(message)).toBe(expected);
  });

  it('does not repeat a value that Postgres could not take', () => {
    const fault = Object.assign(new Error('invalid input syntax for type uuid: "Kim Beispiel"'), { code: '22P02' });
    expect(blotted(fault)).toMatch(/^Error: data exception 22P02\n[^]*blotted\.spec/);
  });
});
