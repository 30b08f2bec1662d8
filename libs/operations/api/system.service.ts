import { Inject, Injectable, Logger } from '@nestjs/common';
import { ok, refuse, type Clock, type Id, type Result } from '@knotenpunkt/kernel';
import { backupState, concernsOf, reasonOf, type BackupState, type Concern, type SetAsideReason } from '@knotenpunkt/operations/domain';
import { MeaningService, type MeaningState } from '@knotenpunkt/matching/api';
import type { BackupEntry } from '@knotenpunkt/platform/backup';
import { productVersion } from '@knotenpunkt/platform/config';
import { CLOCK, UnitOfWork } from '@knotenpunkt/platform/database';
import type { JobState } from '@knotenpunkt/platform/jobs';
import type { MailState } from '@knotenpunkt/platform/mail';
import { Instruments } from '@knotenpunkt/platform/telemetry';
import { RegionService } from '@knotenpunkt/regions/api';
import { InstallationRepository, type Installation } from './installation.repository';

/** A change that did not reach the graph. */
export interface SetAside {
  id: string;
  subjectType: string;
  subjectId: Id;
  regionName: string;
  createdAt: Date;
  setAsideAt: Date;
  reason: SetAsideReason;
}

export interface GraphLag {
  kind: 'EMBEDDED' | 'NEO4J';
  /** Null when it does not answer. */
  seq: number | null;
  behind: number | null;
}

export interface SystemState extends Installation {
  askedAt: Date;
  startedAt: Date;
  version: string;
  seq: number;
  graphs: GraphLag[];
  messagesWaiting: number;
  oldestMessageAt: Date | null;
  setAsideCount: number;
  setAside: SetAside[];
  mails: MailState;
  jobs: JobState[];
  backup: BackupEntry | null;
  backupState: BackupState;
  sentenceModel: MeaningState;
  concerns: Concern[];
}

/** So many set-aside messages are shown; more of them have one cause. */
const MOST_SHOWN = 50;
const startedAt = new Date(Date.now() - process.uptime() * 1_000);

/** How the installation is doing, and what can be tried again. */
@Injectable()
export class SystemService {
  private readonly log = new Logger(SystemService.name);

  constructor(
    private readonly instruments: Instruments,
    private readonly installation: InstallationRepository,
    private readonly regions: RegionService,
    private readonly unitOfWork: UnitOfWork,
    private readonly meaning: MeaningService,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async state(): Promise<SystemState> {
    const { outbox, graph, mail, jobs, backups } = this.instruments;
    const [installation, backlog, setAside, seq, lag, mails, kinds, backup, sentenceModel] = await Promise.all([
      this.installation.read(),
      outbox.backlog(),
      this.setAside(),
      graph.newestSeq(),
      graph.lag().catch((): GraphLag => ({ kind: graph.kind, seq: null, behind: null })),
      mail.state(),
      jobs.all(),
      backups.newest(),
      this.meaning.state(),
    ]);
    const now = this.clock.now();
    const backupIs = backupState(backup?.takenAt ?? null, now);
    const findings = {
      graphAnswers: lag.seq !== null,
      oldestMessageAt: backlog.oldestAt,
      setAside: backlog.setAside,
      mailsFailed: mails.failed,
      // A mail that failed is told as a mail.
      jobsFailed: kinds.filter(({ name }) => name !== 'mail.send').reduce((sum, { failed }) => sum + failed, 0),
      backup: backupIs,
    };
    return {
      ...installation,
      askedAt: now,
      startedAt,
      version: productVersion(),
      seq,
      graphs: [lag],
      messagesWaiting: backlog.waiting,
      oldestMessageAt: backlog.oldestAt,
      setAsideCount: backlog.setAside,
      setAside,
      mails,
      jobs: kinds,
      backup,
      backupState: backupIs,
      sentenceModel,
      concerns: concernsOf(findings, now),
    };
  }

  private async setAside(): Promise<SetAside[]> {
    const [messages, regions] = await Promise.all([this.instruments.outbox.setAside(MOST_SHOWN), this.regions.all()]);
    return messages.map(({ id, aggregate, aggregateId, regionId, createdAt, setAsideAt, error }) => ({
      id: String(id),
      subjectType: aggregate,
      subjectId: aggregateId,
      regionName: regions.find((region) => region.id === regionId)?.nameDe ?? '',
      createdAt,
      setAsideAt,
      reason: reasonOf(error),
    }));
  }

  /** Gives a message that was set aside all its attempts again. */
  async retryMessage(id: string): Promise<Result<SystemState, 'MESSAGE_GONE'>> {
    const number = /^\d{1,15}$/.test(id) ? Number(id) : 0;
    const found = await this.unitOfWork.run((tx) => this.instruments.outbox.tryAgain(tx, number));
    if (!found) return refuse('MESSAGE_GONE');
    this.log.log(`message ${number} is tried again`);
    return ok(await this.state());
  }

  /** Sends the mails again that nobody tries to send any more. */
  async retryMails(): Promise<Result<SystemState, 'NO_FAILED_MAIL'>> {
    const sent = await this.unitOfWork.run((tx) => this.instruments.mail.sendAgain(tx));
    if (sent === 0) return refuse('NO_FAILED_MAIL');
    this.log.log(`${sent} mails are sent again`);
    return ok(await this.state());
  }

  /** Gives jobs of other kinds that were given up all their attempts again. */
  async retryJobs(): Promise<Result<SystemState, 'NO_FAILED_JOB'>> {
    const again = await this.unitOfWork.run((tx) => this.instruments.jobs.tryAgain(tx, { except: 'mail.send' }));
    if (again === 0) return refuse('NO_FAILED_JOB');
    this.log.log(`${again} jobs are tried again`);
    return ok(await this.state());
  }
}
