import { placeWithin } from './place';

describe('the place somebody returns to after signing in', () => {
  it.each(['/', '/akteure', '/r/dortmund/allianzen?zeigt=ergebnisse#ende'])('is kept within the app: %s', (place) => {
    expect(placeWithin(place)).toBe(place);
  });

  it.each([
    '//jemand.example',
    '/\\jemand.example',
    '/\t/jemand.example',
    '\\/jemand.example',
    'https://jemand.example',
    'javascript:alert(1)',
    '',
    null,
  ])('is the first page instead of %p', (place) => {
    expect(placeWithin(place)).toBe('/');
  });

  it.each(['/\t/jemand.example', '/\n/jemand.example', '/.//jemand.example', '/%09/jemand.example'])(
    'is on this host as a browser reads it: %p',
    (place) => {
      expect(new URL(placeWithin(place), 'https://hier.example').host).toBe('hier.example');
    },
  );
});
