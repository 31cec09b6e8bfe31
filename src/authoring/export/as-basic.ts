import { type Card, partsOf, toQuestion } from '../../domain/cards/index.ts';
import type { Form } from '../../domain/question.ts';
import type { Losses } from './exported.ts';

export interface TwoSides {
  readonly front: string;
  readonly back: string;
}

const letter = (index: number) => String.fromCharCode(65 + index);

/** Options and items keep the order of their file, so that the same deck is the same export. */
const inOrder = () => 0.999_999;

/** Cards that can be told in words: those whose numbers are new each time cannot. */
export function tellable(cards: readonly Card[], losses: Losses): readonly Card[] {
  const told = cards.filter((card) => card.kind !== 'calc');
  losses.add('calc cards are left out: their numbers are new each time', cards.length - told.length);
  return told;
}

/**
 * Any card as a question and an answer in words, for programs that know nothing else. A cloze becomes a question for
 * each of its blanks.
 */
export function asBasic(card: Card): readonly TwoSides[] {
  return partsOf(card).map((part) => {
    const { prompt, form } = toQuestion(card, part, inOrder);
    return { front: [prompt, ...choicesOf(form)].join('\n\n'), back: answerOf(form) };
  });
}

const listOf = (items: readonly string[]) => items.map((item) => `- ${item}`).join('\n');

function choicesOf(form: Form): string[] {
  switch (form.form) {
    case 'choice': {
      const list = form.options.map((option, index) => `- ${letter(index)}. ${option.text}`).join('\n');
      return form.choose > 1 ? [`Choose ${form.choose}.`, list] : [list];
    }
    case 'match':
      return [listOf(form.lefts), 'Partners:', listOf(form.rights)];
    case 'order':
      return [listOf(form.items)];
    default:
      return [];
  }
}

function answerOf(form: Form): string {
  switch (form.form) {
    case 'reveal':
      return form.answer;
    case 'text':
      return form.accept[0] ?? `${form.number?.value ?? ''} ${form.number?.unit ?? ''}`.trim();
    case 'choice':
      return form.options
        .flatMap(({ text, correct }, index) => (correct ? [`${letter(index)}. ${text}`] : []))
        .join('\n\n');
    case 'order':
      return form.solution.map((item, place) => `${place + 1}. ${form.items[item] ?? ''}`).join('\n');
    case 'match':
      return form.solution
        .map((right, left) => `- ${form.lefts[left] ?? ''}: ${form.rights[right] ?? ''}`)
        .join('\n');
  }
}
