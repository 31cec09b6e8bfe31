import { type Card, type Deck, type DrawCalc, partsOf, toQuestion } from '../../domain/cards/index.ts';
import type { Random } from '../../domain/chance.ts';
import { cardId } from '../../domain/ids.ts';
import type { Problem } from '../../domain/problem.ts';
import type { Answer, Question } from '../../domain/question.ts';
import { safeLine, safeQuestion } from '../safe-question.ts';

/** One thing that a deck asks, as the quiz would get it. */
export interface PreviewItem {
  readonly id: string;
  readonly topic: string;
  readonly draft: boolean;
  readonly question: Question;
  /** Line of its card in the file, from 1. */
  readonly line: number;
}

/** A deck's file as it stands now: what it asks, or what keeps it from being read; and what lint says of it. */
export interface PreviewDeck {
  readonly title: string;
  readonly items: readonly PreviewItem[];
  readonly problems: readonly Problem[];
}

export function previewItems(
  deck: Deck,
  lineOf: (card: number) => number,
  random: Random,
  drawCalc?: DrawCalc,
): PreviewItem[] {
  return deck.cards.flatMap((card: Card, index) =>
    partsOf(card).map((part) => ({
      id: cardId(card.id, part),
      topic: safeLine(card.topic),
      draft: card.status === 'draft',
      question: safeQuestion(toQuestion(card, part, random, drawCalc)),
      line: lineOf(index),
    })),
  );
}

/** What a learner who knows would give; undefined where nothing is given but looked at. */
export function rightAnswer({ form }: Question): Answer | undefined {
  switch (form.form) {
    case 'reveal':
      return undefined;
    case 'text':
      return form.accept[0] ?? `${form.number?.value ?? ''} ${form.number?.unit ?? ''}`.trim();
    case 'choice':
      return form.options.flatMap((option, index) => (option.correct ? [index] : []));
    case 'order':
    case 'match':
      return form.solution;
  }
}
