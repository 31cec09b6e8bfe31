/** A line of a journal that could not be taken, or a whole file. Kept as it is, and said. */
export interface JournalTrouble {
  readonly file: string;
  /** Line number from 1; 0 for the whole file. */
  readonly line: number;
  readonly message: string;
}
