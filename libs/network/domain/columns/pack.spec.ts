import { steadyRandom } from '../placing';
import { NotPacked, pack, unpack, type Column } from './pack';

describe('columns as bytes', () => {
  const random = steadyRandom('columns');
  const words = ['', 'Bäckerei Kornglück', 'Ŝtato', '🏭 Werk', 'a'.repeat(300), ' \u0000'];
  const length = () => Math.floor(random() * 40);
  const some = (): Record<string, Column> => ({
    bytes: Uint8Array.from({ length: length() }, () => random() * 256),
    names: Array.from({ length: length() }, () => words[Math.floor(random() * words.length)]!),
    days: Int32Array.from({ length: length() }, () => (random() - 0.5) * 2 ** 31),
    small: Uint16Array.from({ length: length() }, () => random() * 2 ** 16),
    places: Uint32Array.from({ length: length() }, () => random() * 2 ** 32),
    strengths: Float32Array.from({ length: length() }, () => (random() < 0.1 ? Number.NaN : random())),
    exact: Float64Array.from({ length: length() }, random),
    none: [],
  });

  it('come back as they were, with their head', () => {
    for (let run = 0; run < 100; run++) {
      const [head, columns] = [{ seq: run, name: words[run % words.length] }, some()];
      expect(unpack(pack(head, columns).buffer)).toEqual({ head, columns });
    }
  });

  it('are refused where they are cut off, or something else', () => {
    const whole = pack({ seq: 1 }, some()).buffer;
    for (const bytes of [new ArrayBuffer(0), whole.slice(0, 12), new TextEncoder().encode('<html>no columns</html>').buffer]) {
      expect(() => unpack(bytes)).toThrow(NotPacked);
    }
    expect(() => unpack(whole.slice(0, whole.byteLength - 16))).toThrow(NotPacked);
  });
});
