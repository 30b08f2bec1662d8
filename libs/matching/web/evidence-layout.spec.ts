import fc from 'fast-check';
import { fitted, layOut, PICTURE_WIDTH, ROW, SIGN, widthOf, type Laid } from './evidence-layout';

const words = fc.string({ minLength: 1, maxLength: 90, unit: fc.constantFrom(...'abcdefgilmtwÄMQ-„“ ') });
const strand: fc.Arbitrary<Laid> = fc.oneof(
  fc.record({ labels: fc.array(words, { minLength: 1, maxLength: 2 }), bare: fc.constant(false), dashed: fc.boolean() }),
  fc.record({ labels: fc.array(words, { minLength: 1, maxLength: 1 }), bare: fc.constant(true), dashed: fc.boolean() }),
);
const strands = fc.array(strand, { minLength: 1, maxLength: 4 });

describe('layOut', () => {
  it('gives every record a row of its own, inside the picture, and no label meets another, a sign or the end of its thread', () => {
    fc.assert(
      fc.property(words, strands, words, (from, given, to) => {
        const picture = layOut(from, given, to);
        const stops = picture.strands.flatMap((one) => one.stops);
        const rows = [picture.from.y, ...stops.map(({ y }) => y), picture.to.y];
        rows.slice(1).forEach((y, at) => expect(y - rows[at]!).toBe(ROW));
        expect(picture.from.y - SIGN / 2).toBeGreaterThanOrEqual(0);
        expect(picture.to.y + SIGN / 2).toBeLessThanOrEqual(picture.height);
        for (const { sign, label, area } of stops) {
          if (sign !== null) expect(label.x).toBeGreaterThanOrEqual(sign + SIGN / 2);
          expect(area.x + area.width).toBeLessThanOrEqual(PICTURE_WIDTH);
          expect(label.x + label.width).toBeLessThanOrEqual(area.x + area.width);
        }
        for (const { tail } of picture.strands) {
          expect(tail.width).toBeGreaterThanOrEqual(24);
          expect(tail.x + tail.width).toBeLessThanOrEqual(PICTURE_WIDTH);
        }
        for (const { text } of [picture.from, picture.to]) expect(widthOf(text)).toBeLessThanOrEqual(PICTURE_WIDTH - 24);
      }),
    );
  });

  it('says the same of the same', () => {
    fc.assert(fc.property(words, strands, words, (from, given, to) => expect(layOut(from, given, to)).toEqual(layOut(from, given, to))));
  });

  it('dashes the rails only where nothing that counts hangs on them', () => {
    const line = (dashed: boolean): Laid => ({ labels: ['Feld'], bare: false, dashed });
    const dashes = (...given: Laid[]) => layOut('A', given, 'B').rails.map(({ dashed }) => dashed);
    expect(dashes(line(false))).toEqual([false, false]);
    expect(dashes(line(true))).toEqual([true, true]);
    expect(dashes(line(false), line(true))).toEqual([false, true, false]);
    expect(dashes(line(true), line(false))).toEqual([false, true, false]);
  });
});

describe('fitted', () => {
  it('leaves what fits, and cuts at the end what does not', () => {
    fc.assert(
      fc.property(words, fc.integer({ min: 20, max: 300 }), (text, most) => {
        const cut = fitted(text, most);
        expect(widthOf(cut)).toBeLessThanOrEqual(most);
        expect(cut === text || (cut.endsWith('…') && text.startsWith(cut.slice(0, -1)))).toBe(true);
      }),
    );
  });
});
