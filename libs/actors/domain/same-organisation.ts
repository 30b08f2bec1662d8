import { searchTextOf } from './search-text';

/** Words of a name that say the legal form and nothing of who it is; as `searchTextOf` gives them. */
const LEGAL_WORDS = new Set(
  searchTextOf(
    'gmbh mbh ggmbh gug ug haftungsbeschränkt ag kg kgaa ohg gbr eg ev se e v g k co und inc ltd llc eingetragener verein eingetragene genossenschaft gemeinnützige',
  )
    .trim()
    .split(' '),
);

/** A name as it is compared: without legal form, accents and signs; never empty for a name with letters. */
export function nameKeyOf(name: string): string {
  const words = searchTextOf(name).trim().split(' ');
  const own = words.filter((word) => !LEGAL_WORDS.has(word));
  return (own.length > 0 ? own : words).join(' ');
}

/** Addresses on the web where many organisations live. */
const SHARED_HOSTS =
  /(^|\.)(facebook|instagram|linkedin|xing|twitter|x|youtube|tiktok|google|wordpress|blogspot|jimdo|jimdosite|jimdofree|wixsite|github|gitlab|t-online|web|gmx)\.(com|de|net|org|io)$/;

/** The host of a website without "www."; null where there is none, or where it says nothing of who it is. */
export function hostOf(website: string): string | null {
  if (!URL.canParse(website)) return null;
  const host = new URL(website).hostname.toLowerCase().replace(/^www\d?\./, '');
  return host === '' || SHARED_HOSTS.test(host) ? null : host;
}

/** Where anybody gets a mail address. */
const FREE_MAIL =
  /^(gmail|googlemail|gmx|web|t-online|freenet|outlook|hotmail|live|yahoo|icloud|me|aol|mail|posteo|mailbox|proton|protonmail|pm|arcor|email|online|vodafone|1und1|tutanota|tuta)\.(com|de|net|org|me|at|ch|eu|io)$/;

/** Whether a mail address belongs where the website is: at the same host, or one below the other. */
export function mailFits(email: string, website: string): boolean {
  const host = hostOf(website);
  const domain = email.slice(email.lastIndexOf('@') + 1).toLowerCase();
  if (host === null || !domain.includes('.') || FREE_MAIL.test(domain)) return false;
  return domain === host || host.endsWith(`.${domain}`) || domain.endsWith(`.${host}`);
}

/** Whether a mail address shows for whom somebody speaks. That of a works or staff council often is its employer's, whose people all have one. */
export function mailProves(email: string, { website, employerWebsite }: { website: string; employerWebsite: string }): boolean {
  return mailFits(email, website) && !mailFits(email, employerWebsite);
}
