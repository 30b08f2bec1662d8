import { sentencesOf } from './sentences';

/** Kinds of actor, each with the beginnings of the words by which one looks for such, as patterns; German and English. */
const WORDS: Record<string, readonly string[]> = {
  ADMINISTRATION: ['stadtverwaltung', 'amt(?!\\p{L})', 'behörde', 'kommune', 'gemeinde', 'municipality', 'authority'],
  COMPANY: ['betriebe?n?(?!\\p{L})', 'unternehmen', 'firma', 'firmen', 'agentur', 'company', 'companies'],
  CHAMBER: ['kammer(?!\\p{L})', 'handwerkskammer', 'innung', 'chamber'],
  UNION: [
    'gewerkschaft',
    'betriebsrat',
    'betriebsrät',
    'personalrat',
    'personalrät',
    'mitarbeitervertretung',
    'union(?!\\p{L})',
    'works council',
  ],
  ASSOCIATION: ['verband', 'verbände', 'fachverband', 'wohlfahrtsverband'],
  SCIENCE: ['hochschul', 'universität', 'institute?(?!\\p{L})', 'forschungs', 'wissenschaft', 'university', 'research'],
  EDUCATION: ['schule', 'bildungsträger', 'berufskolleg', 'berufsschule', 'kita', 'volkshochschule', 'school', 'college'],
  CIVIL_SOCIETY: ['verein', 'initiative', 'stiftung', 'ehrenamt', 'nachbarschaft', 'charity', 'non-profit'],
  MEDIA: ['redaktion', 'zeitung', 'magazin', 'radio', 'lokalradio', 'newspaper'],
  NETWORK: ['netzwerk', 'netzwerke', 'network'],
};

const SEEKS =
  /(?<!\p{L})(?:such\p{L}*|gesucht|brauch\p{L}*|wünsch\p{L}*|hätten gern\p{L}*|welche\p{L}*|look(?:ing)? for|seek\p{L}*|need\p{L}*)/iu;
const PATTERNS = Object.entries(WORDS).map(([kind, words]) => [kind, new RegExp(`(?<!\\p{L})(?:${words.join('|')})`, 'iu')] as const);

/** Kinds of actor a need says that it looks for: named in a sentence, behind a word of looking for. */
export function kindsAskedFor(title: string, text: string): Set<string> {
  const found = new Set<string>();
  for (const sentence of [title, ...sentencesOf(text)]) {
    const at = sentence.search(SEEKS);
    if (at < 0) continue;
    for (const [kind, pattern] of PATTERNS) if (pattern.test(sentence.slice(at))) found.add(kind);
  }
  return found;
}
