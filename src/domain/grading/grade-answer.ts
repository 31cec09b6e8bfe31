import type { Answer, Form } from '../question.ts';
import { isExpectedNumber } from './typed-number.ts';
import { isAcceptedText } from './typed-text.ts';

export interface Verdict {
  readonly correct: boolean;
  /** Parts that were right and parts there are: 3 of 4 pairs, 1 of 2 keys. */
  readonly right: number;
  readonly of: number;
}

/** The expected answer in words, for forms that have one. */
export function expectedText(form: Extract<Form, { form: 'text' }>): string {
  if (form.number === undefined) return form.accept[0] ?? '';
  const { value, unit } = form.number;
  // Without the option it would round to three places: 0.0125 would be shown as 0.013.
  const digits = value.toLocaleString('en-US', { maximumFractionDigits: 20 });
  return unit === undefined ? digits : `${digits} ${unit}`;
}

function countMatching(given: readonly number[], wanted: readonly number[]): number {
  return wanted.filter((value, index) => given[index] === value).length;
}

/**
 * Grades what a learner gave. All or nothing, as in the exam: a choice of two with one right is wrong. A form that the
 * learner reveals grades himself; asking this for it is a mistake in the program.
 */
export function gradeAnswer(form: Form, answer: Answer): Verdict {
  switch (form.form) {
    case 'text': {
      const typed = typeof answer === 'string' ? answer : '';
      const correct =
        form.number !== undefined
          ? isExpectedNumber(typed, form.number)
          : form.exact === true
            ? form.accept.some((one) => one.toLowerCase() === typed.trim().toLowerCase())
            : isAcceptedText(typed, form.accept);
      return { correct, right: correct ? 1 : 0, of: 1 };
    }
    case 'choice': {
      const chosen = new Set(typeof answer === 'string' ? [] : answer);
      const right = form.options.filter((option, index) => option.correct && chosen.has(index)).length;
      return { correct: right === form.choose && chosen.size === form.choose, right, of: form.choose };
    }
    case 'order':
    case 'match': {
      const right = typeof answer === 'string' ? 0 : countMatching(answer, form.solution);
      return { correct: right === form.solution.length, right, of: form.solution.length };
    }
    case 'reveal':
      throw new Error('a revealed card is rated by the learner');
  }
}
