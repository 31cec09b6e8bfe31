import type { CardId, NoteId } from '../ids.ts';

/** As much of a card as choosing needs; its text is read only when it is shown. */
export interface CardEntry {
  readonly id: CardId;
  readonly note: NoteId;
  readonly deck: string;
  readonly topic: string;
  /** Cards with the same sibling key test the same fact: at most one of them a day. */
  readonly siblings: string;
}
