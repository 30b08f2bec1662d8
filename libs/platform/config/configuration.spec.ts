import { ConfigurationError, readConfiguration } from './configuration';

describe('configuration', () => {
  it('needs nothing on a developer machine', () => {
    const configuration = readConfiguration({});
    expect(configuration).toMatchObject({ port: 4400, demo: true, graph: { kind: 'embedded' }, databaseUrl: null });
  });

  it('names every missing variable in production at once', () => {
    expect(() => readConfiguration({ NODE_ENV: 'production' })).toThrow(ConfigurationError);
    expect(() => readConfiguration({ NODE_ENV: 'production' })).toThrow(/AUTH_SECRET[^]*DATABASE_URL[^]*PUBLIC_URL/);
  });

  it('refuses demo logins in production', () => {
    expect(() => readConfiguration({ NODE_ENV: 'production', DEMO: 'true' })).toThrow(/DEMO demo logins are refused/);
  });

  it('takes an empty variable as not set', () => {
    expect(readConfiguration({ SMTP_URL: '' }).smtpUrl).toBeNull();
  });
});
