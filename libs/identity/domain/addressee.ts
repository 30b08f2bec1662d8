/** Somebody a mail goes to. */
export interface Addressee {
  name: string;
  email: string;
  /** In which the person reads. */
  language: 'de' | 'en';
}
