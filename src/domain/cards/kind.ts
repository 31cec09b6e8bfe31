import type { Random } from '../chance.ts';
import type { Form } from '../question.ts';
import type { Card } from './schema.ts';

export type KindName = Card['kind'];
export type CardOf<K extends KindName> = Extract<Card, { kind: K }>;

/**
 * What the program needs to know of a kind of card. `part` is one of `parts(card)`: the empty string for a kind
 * that asks one thing only.
 */
export interface Kind<K extends KindName> {
  readonly kind: K;
  /** What the kind asks of the learner, for help and documentation. */
  readonly summary: string;
  /** One entry for each studied card that a note makes. */
  parts(card: CardOf<K>): string[];
  prompt(card: CardOf<K>, part: string): string;
  form(card: CardOf<K>, part: string, random: Random): Form;
  /** All words of front and back: what is searched, and what tells that a card changed. */
  words(card: CardOf<K>, part: string): string;
}
