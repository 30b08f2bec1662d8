import { Inject, Injectable } from '@nestjs/common';
import { decideOnWord, proposeWord, withTermFor, type CompetenceWord, type WordDecision, type WordState } from '@knotenpunkt/actors/domain';
import { Acts } from '@knotenpunkt/identity/api';
import { actsFor, type Viewer } from '@knotenpunkt/identity/domain';
import { ok, refuse, type Clock, type Id, type Result } from '@knotenpunkt/kernel';
import { CLOCK, UnitOfWork, type Tx } from '@knotenpunkt/platform/database';
import { Outbox } from '@knotenpunkt/platform/outbox';
import type { Region } from '@knotenpunkt/regions/domain';
import { actorRow } from '../actor-rows';
import { keepProfiles, type VersionMade } from '../history/said';
import { ActorRepository } from '../actor.repository';
import { vocabulariesOf, type RegionVocabularies } from '../region-vocabularies';
import { CompetenceWordRepository, type WaitingWord } from './competence-word.repository';

interface Asked {
  id: Id;
  expectedVersion: number;
}

const MOVED_AT_ONCE = 200;
const FIRST_ID = '00000000-0000-0000-0000-000000000000';

const VERBS: Record<Exclude<WordState, 'PROPOSED'>, string> = {
  TERM: 'competence.takenIn',
  EQUATED: 'competence.equated',
  REFUSED: 'competence.refused',
};

/** Words that organisations propose for the vocabulary of competences, and what the coordination of the region makes of them. */
@Injectable()
export class CompetenceWordService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly words: CompetenceWordRepository,
    private readonly actors: ActorRepository,
    private readonly outbox: Outbox,
    private readonly acts: Acts,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  choosable(region: Region): Promise<CompetenceWord[]> {
    return this.words.choosable(region.id);
  }

  /** What became of the words of an organisation, for its own people. */
  async ofActor(viewer: Viewer, region: Region, actorId: Id): Promise<CompetenceWord[]> {
    return actsFor(viewer, actorId, 'EDITOR') ? this.words.ofActor(region.id, actorId) : [];
  }

  waiting(region: Region): Promise<WaitingWord[]> {
    return this.words.waiting(region.id);
  }

  decided(region: Region): Promise<CompetenceWord[]> {
    return this.words.decided(region.id);
  }

  /** Proposes a word; the same word again, by whomever, is the one that is there. */
  propose(viewer: Viewer, region: Region, wish: { id: Id; actorId: Id; word: string }): Promise<Result<CompetenceWord>> {
    return this.unitOfWork.run(async (tx) => {
      const actor = await this.actors.find(tx, wish.actorId);
      if (!actor || actor.regionId !== region.id) return refuse('NOT_PERMITTED');
      const present = await this.words.same(tx, region.id, wish.word);
      const known = present ? null : knownName(await vocabulariesOf(tx, region.id), wish.word);
      const open = await this.words.countOpen(tx, actor.id);
      const decided = proposeWord(viewer, actor, wish, { known, present, open, today: this.clock.today(region.timeZone) });
      if (!decided.ok || decided.value === present) return decided;
      if (!(await this.words.insert(tx, decided.value))) {
        const faster = await this.words.same(tx, region.id, wish.word);
        return faster && faster.state !== 'REFUSED' ? ok(faster) : refuse('NOT_PERMITTED');
      }
      await this.record(tx, viewer, decided.value, 'competence.proposed');
      return decided;
    });
  }

  /** Takes a word in as a term of the region. */
  takeIn(viewer: Viewer, region: Region, asked: Asked & { term: string }): Promise<Result<CompetenceWord>> {
    return this.decide(viewer, region, asked, (known) => ({ kind: 'TAKE_IN', term: asked.term, known: knownName(known, asked.term) }));
  }

  /** Says that a word means a term there is already. */
  equate(viewer: Viewer, region: Region, asked: Asked & { term: string }): Promise<Result<CompetenceWord>> {
    return this.decide(viewer, region, asked, (known) => ({ kind: 'EQUATE', term: asked.term, isTerm: known.competences.has(asked.term) }));
  }

  /** Takes a word out of all Steckbriefe, with the reason. */
  refuse(viewer: Viewer, region: Region, asked: Asked & { reason: string }): Promise<Result<CompetenceWord>> {
    return this.decide(viewer, region, asked, () => ({ kind: 'REFUSE', reason: asked.reason }));
  }

  private decide(
    viewer: Viewer,
    region: Region,
    asked: Asked,
    decisionOn: (others: RegionVocabularies) => WordDecision,
  ): Promise<Result<CompetenceWord>> {
    return this.unitOfWork.run(async (tx) => {
      const word = await this.words.lock(tx, region.id, asked.id);
      if (!word) return refuse('NOT_PERMITTED');
      const others = await vocabulariesOf(tx, region.id, { without: word.written });
      const decided = decideOnWord(viewer, word, decisionOn(others), this.clock.today(region.timeZone));
      if (!decided.ok) return decided;
      if (word.version !== asked.expectedVersion) return refuse('STALE_VERSION', { params: { current: word.version } });
      const act = VERBS[decided.value.state as keyof typeof VERBS];
      await this.words.decide(tx, decided.value);
      await this.move(tx, region, decided.value, { act, at: this.clock.now(), viewer });
      await this.record(tx, viewer, decided.value, act);
      return ok({ ...decided.value, version: word.version + 1 });
    });
  }

  /** Lets what stands for a word stand in all Steckbriefe that have it, and keeps whose they are. */
  private async move(tx: Tx, region: Region, { id, written, term }: CompetenceWord, made: VersionMade): Promise<void> {
    const known = await vocabulariesOf(tx, region.id);
    for (let after: Id = FIRST_ID; ;) {
      const holders = await this.words.holders(tx, region.id, written, { after, most: MOVED_AT_ONCE });
      if (holders.length === 0) return;
      const ids = holders.map((actor) => actor.id);
      await this.words.noteConcerned(tx, id, ids);
      if (term !== written) {
        const moved = holders.map((actor) => actorRow({ ...actor, competences: withTermFor(actor.competences, written, term) }, known));
        await this.words.moveMany(tx, moved);
        await keepProfiles(tx, ids, made);
        await this.outbox.appendAll(
          tx,
          ids.map((each) => ({ aggregate: 'actor', id: each, regionId: region.id })),
        );
      }
      after = ids.at(-1)!;
    }
  }

  /** Who writes which words is between organisation and coordination. */
  private record(tx: Tx, viewer: Viewer, word: CompetenceWord, verb: string): Promise<void> {
    const proposed = verb === 'competence.proposed';
    return this.acts.record(tx, {
      viewer,
      regionId: word.regionId,
      actorId: proposed ? word.actorId : null,
      otherActorId: proposed ? null : word.actorId,
      verb,
      subject: { type: 'competenceWord', id: word.id, title: word.written },
      audience: 'COORDINATORS',
    });
  }
}

/** The German name of the competence that a word is already; null where there is none. */
function knownName({ competences }: RegionVocabularies, word: string): string | null {
  return competences.find(word)?.de ?? competences.named(word)?.de ?? null;
}
