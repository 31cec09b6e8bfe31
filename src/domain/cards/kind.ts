import type { Random } from '../chance.ts';
import type { Form } from '../question.ts';
import type { Card } from './schema.ts';

/** What is drawn anew at each showing of a card. */
export interface Drawn {
  readonly prompt: string;
  readonly form: Form;
  readonly why: string;
}

/** Draws the numbers of a calc card and computes; undefined where its calculator is not at hand. */
export type DrawCalc = (card: CardOf<'calc'>, random: Random) => Drawn | undefined;

export type KindName = Card['kind'];
export type CardOf<K extends KindName> = Extract<Card, { kind: K }>;

/**
 * What the program needs to know of a kind of card. `part` is one of `parts(card)`: the empty string for a kind
 * that asks one thing only.
 */
export interface Kind<K extends KindName> {
  readonly kind: K;
  /** One entry for each studied card that a note makes. */
  parts(card: CardOf<K>): string[];
  prompt(card: CardOf<K>, part: string): string;
  form(card: CardOf<K>, part: string, random: Random): Form;
  /** For a kind whose question is drawn; undefined where it cannot be: then `prompt` and `form` stand in. */
  draw?(card: CardOf<K>, random: Random, drawCalc: DrawCalc | undefined): Drawn | undefined;
  /** All words of front and back: what is searched, and what tells that a card changed. */
  words(card: CardOf<K>, part: string): string;
}
