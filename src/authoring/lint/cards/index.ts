import type { Deck } from '../../../domain/cards/index.ts';
import { answerInQuestion } from './answer-in-question.ts';
import { calcNumbers } from './calc-numbers.ts';
import { cardAsOf } from './card-as-of.ts';
import type { CardFinding, CardLintContext, CardRule } from './card-rule.ts';
import { cardSource } from './card-source.ts';
import { closedServiceKey } from './closed-service-key.ts';
import { controlCharacters } from './control-characters.ts';
import { duplicateFront } from './duplicate-front.ts';
import { duplicateTag } from './duplicate-tag.ts';
import { longestKey } from './longest-key.ts';
import { optionCount } from './option-count.ts';
import { optionWhy } from './option-why.ts';
import { positionalWords } from './positional-words.ts';
import { shippedDraft } from './shipped-draft.ts';
import { staleTerm } from './stale-term.ts';
import { todo } from './todo.ts';

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
  longestKey,
  closedServiceKey,
  duplicateTag,
  todo,
  shippedDraft,
  calcNumbers,
];

/** All findings of all rules at once. */
export function lintCards(deck: Deck, context: CardLintContext): CardFinding[] {
  return cardRules.flatMap((rule) => rule.check(deck, context));
}
