import { firstFree, readableText } from './text';

describe('firstFree', () => {
  it('numbers on from the second of the same words', () => {
    expect(firstFree('bus', new Set())).toBe('bus');
    expect(firstFree('bus', new Set(['bus']))).toBe('bus-2');
    expect(firstFree('bus', new Set(['bus', 'bus-2', 'bus-4']))).toBe('bus-3');
  });
});

describe('readableText', () => {
  it('keeps what people write, and says where something could not be kept', () => {
    expect(readableText('Bäckerei „Kornglück“ 😀\tA\r\nB')).toBe('Bäckerei „Kornglück“ 😀\tA\r\nB');
    expect(readableText('a\u0000b\ud800c\udc00\uffff')).toBe('a\ufffdb\ufffdc\ufffd\ufffd');
  });
});
