/** How a question asks why not, where a "Nein" may say so; in the language of whoever is asked. */
export interface AskedReason {
  question: string;
  /** Who reads it. */
  hint: string;
  longest: number;
  /** The words by which it can be told to the others, too; null: it cannot. */
  share: string | null;
}

/** What a mail says of a question, in the language of whoever is asked. */
export interface QuestionWords {
  subject: string;
  /** Who asks what, in one or two sentences. */
  lead: string;
  /** What a yes obliges to. */
  obligation: string;
}
