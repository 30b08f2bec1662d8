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

  it('knows services to sign in with by the names in their variables, and says what is missing', () => {
    const given = { OIDC_LAND_NAME: 'Servicekonto', OIDC_LAND_ISSUER: 'https://konto.example/land', OIDC_LAND_CLIENT_ID: 'knotenpunkt' };
    expect(readConfiguration({ ...given, OIDC_LAND_CLIENT_SECRET: 'geheim' }).signOn).toEqual([
      { key: 'land', name: 'Servicekonto', issuer: 'https://konto.example/land', clientId: 'knotenpunkt', clientSecret: 'geheim' },
    ]);
    expect(() => readConfiguration(given)).toThrow(/OIDC_LAND_CLIENT_SECRET is needed/);
    const open = { ...given, OIDC_LAND_CLIENT_SECRET: 'geheim', OIDC_LAND_ISSUER: 'http://konto.example' };
    expect(() => readConfiguration({ ...open, NODE_ENV: 'production' })).toThrow(/OIDC_LAND_ISSUER must start with https/);
    expect(readConfiguration({}).signOn).toEqual([]);
  });

  it('takes an empty variable as not set', () => {
    expect(readConfiguration({ SMTP_URL: '' }).smtpUrl).toBeNull();
  });

  it('names the operator with the lines of the address, and nobody while the name is missing', () => {
    const given = {
      OPERATOR_NAME: 'Kreis Harkenrode',
      OPERATOR_ADDRESS: 'Markt 1; 00000 Harkenrode;',
      OPERATOR_MAIL: 'post@kreis.example',
    };
    expect(readConfiguration(given).operator).toMatchObject({
      name: 'Kreis Harkenrode',
      address: ['Markt 1', '00000 Harkenrode'],
      mail: 'post@kreis.example',
    });
    expect(readConfiguration({ OPERATOR_MAIL: 'post@kreis.example' }).operator).toBeNull();
    expect(() => readConfiguration({ OPERATOR_NAME: 'Kreis', OPERATOR_IMPRINT_URL: 'javascript:alert(1)' })).toThrow(
      /OPERATOR_IMPRINT_URL/,
    );
    expect(() => readConfiguration({ OPERATOR_NAME: 'Kreis', OPERATOR_MAIL: 'post' })).toThrow(/OPERATOR_MAIL/);
  });
});
