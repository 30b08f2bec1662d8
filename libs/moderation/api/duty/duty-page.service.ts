import { Inject, Injectable, Optional } from '@nestjs/common';
import { PersonNames } from '@knotenpunkt/identity/api';
import type { Viewer } from '@knotenpunkt/identity/domain';
import { ok, refuse, type Clock, type Id, type Result } from '@knotenpunkt/kernel';
import {
  firstText,
  restoreDutyPage,
  writeDutyPage,
  writesDuties,
  type DutyOperator,
  type DutyPage,
  type DutyText,
  type DutyVersion,
} from '@knotenpunkt/moderation/domain';
import { CLOCK, UnitOfWork, type Tx } from '@knotenpunkt/platform/database';
import { DUTY_OPERATOR } from './duty-operator.module';
import { DutyPageRepository, type WrittenVersion } from './duty-page.repository';

/** A page as it stands now. */
export interface ShownDuty extends DutyText {
  page: DutyPage;
  version: number;
  changedAt: Date | null;
}

/** A version with who wrote it. */
export interface SignedVersion extends DutyVersion {
  restoredFrom: number | null;
  writtenAt: Date | null;
  personName: string | null;
}

interface Asked {
  id: Id;
  page: DutyPage;
  expectedVersion: number;
}

@Injectable()
export class DutyPageService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly pages: DutyPageRepository,
    private readonly names: PersonNames,
    @Inject(CLOCK) private readonly clock: Clock,
    @Optional() @Inject(DUTY_OPERATOR) private readonly operator: DutyOperator | null = null,
  ) {}

  async current(page: DutyPage): Promise<ShownDuty> {
    return shown(page, await this.pages.current(page), this.operator);
  }

  /** All versions that are kept, the newest first; last the text made of the settings, as it would be now. */
  async versions(viewer: Viewer, page: DutyPage): Promise<SignedVersion[]> {
    if (!writesDuties(viewer)) return [];
    const written = await this.pages.versions(page);
    const names = await this.names.of([...new Set(written.map(({ personId }) => personId))]);
    return [
      ...written.map((version) => ({ ...version, personName: names.get(version.personId) ?? null })),
      { ...firstText(page, this.operator), restoredFrom: null, writtenAt: null, personName: null },
    ];
  }

  /** Writes a new version. */
  write(viewer: Viewer, { textDe, textEn, videoUrl, ...asked }: Asked & DutyText): Promise<Result<ShownDuty>> {
    return this.change(viewer, asked, null, async (_, current) => writeDutyPage(viewer, asked.page, { textDe, textEn, videoUrl }, current));
  }

  /** Puts an earlier text there again, as a new version. */
  restore(viewer: Viewer, { number, ...asked }: Asked & { number: number }): Promise<Result<ShownDuty>> {
    return this.change(viewer, asked, number, async (tx, current) => {
      const earlier = number === 0 ? firstText(asked.page, this.operator) : await this.pages.at(tx, asked.page, number);
      return restoreDutyPage(viewer, earlier, current);
    });
  }

  private change(
    viewer: Viewer,
    { id, page, expectedVersion }: Asked,
    restoredFrom: number | null,
    decide: (tx: Tx, current: DutyVersion) => Promise<Result<DutyVersion>>,
  ): Promise<Result<ShownDuty>> {
    return this.unitOfWork.run(async (tx): Promise<Result<ShownDuty>> => {
      const { personId } = viewer;
      if (personId === null || !writesDuties(viewer)) return refuse('NOT_PERMITTED');
      const current = await this.pages.lockCurrent(tx, page);
      // Sent twice, it was written the first time.
      if (await this.pages.has(tx, id)) return ok(shown(page, current, this.operator));
      const number = current?.number ?? 0;
      if (number !== expectedVersion) return refuse('STALE_VERSION', { params: { current: number } });
      const decided = await decide(tx, current ?? firstText(page, this.operator));
      if (!decided.ok) return decided;
      const { textDe, textEn, videoUrl } = decided.value;
      const text = { textDe, textEn, videoUrl, number: decided.value.number };
      const next: WrittenVersion = { ...text, id, page, restoredFrom, personId, writtenAt: this.clock.now() };
      await this.pages.insert(tx, next);
      return ok(shown(page, next, this.operator));
    });
  }
}

function shown(page: DutyPage, written: WrittenVersion | null, operator: DutyOperator | null): ShownDuty {
  const { textDe, textEn, videoUrl, number } = written ?? firstText(page, operator);
  return { page, textDe, textEn, videoUrl, version: number, changedAt: written?.writtenAt ?? null };
}
