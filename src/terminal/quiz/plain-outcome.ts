import { expectedText, gradeAnswer } from '../../domain/grading/grade-answer.ts';
import type { Answer, Question } from '../../domain/question.ts';
import type { Grade } from '../../domain/scheduling/memory.ts';
import type { Terminal } from '../../ports.ts';
import { letterOf } from '../words.ts';

type Printer = Pick<Terminal, 'print'>;
type Show = (text: string) => void;

/** Options or items with their letters, one line each. */
export function printChoices(terminal: Printer, { form }: Question, show: Show): void {
  const list = (items: readonly string[]) => {
    items.forEach((item, index) => {
      show(`${letterOf(index)}. ${item}`);
    });
  };
  if (form.form === 'choice') list(form.options.map((option) => option.text));
  if (form.form === 'order') list(form.items);
  if (form.form === 'match') {
    form.lefts.forEach((left, index) => {
      show(`Item ${index + 1}: ${left}`);
    });
    terminal.print('Partners:');
    list(form.rights);
  }
}

/** Verdict, right answer, why and source; returns the grade that is suggested. */
export function printOutcome(
  terminal: Printer,
  { form, why, examNote, sources, asOf }: Question,
  answer: Answer | undefined,
  show: Show,
): Grade {
  const verdict = form.form === 'reveal' || answer === undefined ? undefined : gradeAnswer(form, answer);
  if (verdict !== undefined) {
    terminal.print(
      verdict.correct
        ? 'Right.'
        : verdict.of > 1
          ? `Not quite: ${verdict.right} of ${verdict.of}.`
          : 'Wrong.',
    );
  }
  switch (form.form) {
    case 'reveal':
      show(`Answer: ${form.answer}`);
      break;
    case 'text':
      terminal.print(`Answer: ${expectedText(form)}`);
      break;
    case 'choice':
      form.options.forEach((option, index) => {
        show(
          `${option.correct ? 'Right' : 'Wrong'}: ${letterOf(index)}. ${option.text}${option.why === undefined ? '' : ` (${option.why})`}`,
        );
      });
      break;
    case 'order':
      form.solution.forEach((item, place) => {
        show(`${place + 1}: ${form.items[item] ?? ''}`);
      });
      break;
    case 'match':
      form.solution.forEach((right, left) => {
        show(`${form.lefts[left] ?? ''}: ${form.rights[right] ?? ''}`);
      });
      break;
  }
  if (why !== undefined) show(`Why: ${why}`);
  if (examNote !== undefined) show(`In the exam: ${examNote}`);
  if (sources[0] !== undefined)
    terminal.print(`Source: ${sources[0]}${asOf === undefined ? '' : `, checked ${asOf}`}`);
  return verdict === undefined || verdict.correct ? 3 : 1;
}
