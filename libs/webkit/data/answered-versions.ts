/**
 * Compares the versions of the data that answers were read at with those the line tells of. An answer older than what was told may
 * lack it: the news came before the line stood, or while the answer was under way.
 */
export class AnsweredVersions {
  /** The oldest answer that came while no line stood. */
  private oldest: number | null = null;
  /** The newest version the line told of; null: no line stands. */
  private told: number | null = null;
  private askedAgainAt = -1;

  /** `askAgain` is called where something on the page may be older than what was told, once for each version told. */
  constructor(private readonly askAgain: () => void) {}

  /** An answer came that was read at this version. */
  answered(version: number): void {
    if (this.told === null) this.oldest = Math.min(this.oldest ?? version, version);
    else if (version < this.told) this.once(this.told);
  }

  /** The line told of this version; the first after `lineIsDown` says that it stands. */
  toldOf(version: number): void {
    if (this.told === null && this.oldest !== null && this.oldest < version) this.once(version);
    this.told = Math.max(this.told ?? 0, version);
    this.oldest = null;
  }

  lineIsDown(): void {
    this.told = null;
  }

  private once(version: number): void {
    if (version <= this.askedAgainAt) return;
    this.askedAgainAt = version;
    this.askAgain();
  }
}
