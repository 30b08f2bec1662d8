import { Injectable } from '@nestjs/common';
import type { Viewer } from '@knotenpunkt/identity/domain';
import type { Result } from '@knotenpunkt/kernel';
import type {
  AskedReason,
  CheckedMailAnswer,
  MailAnswer,
  MailQuestion,
  MailQuestionState,
  QuestionWords,
} from '@knotenpunkt/notices/domain';
import type { Tx } from '@knotenpunkt/platform/database';
import type { Language } from '@knotenpunkt/platform/graphql';
import type { Region } from '@knotenpunkt/regions/domain';
import type { Contribution } from '@knotenpunkt/themes/domain';

/** The question as its page shows it. */
export interface AskedQuestion extends QuestionWords {
  state: MailQuestionState;
  /** The organisation that is asked. */
  actorName: string;
  /** Who asks. */
  asker: string;
  title: string;
  /** The text that is asked about. */
  text: string;
  /** What can be answered, in the order shown. */
  answers: readonly MailAnswer[];
  /** How why not is asked beside a "Nein"; missing: it is not. */
  reason?: AskedReason;
  /** What the organisation is asked to bring, where it may offer something else with "Ja, aber …"; null: it may not. */
  contribution?: Contribution | null;
  /** The page in the region that shows all of it, for those who are signed in. */
  address: string;
}

/** An answer that decides something. */
export interface TakenAnswer extends CheckedMailAnswer {
  answer: Exclude<MailAnswer, 'LATER'>;
}

/** What a room that asks by mail does with its questions. */
export interface QuestionKind {
  /** The question as it stands now; null where it is gone. */
  describe(region: Region, question: MailQuestion, language: Language): Promise<AskedQuestion | null>;
  /** Takes an answer. Who declines may have no account; the viewer then speaks for the organisation in this alone. */
  answer(viewer: Viewer, region: Region, question: MailQuestion, given: TakenAnswer): Promise<Result<unknown>>;
  /** Notes that somebody wants to decide later, where the room shows that. */
  postpone?(viewer: Viewer, region: Region, question: MailQuestion): Promise<unknown>;
  /** The one reminder of it goes out by itself, in this transaction. */
  reminded?(tx: Tx, region: Region, question: MailQuestion): Promise<void>;
  /** Closes what nobody answered in time, where the room does not do so by itself. */
  closeOverdue?(region: Region): Promise<void>;
}

/** Later rooms say here what they ask and what follows from an answer. */
@Injectable()
export class QuestionKinds {
  private readonly kinds = new Map<string, QuestionKind>();

  register(kind: string, what: QuestionKind): void {
    this.kinds.set(kind, what);
  }

  all(): QuestionKind[] {
    return [...this.kinds.values()];
  }

  of(kind: string): QuestionKind | null {
    return this.kinds.get(kind) ?? null;
  }
}
