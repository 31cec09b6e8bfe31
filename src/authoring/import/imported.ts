import type { Card } from '../../domain/cards/index.ts';
import type { Grade } from '../../domain/scheduling/memory.ts';

/** A card as a file of another program holds it, before it has an id and before the schema has seen it. */
export interface FoundCard {
  /** What the other program knows it by, stable when it is edited; where it has nothing, its content stands in. */
  readonly key?: string | undefined;
  /** The deck it names, in any spelling, and what that deck says of itself. */
  readonly deck?: string | undefined;
  readonly deckTitle?: string | undefined;
  readonly deckSummary?: string | undefined;
  readonly topic?: string | undefined;
  readonly tags?: readonly string[] | undefined;
  /** Kind and content, and whatever of why, sources and the like there is: a card without id and topic. */
  readonly fields: Readonly<Record<string, unknown>>;
  /** Where it stands, for messages: `line 12`, `note 5`. */
  readonly place: string;
  /** Answers that were given to it, by part (`''`, `c2`, `reverse`). */
  readonly answers?: readonly PastAnswer[];
}

export interface PastAnswer {
  readonly part: string;
  readonly atMs: number;
  readonly grade: Grade;
  /** Milliseconds from question to grade. */
  readonly ms?: number | undefined;
  /** Given outside of the schedule: changes no memory. */
  readonly preview?: boolean;
}

/** What a reader found in a file. */
export interface Found {
  readonly title?: string | undefined;
  readonly cards: readonly FoundCard[];
  /** What could not be taken, with its place and why. */
  readonly skipped: readonly Skipped[];
  /** What the format had and a deck has no place for, a sentence each. */
  readonly losses: readonly string[];
  /** Names of pictures and sounds: they are listed, not copied. */
  readonly media: readonly string[];
}

export interface Skipped {
  readonly place: string;
  readonly why: string;
}

export interface ImportedDeck {
  readonly deck: string;
  readonly title: string;
  readonly summary?: string;
  readonly cards: readonly Card[];
}
