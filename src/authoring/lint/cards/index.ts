import type { Deck } from '../../../domain/cards/index.ts';
import { answerInQuestion } from './answer-in-question.ts';
import { cardAsOf } from './card-as-of.ts';
import type { CardFinding, CardLintContext, CardRule } from './card-rule.ts';
import { cardSource } from './card-source.ts';
import { controlCharacters } from './control-characters.ts';
import { duplicateFront } from './duplicate-front.ts';
import { optionCount } from './option-count.ts';
import { optionWhy } from './option-why.ts';
import { positionalWords } from './positional-words.ts';
import { staleTerm } from './stale-term.ts';

/** Every rule for cards beyond the schema. A new rule is a file and a line here. */
export const cardRules: readonly CardRule[] = [
  cardSource,
  cardAsOf,
  optionWhy,
  optionCount,
  positionalWords,
  answerInQuestion,
  duplicateFront,
  staleTerm,
  controlCharacters,
];

/** All findings of all rules at once. */
export function lintCards(deck: Deck, context: CardLintContext): CardFinding[] {
  return cardRules.flatMap((rule) => rule.check(deck, context));
}
