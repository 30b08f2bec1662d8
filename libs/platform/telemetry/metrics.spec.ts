import { parse, type OperationDefinitionNode } from 'graphql';
import { nameOf } from './graphql-timer';
import { routeOf } from './metrics';

describe('labels of metrics', () => {
  it.each([
    ['/graphql', 'graphql'],
    ['/GraphQL', 'graphql'],
    ['/api/auth/sign-in/email', 'api'],
    ['/daten/netzwerk/harkenrode/public/1.bin', 'daten'],
    ['/assets/main-abc.js', 'assets'],
    ['/', 'page'],
    ['/akteure/spedition-hellwald', 'page'],
    ['/anything/whoever?types', 'page'],
    ['', 'page'],
  ])('put %s into the class %s', (path, route) => {
    expect(routeOf(path)).toBe(route);
  });

  it.each([
    ['query Kim { actor(slug: "x") { id } actors { id } }', 'actor'],
    ['mutation kim_beispiel { invited: acceptInvitation { id } }', 'acceptInvitation'],
    ['{ __schema { types { name } } }', 'introspection'],
    ['query { ...All } fragment All on Query { actor { id } }', 'fragment'],
  ])('name %s after a field of the schema, never after what a client calls it', (text, name) => {
    expect(nameOf(parse(text).definitions[0] as OperationDefinitionNode)).toBe(name);
  });
});
