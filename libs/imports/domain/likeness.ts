import { hostOf, nameKeyOf, searchTextOf } from '@knotenpunkt/actors/domain';
import type { Id } from '@knotenpunkt/kernel';

/** Why two entries may be the same organisation. */
export const LIKENESS_REASONS = ['REGISTER', 'NUMBER', 'NAME', 'NAME_ALIKE', 'WEBSITE', 'ADDRESS', 'EARLIER_ROW'] as const;
export type LikenessReason = (typeof LIKENESS_REASONS)[number];

/** Postal code and street with number; null where one of them is missing. */
export function addressKeyOf(street: string, postalCode: string): string | null {
  const plain = searchTextOf(street.replace(/(straße|strasse|str\.?)(?=\s|\d|$)/gi, 'str')).replaceAll(' ', '');
  return /\d/.test(plain) && postalCode.trim() !== '' ? `${postalCode.replace(/\s/g, '')} ${plain}` : null;
}

/** A number in a register: kind, number and court, as it is compared. */
export function registerKeyOf(text: string): string | null {
  const found = /\b(HRA|HRB|VR|GNR|PR|GSR)\s*[:.-]?\s*(\d[\d ]{0,9}\d|\d)\s*([A-Z])?\b/i.exec(text);
  if (!found) return null;
  const court = searchTextOf(
    text.replace(found[0], ' ').replace(/amtsgericht|registergericht|handelsregister|vereinsregister|\bAG\b/gi, ' '),
  ).replaceAll(' ', '');
  return `${found[1]!.toLowerCase()}${found[2]!.replaceAll(' ', '')}${(found[3] ?? '').toLowerCase()}|${court}`;
}

/** The trigrams of a text, as Postgres cuts them: two spaces before each word, one behind. */
function trigrams(text: string): Set<string> {
  const found = new Set<string>();
  for (const word of text.split(' ').filter(Boolean)) {
    const padded = `  ${word} `;
    for (let at = 0; at + 3 <= padded.length; at++) found.add(padded.slice(at, at + 3));
  }
  return found;
}

/** How alike two texts are, 0 to 1: trigrams both have among those either has. */
export function likeness(a: string, b: string): number {
  const [left, right] = [trigrams(a), trigrams(b)];
  if (left.size === 0 || right.size === 0) return 0;
  let both = 0;
  for (const each of left) if (right.has(each)) both += 1;
  return both / (left.size + right.size - both);
}

/** From here on names are alike. */
export const ALIKE = 0.6;
/** A website or an address that more organisations have says nothing of one of them. */
export const MOST_SHARING = 3;

/** What is compared of an organisation. */
export interface Traits {
  nameKey: string;
  city: string;
  host: string | null;
  address: string | null;
  register: string | null;
  /** Its number in a list. */
  key: string | null;
}

/** What is compared of what somebody says of an organisation. */
export function traitsOf(said: {
  name: string;
  city?: string;
  website?: string;
  street?: string;
  postalCode?: string;
  register?: string;
  key?: string;
}): Traits {
  return {
    nameKey: nameKeyOf(said.name),
    city: searchTextOf(said.city ?? '').trim(),
    host: said.website ? hostOf(said.website) : null,
    address: addressKeyOf(said.street ?? '', said.postalCode ?? ''),
    register: said.register ? registerKeyOf(said.register) : null,
    key: said.key ?? null,
  };
}

/** Why the two may be the same; empty: they are not alike. */
export function reasonsOf(a: Traits, b: Traits): LikenessReason[] {
  const reasons: LikenessReason[] = [];
  const elsewhere = a.city !== '' && b.city !== '' && a.city !== b.city;
  if (a.register !== null && a.register === b.register) reasons.push('REGISTER');
  if (a.key !== null && a.key === b.key) reasons.push('NUMBER');
  if (a.nameKey === b.nameKey) reasons.push('NAME');
  else if (!elsewhere && likeness(a.nameKey, b.nameKey) >= ALIKE) reasons.push('NAME_ALIKE');
  if (a.host !== null && a.host === b.host) reasons.push('WEBSITE');
  if (a.address !== null && a.address === b.address) reasons.push('ADDRESS');
  return reasons;
}

/** An organisation that may be the same, with the reasons. */
export interface Candidate {
  id: Id;
  name: string;
  city: string;
  slug: string;
  /** False: it is not in the directory any more, and nobody can look at it. */
  listed?: boolean;
  reasons: LikenessReason[];
}

/** The best founded first; those at a shared address or website only where few share it. */
export function candidatesAmong(
  said: Traits,
  found: readonly (Traits & { id: Id; name: string; cityName: string; slug: string; listed?: boolean })[],
): Candidate[] {
  const among = found.map((each) => ({ each, reasons: reasonsOf(said, each) }));
  const sharing = (reason: LikenessReason) => among.filter(({ reasons }) => reasons.includes(reason)).length;
  const says = (reason: LikenessReason) => !['WEBSITE', 'ADDRESS'].includes(reason) || sharing(reason) <= MOST_SHARING;
  const ranked = among
    .map(({ each: { id, name, cityName, slug, listed = true }, reasons }): Candidate => ({
      ...{ id, name, city: cityName, slug, listed },
      reasons: reasons.some(says) ? reasons : [],
    }))
    .filter(({ reasons }) => reasons.length > 0)
    .sort((a, b) => rank(a) - rank(b) || (a.id < b.id ? -1 : 1));
  return ranked.filter(({ id }, at) => ranked.findIndex((each) => each.id === id) === at).slice(0, 5);
}

const rank = ({ reasons }: Candidate) => LIKENESS_REASONS.indexOf(reasons[0]!) - reasons.length / 10;
