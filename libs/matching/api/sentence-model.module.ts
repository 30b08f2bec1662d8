import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { Injectable, Logger, Module, type DynamicModule, type OnApplicationShutdown } from '@nestjs/common';
import { findModels, loadSentenceModel, type SentenceModel } from './sentence-model';

/** A model that did not load is tried again after this time: its folder may have been mounted late. */
const TRY_AGAIN_MS = 60_000;

/** Loads the sentence model when it is first asked for, once. */
@Injectable()
export class SentenceModels implements OnApplicationShutdown {
  private readonly log = new Logger(SentenceModels.name);
  private loading: Promise<SentenceModel | null> | null = null;
  private triedAt = 0;
  private loaded: SentenceModel | null = null;

  constructor(private readonly load: (() => Promise<SentenceModel>) | null) {}

  /** Whether there is a model to be loaded at all. */
  get configured(): boolean {
    return this.load !== null;
  }

  /** The model if it is loaded by now; otherwise it is being loaded from now on, and nobody waits. */
  get ready(): SentenceModel | null {
    void this.model();
    return this.loaded;
  }

  /** The model, once it is loaded; null where there is none, or it does not load. */
  model(): Promise<SentenceModel | null> {
    if (!this.load) return Promise.resolve(null);
    if (!this.loading && Date.now() - this.triedAt > TRY_AGAIN_MS) {
      this.triedAt = Date.now();
      this.loading = this.load().then(
        (model) => (this.loaded = model),
        (error: unknown) => {
          this.log.error(`the sentence model does not load: ${String(error)}`);
          this.loading = null;
          return null;
        },
      );
    }
    return this.loading ?? Promise.resolve(null);
  }

  async onApplicationShutdown(): Promise<void> {
    await (await this.loading)?.close();
  }
}

/** The built worker stands beside the built server or one folder above its parts; run from source, its source is the worker. */
function builtWorker(): URL | undefined {
  const found = ['.', '..'].map((folder) => resolve(import.meta.dirname, folder, 'sentence-model.worker.js')).find(existsSync);
  return found ? pathToFileURL(found) : undefined;
}

/** The sentence model of this installation. Without this module, words are compared only. */
@Module({})
export class SentenceModelModule {
  /** `set` is the folder that was configured. */
  static forRoot(set: string | null): DynamicModule {
    const folder = findModels(set);
    return SentenceModelModule.with(folder ? () => loadSentenceModel(folder, builtWorker()) : null);
  }

  static with(load: (() => Promise<SentenceModel>) | null): DynamicModule {
    const provider = { provide: SentenceModels, useFactory: () => new SentenceModels(load) };
    return { module: SentenceModelModule, global: true, providers: [provider], exports: [SentenceModels] };
  }
}
