/** A full stop after these, or after a single letter (`z. B.`), ends no sentence. */
const ABBREVIATED = '(?<!(?<!\\p{L})(?:\\p{L}|ca|mind|max|inkl|bzw|evtl|ggf|[Nn]r|Abs|Art|Dr|Prof|Std|Str|Tel)\\.)';
const BETWEEN_SENTENCES = new RegExp(`(?<=[.!?…])${ABBREVIATED}\\s+(?=["„“»(]?\\p{Lu}|\\d)|\\n+`, 'u');

/** The sentences of a text; headings and list items on lines of their own count as sentences. */
export function sentencesOf(text: string): string[] {
  return text
    .split(BETWEEN_SENTENCES)
    .map((sentence) => sentence.trim())
    .filter((sentence) => sentence !== '');
}

/** Parts of a sentence that can be excluded for themselves: `Keine Räume, aber Menschen, die …`. */
function clausesOf(sentence: string): string[] {
  return sentence.split(/(?<=[,;:–])\s+|\s+(?=(?:aber|sondern|but)\s)/);
}

/** `keine Räume`; but `keine Anmeldung nötig` opens, it does not exclude. */
const OPENS_WITH_NO = /^(?:und |auch |aber |außerdem |leider |derzeit |zurzeit |zur zeit |and |but )*(?:kein|keine|keinen|no)\s/iu;
const NO_OBSTACLE =
  /\b(?:nötig|notwendig|erforderlich|vorkenntnisse|anmeldung|kosten|gebühr|eigenanteil|necessary|required|registration)\b/iu;
const EXCLUDES =
  /\b(?:nicht|not)\s+(?:für|an|bei|for)\s|\bausgeschlossen\b|\bausgenommen\b|(?<!\p{L})(?:bieten|leisten|machen|bedienen|vermitteln|übernehmen|nehmen|können|dürfen)\s+wir\b[^.]*\b(?:nicht|kein|keine|keinen)\b|\bwe\s+(?:do not|don't|cannot)\b|\bexcluded\b/iu;

const MEMBERS_ONLY =
  /\b(?:nur|ausschließlich|allein|only)\s+(?:an\s+|für\s+|for\s+)?(?:unsere\s+|our\s+)?(?:\p{L}*mitglied\p{L}*|members?)\b|\b(?:für|for)\s+(?:\p{L}*mitgliedsbetriebe|members only)\b|\bnichtmitglieder\b[^.]*\bnicht\b/iu;

export interface Exclusions {
  /** What the text speaks of. */
  said: string;
  /** What it rules out; empty when nothing. */
  excluded: string;
  /** It is meant for members of the offering organisation only. */
  membersOnly: boolean;
}

/** Takes apart what an offer says and what it rules out ("keine …", "nicht für …", "… ausgeschlossen"). */
export function exclusionsOf(text: string): Exclusions {
  const said: string[] = [];
  const excluded: string[] = [];
  for (const sentence of sentencesOf(text)) {
    for (const clause of clausesOf(sentence)) {
      const rulesOut = (OPENS_WITH_NO.test(clause) && !NO_OBSTACLE.test(clause)) || EXCLUDES.test(clause);
      (rulesOut ? excluded : said).push(clause);
    }
  }
  return { said: said.join(' '), excluded: excluded.join(' '), membersOnly: MEMBERS_ONLY.test(text) };
}
