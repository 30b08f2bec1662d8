import { Injectable } from '@nestjs/common';
import { Acts, ViewerService, type RecordedAct } from '@knotenpunkt/identity/api';
import { actorsOf } from '@knotenpunkt/identity/domain';
import { addressOfAct, DIGEST_ITEMS, lineOfAct, messages, phraseOfAct } from '@knotenpunkt/notices/domain';
import type { Region } from '@knotenpunkt/regions/domain';
import { Followables } from './followables';
import { audiencesFor, split } from './following.service';
import { ReaderRepository, type DigestReader } from './reader.repository';

/** More than are told, since not every act is worth telling. */
const ACTS_ASKED = 40;

/** What can be told to one reader. */
@Injectable()
export class DigestNews {
  constructor(
    private readonly readers: ReaderRepository,
    private readonly acts: Acts,
    private readonly viewers: ViewerService,
    private readonly followables: Followables,
  ) {}

  /** The newest acts since the last mail about what the reader follows, each with its page. */
  async linesFor(
    region: Region,
    { personId, email, sentAt, followingSince, ...reader }: DigestReader,
  ): Promise<{ text: string; path: string }[]> {
    const language = reader.language ?? region.language;
    const viewer = await this.viewers.viewerByMail(region, email);
    if (!viewer) return [];
    const acts = await this.acts.since({
      regionId: region.id,
      audiences: audiencesFor(viewer),
      since: sentAt ?? followingSince,
      followed: split(await this.readers.followed(personId, region.id)),
      without: actorsOf(viewer, 'EDITOR'),
      limit: ACTS_ASKED,
    });
    const told = acts.filter((act) => phraseOfAct(act.verb) !== null && addressOfAct(act) !== null).slice(0, DIGEST_ITEMS);
    const actors = told.flatMap(({ actorId }) => (actorId === null ? [] : [{ type: 'ACTOR' as const, id: actorId }]));
    const names = await this.followables.find(region.id, actors, language);
    const who = (act: RecordedAct) => (act.actorId === null ? messages[language].mail.coordination : (names.get(act.actorId)?.title ?? ''));
    return told.map((act) => ({
      text: lineOfAct({ verb: act.verb, who: who(act), title: act.subjectTitle }, language),
      path: addressOfAct(act)!,
    }));
  }
}
