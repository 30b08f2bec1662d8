import { readFileSync } from 'node:fs';
import { KIND_HUES, ACTOR_KINDS } from '@knotenpunkt/kernel';
import { kindToken } from './kinds';

it('draws marks on paper in the hues that the page has on light ground', () => {
  const light = readFileSync('libs/webkit/ui/styles/tokens.css', 'utf8').split("[data-theme='dark']")[0]!;
  const tokens = Object.fromEntries(ACTOR_KINDS.map((kind) => [kind, new RegExp(`${kindToken(kind)}: (#\\w+);`).exec(light)?.[1]]));
  expect(tokens).toEqual(KIND_HUES);
});
