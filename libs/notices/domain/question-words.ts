/** What a mail says of a question, in the language of whoever is asked. */
export interface QuestionWords {
  subject: string;
  /** Who asks what, in one or two sentences. */
  lead: string;
  /** What a yes obliges to. */
  obligation: string;
}
