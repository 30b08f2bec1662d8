import { readFileSync } from 'node:fs';
import { CLASS_COLOURS } from './class-colours';

it('draws classes on paper in the colours that the page has on light ground', () => {
  const light = readFileSync('libs/webkit/ui/styles/tokens.css', 'utf8').split("[data-theme='dark']")[0]!;
  const tokens = [...light.matchAll(/(--kn-(?:class|step)-\w+): (#\w+);/g)].map(([, name, colour]) => [name, colour]);
  expect(Object.fromEntries(tokens)).toEqual(CLASS_COLOURS);
});
