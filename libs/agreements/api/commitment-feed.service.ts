import { Inject, Injectable } from '@nestjs/common';
import { messages, standingOf } from '@knotenpunkt/agreements/domain';
import { Acts } from '@knotenpunkt/identity/api';
import { fill, type Clock, type Id } from '@knotenpunkt/kernel';
import { lineOfAct, phraseOfAct } from '@knotenpunkt/notices/domain';
import { CLOCK } from '@knotenpunkt/platform/database';
import { Mail } from '@knotenpunkt/platform/mail';
import { regionName, type Region } from '@knotenpunkt/regions/domain';
import { termsInWords } from '@knotenpunkt/themes/domain';
import { Feed } from 'feed';
import { CommitmentRepository } from './commitment.repository';

/** Of which Zusagen a feed tells; nothing given: of all in the region. */
export interface FeedWish {
  id?: Id | undefined;
  actorId?: Id | undefined;
  purposeId?: Id | undefined;
}

const ENTRIES = 50;

/** What XML 1.0 cannot hold, not even escaped (section 2.2): one such sign, and no reader opens the feed. */
const NOT_IN_XML = /[^\t\n\r\u{20}-\u{d7ff}\u{e000}-\u{fffd}\u{10000}-\u{10ffff}]/gu;

/** Entries are marked as HTML, so a text must be written as such to be read to the letter. */
function asHtml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

/** What becomes of Zusagen, as a feed (Atom 1.0, RFC 4287) for whoever has no account. */
@Injectable()
export class CommitmentFeedService {
  constructor(
    private readonly commitments: CommitmentRepository,
    private readonly acts: Acts,
    private readonly mail: Mail,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** The newest happenings first, fifty at most; null where there is no such Zusage. */
  async atom(region: Region, wish: FeedWish): Promise<string | null> {
    const found = await this.commitments.ofFeed(region.id, wish, ENTRIES);
    if (found.length === 0 && wish.id) return null;
    const acts = await this.acts.about(
      region.id,
      found.map(({ id }) => id),
      ENTRIES,
    );
    const { language } = region;
    const words = messages[language].feed;
    const today = this.clock.today(region.timeZone);
    const page = this.mail.linkTo(region.slug, '/zusagen');
    const values = { region: regionName(region, language), title: found[0]?.text ?? '', actor: found[0]?.actorName ?? '' };
    const title = fill(wish.id ? words.one : wish.actorId ? words.ofActor : words.all, values);
    const feed = new Feed({
      id: `urn:knotenpunkt:${region.slug}:zusagen:${Object.values(wish).join(':')}`,
      title,
      link: page,
      language,
      copyright: '',
      generator: false,
    });
    for (const act of acts) {
      const commitment = found.find(({ id }) => id === act.subjectId);
      if (!commitment || phraseOfAct(act.verb) === null) continue;
      const { actorName, purposeTitle, evidence, note } = commitment;
      const standing = messages[language].standings[standingOf(commitment, today)];
      feed.addItem({
        id: `urn:uuid:${act.id}`,
        title: asHtml(lineOfAct({ verb: act.verb, who: actorName, title: act.subjectTitle }, language)),
        link: page,
        date: act.at,
        content: asHtml(
          [fill(words.entry, { purpose: purposeTitle, terms: termsInWords(commitment, language), standing }), evidence, note]
            .filter(Boolean)
            .join(' – '),
        ),
      });
    }
    return feed.atom1().replace(NOT_IN_XML, '');
  }
}
