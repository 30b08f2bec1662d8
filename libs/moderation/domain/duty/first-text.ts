import { fill } from '@knotenpunkt/kernel';
import type { DutyPage, DutyVersion } from './duty-page';
import de from './messages.de.json' with { type: 'json' };
import en from './messages.en.json' with { type: 'json' };

/** Who runs the installation, as its settings say. */
export interface DutyOperator {
  name?: string;
  address?: readonly string[];
  mail?: string;
  phone?: string;
  representedBy?: string;
  /** Addresses of texts of the operator's own. */
  imprintUrl?: string;
  privacyUrl?: string;
  accessibilityUrl?: string;
}

const words = { de, en };
type Language = keyof typeof words;

const OWN_TEXT: Partial<Record<DutyPage, 'imprintUrl' | 'privacyUrl' | 'accessibilityUrl'>> = {
  IMPRINT: 'imprintUrl',
  PRIVACY: 'privacyUrl',
  ACCESSIBILITY: 'accessibilityUrl',
};

/** What stands on a page until the administrator of the platform writes something else. */
export function firstText(page: DutyPage, operator: DutyOperator | null): DutyVersion {
  return { number: 0, textDe: textIn('de', page, operator), textEn: textIn('en', page, operator), videoUrl: '' };
}

function textIn(language: Language, page: DutyPage, operator: DutyOperator | null): string {
  const { pages, ownText } = words[language];
  const text = fill(pages[page], { operator: contactIn(language, page, operator) });
  const key = OWN_TEXT[page];
  const url = key && operator?.[key];
  return url ? `[${ownText}](<${url}>)\n\n${text}` : text;
}

/** How to reach the operator, a line each, or that nobody has said so yet. */
function contactIn(language: Language, page: DutyPage, operator: DutyOperator | null): string {
  const { operatorMissing, operatorMissingEasy, representedBy } = words[language];
  if (!operator?.name) return page === 'EASY_LANGUAGE' ? operatorMissingEasy : `**${operatorMissing}**`;
  const lines = [operator.name, ...(operator.address ?? [])].map(asWritten);
  if (operator.representedBy) lines.push(fill(representedBy, { name: asWritten(operator.representedBy) }));
  if (operator.mail) lines.push(`[${asWritten(operator.mail)}](mailto:${operator.mail})`);
  if (operator.phone) lines.push(`[${asWritten(operator.phone)}](tel:${operator.phone.replace(/[^+\d]/g, '')})`);
  return lines.join('\n');
}

/** A setting is no Markdown: "Verein *Licht*" keeps its stars. */
export function asWritten(text: string): string {
  const signs = text.replace(/[\\`*_[\]<>|~&]/g, (sign) => `\\${sign}`);
  // At the beginning of a line: a heading or a list.
  return signs.replace(/^([#+-]|\d+(?=[.)]))/, (begun) => (/\d/.test(begun) ? `${begun}\\` : `\\${begun}`));
}
