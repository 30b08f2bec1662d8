/** Small letters without accents; "ä", "ae" and "a" are the same, and so are "ß" and "ss". */
export function plainLetters(text: string): string {
  return text
    .toLowerCase()
    .replaceAll('ß', 'ss')
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .replace(/([aou])e/g, '$1');
}

/** The words of a text in plain letters, one space before each. */
export function plainOf(text: string): string {
  return (plainLetters(text).match(/[a-z0-9]+/g) ?? []).map((word) => ` ${word}`).join('');
}
