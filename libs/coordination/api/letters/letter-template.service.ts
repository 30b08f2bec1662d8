import { Injectable } from '@nestjs/common';
import { checkLetter, LETTER_LIMITS, seesThreads, type Letter } from '@knotenpunkt/coordination/domain';
import type { Viewer } from '@knotenpunkt/identity/domain';
import { checkText, ok, refuse, type Id, type Result } from '@knotenpunkt/kernel';
import { UnitOfWork } from '@knotenpunkt/platform/database';
import type { Region } from '@knotenpunkt/regions/domain';
import { LetterRepository, type TemplateRow } from './letter.repository';

/** Texts a region keeps for letters. */
@Injectable()
export class LetterTemplateService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly letters: LetterRepository,
  ) {}

  all(viewer: Viewer, region: Region): Promise<TemplateRow[]> {
    return seesThreads(viewer) ? this.letters.templates(region.id) : Promise.resolve([]);
  }

  /** Keeps one under a name. Asking the same again changes nothing. */
  keep(viewer: Viewer, region: Region, wish: Letter & { id: Id; name: string }): Promise<Result<TemplateRow>> {
    return this.unitOfWork.run(async (tx): Promise<Result<TemplateRow>> => {
      if (!seesThreads(viewer)) return refuse('NOT_PERMITTED');
      const name = checkText('name', wish.name, { max: LETTER_LIMITS.templateName });
      if (!name.ok) return name;
      const letter = checkLetter(wish);
      if (!letter.ok) return letter;
      await this.letters.takeTurns(tx, region.id);
      const known = await this.letters.findTemplate(tx, wish.id);
      if (known) return known.regionId === region.id ? ok(known) : refuse('NOT_PERMITTED');
      const max = LETTER_LIMITS.templates;
      if ((await this.letters.countTemplates(tx, region.id)) >= max) return refuse('TOO_MANY_TEMPLATES', { params: { max } });
      const row = { id: wish.id, name: name.value, ...letter.value, version: 1 };
      await this.letters.insertTemplate(tx, region.id, row);
      return ok(row);
    });
  }

  /** Throws one away; gives it as it was. */
  remove(viewer: Viewer, region: Region, { id, expectedVersion }: { id: Id; expectedVersion: number }): Promise<Result<TemplateRow>> {
    return this.unitOfWork.run(async (tx): Promise<Result<TemplateRow>> => {
      if (!seesThreads(viewer)) return refuse('NOT_PERMITTED');
      await this.letters.takeTurns(tx, region.id);
      const known = await this.letters.findTemplate(tx, id);
      if (!known || known.regionId !== region.id) return refuse('TEMPLATE_UNKNOWN');
      if (known.version !== expectedVersion) return refuse('STALE_VERSION', { params: { current: known.version } });
      await this.letters.removeTemplate(tx, id);
      return ok(known);
    });
  }
}
