import { Inject, Injectable, Logger, Optional, type OnModuleInit } from '@nestjs/common';
import { anchorTextsOf, MeaningSpace, type Vector } from '@knotenpunkt/matching/domain';
import { UnitOfWork, type Tx } from '@knotenpunkt/platform/database';
import { Jobs } from '@knotenpunkt/platform/jobs';
import { Outbox } from '@knotenpunkt/platform/outbox';
import { loadCompetences } from '@knotenpunkt/themes/domain';
import { MeaningRepository, type ToldEntry } from './meaning.repository';
import { readWindows, vectorsOfAll } from './read-windows';
import type { SentenceModel } from './sentence-model';
import { SentenceModels } from './sentence-model.module';

/** Reads what changed; sent after a change. */
export const READ_TEXTS = 'matching.readTexts';
/** The same from time to time: a notice may be lost, the model exchanged. */
const LOOK_FOR_TEXTS = 'matching.lookForTexts';
const EVERY_FIVE_MINUTES = '*/5 * * * *';
const BATCH = 32;
/** What is left after so many batches is another job's: none may take as long as a job may. */
const BATCHES = 20;
/** A visitor does not wait longer for the model; the line is then compared by words. */
const LINE_MS = 600;

/** Which model compares meanings, and how many open texts it has yet to read; both null where there is none. */
export interface MeaningState {
  state: 'NONE' | 'FAILED' | 'LOADED';
  name: string | null;
  unread: number | null;
}

/** Aggregate under which the graph is told what entries mean. */
export const MEANING = 'meaning';

/** Reads texts with the sentence model and keeps the vectors. Everything here is null or empty where there is no model. */
@Injectable()
export class MeaningService implements OnModuleInit {
  private readonly log = new Logger(MeaningService.name);
  private laidOut: { model: string; space: MeaningSpace } | null = null;

  constructor(
    private readonly meanings: MeaningRepository,
    private readonly unitOfWork: UnitOfWork,
    private readonly jobs: Jobs,
    private readonly outbox: Outbox,
    @Optional() @Inject(SentenceModels) private readonly models: SentenceModels | null,
  ) {}

  onModuleInit(): void {
    this.jobs.handle(READ_TEXTS, () => this.readTexts());
    this.jobs.every(LOOK_FOR_TEXTS, EVERY_FIVE_MINUTES, () => this.readTexts());
  }

  /** Whether there is a model at all. */
  get configured(): boolean {
    return this.models?.configured ?? false;
  }

  /** Name of the loaded model; null where there is none, or it is still being loaded. */
  get modelName(): string | null {
    return this.models?.ready?.name ?? null;
  }

  /** Loads the model now: it takes two seconds, which no visitor should wait. */
  prepare(): void {
    void this.models?.ready;
  }

  async state(): Promise<MeaningState> {
    const name = (await this.models?.model())?.name ?? null;
    if (name === null) return { state: this.configured ? 'FAILED' : 'NONE', name, unread: null };
    return { state: 'LOADED', name, unread: await this.meanings.unreadCount(name) };
  }

  /** The space meanings are compared in; null until the model is loaded and has read the vocabulary. */
  async space(): Promise<MeaningSpace | null> {
    const model = this.modelName;
    if (model === null) return null;
    if (this.laidOut?.model !== model) {
      const [{ all }, known] = await Promise.all([loadCompetences(), this.meanings.anchors(model)]);
      const { passages, queries } = anchorTextsOf(all);
      if (![...passages, ...queries].every((text) => known.has(text))) return null;
      const of = (texts: readonly string[]) => texts.map((text) => known.get(text)!);
      this.laidOut = { model, space: new MeaningSpace({ passages: of(passages), queries: of(queries) }) };
    }
    return this.laidOut.space;
  }

  /** The vectors of a line somebody waits for; undefined where there is no model, or it takes too long. Nothing is kept. */
  async windowsOfLine(text: string): Promise<Vector[] | undefined> {
    const model = this.models?.ready;
    if (!model) return undefined;
    const late = new Promise<undefined>((resolve) => setTimeout(resolve, LINE_MS, undefined).unref());
    const read = readWindows(model, [{ title: '', text }]).then(
      ([windows]) => windows,
      () => undefined,
    );
    return Promise.race([read, late]);
  }

  /** Reads every text that is new, changed, or read by another model; forgets those that are gone. */
  async readTexts(): Promise<void> {
    await this.unitOfWork.run(async (tx) => this.tell(tx, await this.meanings.forgetGone(tx)));
    const model = await this.models?.model();
    if (!model) return;
    await this.readVocabulary(model);
    for (let batch = 0; batch < BATCHES; batch++) {
      const read = await this.readSome(model);
      if (read < BATCH) return;
    }
    await this.unitOfWork.run((tx) => this.jobs.send(tx, READ_TEXTS, {}));
  }

  private async readSome(model: SentenceModel): Promise<number> {
    const texts = await this.meanings.unread(model.name, BATCH);
    if (texts.length === 0) return 0;
    const fresh = texts.filter(({ known }) => !known);
    const windows = await readWindows(model, fresh);
    const made = new Map(fresh.map(({ id }, at) => [id, windows[at]!]));
    await this.unitOfWork.run(async (tx) => {
      await this.meanings.keep(tx, model.name, texts.map((text) => ({ ...text, vectors: made.get(text.id) ?? null }))); // prettier-ignore
      await this.tell(tx, texts);
    });
    this.log.log(`read ${fresh.length} texts`);
    return texts.length;
  }

  private tell(tx: Tx, entries: readonly ToldEntry[]): Promise<void> {
    return this.outbox.appendAll(
      tx,
      entries.map(({ id, regionId }) => ({ aggregate: MEANING, id, regionId })),
    );
  }

  private async readVocabulary(model: SentenceModel): Promise<void> {
    const [{ all }, known] = await Promise.all([loadCompetences(), this.meanings.anchors(model.name)]);
    const { passages, queries } = anchorTextsOf(all);
    const missing = [...passages, ...queries].filter((text) => !known.has(text));
    if (missing.length === 0) return;
    const made = await vectorsOfAll(model, missing);
    await this.unitOfWork.run((tx) => this.meanings.keepAnchors(tx, model.name, made));
  }
}
