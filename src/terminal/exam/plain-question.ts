import { isRight } from '../../domain/exam/answering.ts';
import type { Terminal } from '../../ports.ts';
import type { AskedQuestion } from '../../study/exam-session.ts';
import type { Markdown } from '../markdown.ts';
import { letterOf } from '../words.ts';
import { lettersOf } from './exam-words.ts';

interface PlainParts {
  readonly terminal: Terminal;
  readonly markdown: Markdown;
}

/** What was right and why, line by line, for ears as well as eyes. */
export function printMarked(
  { terminal, markdown }: PlainParts,
  { item, question }: AskedQuestion,
  choices: readonly number[],
): void {
  const width = Math.min(terminal.size().columns, 100);
  const show = (text: string) => terminal.print(markdown(text, width).join('\n'));
  const given = choices.length === 0 ? 'Not answered.' : `Your answer: ${lettersOf(item, choices)}.`;
  terminal.print(`${isRight(item, choices) ? 'Right.' : 'Wrong.'} ${given}`);
  terminal.print(`Right answer: ${lettersOf(item, item.keys)}.`);
  item.order.forEach((option, place) => {
    const { text = '?', why = '' } = question?.options[option] ?? {};
    show(`${item.keys.includes(option) ? 'Right' : 'Wrong'}: ${letterOf(place)}. ${text}`);
    if (why !== '') show(`Why: ${why}`);
  });
  if (question === undefined) return;
  show(`Explanation: ${question.explanation}`);
  if (question.examNote !== undefined) show(`In the exam: ${question.examNote}`);
  for (const source of question.sources) terminal.print(`Source: ${source}`);
  terminal.print(`Checked: ${question.asOf}`);
}
