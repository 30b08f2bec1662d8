import { Injectable } from '@nestjs/common';
import { FINDS_NAMED, findsNow, messages, MOST_FOUND, type Finds } from '@knotenpunkt/actors/domain';
import { ViewerService } from '@knotenpunkt/identity/api';
import type { Viewer } from '@knotenpunkt/identity/domain';
import { fill, type Id } from '@knotenpunkt/kernel';
import { UnitOfWork } from '@knotenpunkt/platform/database';
import { Mail, type OutgoingMail } from '@knotenpunkt/platform/mail';
import { regionName, type Region } from '@knotenpunkt/regions/domain';
import { ActorDirectoryService } from '../actor-directory.service';
import { SavedSearchRepository, type SavedSearch, type Searcher } from './saved-search.repository';
import { filterOf } from './saved-search.service';

const SEARCHERS_AT_ONCE = 100;
const FIRST_ID = '00000000-0000-0000-0000-000000000000';

/** What a search finds now. */
interface Watched {
  search: SavedSearch;
  finds: Finds;
  added: Id[];
}

/** Looks once a day what saved searches find anew, with the rights that each person has that day. */
@Injectable()
export class SearchWatchService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly searches: SavedSearchRepository,
    private readonly directory: ActorDirectoryService,
    private readonly viewers: ViewerService,
    private readonly mail: Mail,
  ) {}

  /** Looks after all searches of a region. Gives the number of mails; one a person, whatever the number of searches. */
  async lookAfter(region: Region): Promise<number> {
    let sent = 0;
    let after: Id = FIRST_ID;
    for (;;) {
      const searchers = await this.searches.searchers(region.id, after, SEARCHERS_AT_ONCE);
      const searches = await this.searches.ofPersons(
        region.id,
        searchers.map(({ personId }) => personId),
      );
      for (const searcher of searchers) {
        const own = searches.filter(({ personId }) => personId === searcher.personId);
        if (await this.lookFor(region, searcher, own)) sent += 1;
      }
      const last = searchers.at(-1);
      if (!last || searchers.length < SEARCHERS_AT_ONCE) return sent;
      after = last.personId;
    }
  }

  /** Notes what one person's searches find and tells it: both or nothing, so that a repeated job tells nothing twice. */
  private async lookFor(region: Region, searcher: Searcher, searches: readonly SavedSearch[]): Promise<boolean> {
    const viewer = await this.viewers.viewerByMail(region, searcher.email);
    if (!viewer) return false;
    const watched: Watched[] = [];
    for (const search of searches) watched.push(await this.watch(viewer, region, search));
    const toTell = watched.filter(({ search, added }) => search.mail && added.length > 0);
    const names = await this.directory.names(toTell.flatMap(({ added }) => added.slice(0, FINDS_NAMED)));
    return this.unitOfWork.run(async (tx) => {
      const written = new Set<SavedSearch>();
      for (const { search, finds } of watched) if (await this.searches.saveFinds(tx, search, finds)) written.add(search);
      const told = toTell.filter(({ search }) => written.has(search));
      if (told.length > 0) await this.mail.send(tx, this.mailOf(region, searcher, told, names));
      return told.length > 0;
    });
  }

  private async watch(viewer: Viewer, region: Region, search: SavedSearch): Promise<Watched> {
    const now = await this.directory.idsWithout(viewer, region, filterOf(search), { known: search.known, most: MOST_FOUND });
    const { added, ...finds } = findsNow(search, now);
    return { search, finds, added };
  }

  private mailOf(region: Region, searcher: Searcher, told: readonly Watched[], names: ReadonlyMap<Id, string>): OutgoingMail {
    const language = searcher.language ?? region.language;
    const { mail } = messages[language].searches;
    const count = told.reduce((sum, { added }) => sum + added.length, 0);
    const items = told.map(({ search, added }) => {
      const named = added.slice(0, FINDS_NAMED).flatMap((id) => names.get(id) ?? []);
      const more = added.length - named.length;
      return [
        fill(added.length === 1 ? mail.search_one : mail.search_other, { search: search.name, count: String(added.length) }),
        ...named.map((name) => `• ${name}`),
        ...(more > 0 ? [fill(mail.more, { count: String(more) })] : []),
        this.mail.linkTo(region.slug, `/akteure?${search.address}`),
      ].join('\n');
    });
    const values = {
      name: searcher.name,
      region: regionName(region, language),
      count: String(count),
      items: items.join('\n\n'),
      list: this.mail.linkTo(region.slug, '/suchen'),
    };
    const subject = fill(count === 1 ? mail.subject_one : mail.subject_other, values);
    return { to: searcher.email, subject, text: fill(mail.body, values) };
  }
}
