import fc from 'fast-check';
import { wordDifference } from './word-difference';

it('shows the difference of two versions without losing a character', () => {
  expect(wordDifference('Wir beginnen im März.', 'Wir beginnen im Mai.')).toEqual([
    { kind: 'SAME', text: 'Wir beginnen im ' },
    { kind: 'REMOVED', text: 'März.' },
    { kind: 'ADDED', text: 'Mai.' },
  ]);
  const text = fc.array(fc.constantFrom('a', 'b', ' ', '\n', 'cd'), { maxLength: 20 }).map((parts) => parts.join(''));
  fc.assert(
    fc.property(text, text, (before, after) => {
      const parts = wordDifference(before, after);
      const without = (kind: string) =>
        parts
          .filter((part) => part.kind !== kind)
          .map((part) => part.text)
          .join('');
      expect([without('ADDED'), without('REMOVED')]).toEqual([before, after]);
    }),
  );
});
