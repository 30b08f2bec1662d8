/** Words in small letters without accents, one space before each; "ä", "ae" and "a" are the same. */
export function plainOf(text: string): string {
  const letters = text
    .toLowerCase()
    .replaceAll('ß', 'ss')
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .replace(/([aou])e/g, '$1');
  return (letters.match(/[a-z0-9]+/g) ?? []).map((word) => ` ${word}`).join('');
}
