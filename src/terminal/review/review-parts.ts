import type { Card } from '../../domain/cards/index.ts';
import type { Markdown } from '../markdown.ts';
import type { Theme } from '../theme.ts';

/** A draft as a reviewer meets it. */
export interface DraftCard {
  readonly card: Card;
  /** Comments above it in the file: its place in the notes, and what to look at. */
  readonly notes: readonly string[];
}

/** What a reviewer did, over a whole session. */
export interface ReviewTally {
  readonly accepted: number;
  readonly rejected: number;
  readonly merged: number;
}

/** The deck under review. Every change is on disk when it returns. */
export interface ReviewParts {
  readonly theme: Theme;
  readonly markdown: () => Markdown;
  readonly title: string;
  /** Cards that are still drafts, in the order of the file, as it stands now. */
  readonly drafts: () => readonly DraftCard[];
  /** Each returns a sentence on what it did, or on why it could not. */
  readonly accept: (id: string) => string;
  readonly reject: (id: string) => string;
  /** Makes one card of this one and the next in the file. */
  readonly merge: (id: string) => string;
  readonly undo: () => string;
  /** Opens the file at the card in the reviewer's editor. */
  readonly edit: (id: string) => string;
  /** Where the card stands, for those who edit it by themselves: `deck.yaml:120`. */
  readonly placeOf: (id: string) => string;
  readonly tally: () => ReviewTally;
}

/** Keys, commands of plain mode, and help come from this list. */
export const reviewActions = [
  { key: 'a', word: 'accept', help: 'it is asked from now on' },
  { key: 'e', word: 'edit', help: 'open it in $EDITOR, then look at it again' },
  { key: 'r', word: 'reject', help: 'take it out; a new compilation does not bring it back' },
  { key: 'm', word: 'merge', help: 'make one card of it and the next: what that says becomes the why' },
  { key: 's', word: 'skip', help: 'leave it as a draft' },
  { key: 'u', word: 'undo', help: 'take back the last change' },
] as const;

export type ReviewAction = (typeof reviewActions)[number]['word'];

/** The action that a key or a word means. */
export const actionOf = (typed: string): ReviewAction | undefined =>
  reviewActions.find(({ key, word }) => typed === key || typed === word)?.word;
