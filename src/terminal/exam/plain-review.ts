import type { Attempt } from '../../domain/exam/attempt.ts';
import type { Terminal } from '../../ports.ts';
import type { ReviewedQuestion, ReviewWish } from '../../study/exam-reviewed.ts';
import type { Markdown } from '../markdown.ts';
import { plural } from '../words.ts';
import { timeWords } from './exam-words.ts';
import { printMarked } from './plain-question.ts';

interface PlainReviewParts {
  readonly terminal: Terminal;
  readonly markdown: Markdown;
}

const kinds: Readonly<Record<ReviewWish, string>> = { wrong: 'wrong', flagged: 'flagged', all: 'all' };

/** Every question that was asked for, one after the other. */
export function printReview(
  parts: PlainReviewParts,
  { number, attempt }: { readonly number: number; readonly attempt: Attempt },
  questions: readonly ReviewedQuestion[],
  wish: ReviewWish,
): void {
  const { terminal, markdown } = parts;
  const total = attempt.paper.items.length;
  terminal.print(
    `${attempt.paper.exam}, attempt ${number} (${attempt.attemptId}): ${plural(questions.length, 'question')} of ${total} (${kinds[wish]}).`,
  );
  if (wish !== 'all') terminal.print('Others: --only wrong, flagged or all.');
  const width = Math.min(terminal.size().columns, 100);
  for (const { asked, choices, flagged, milliseconds, cards } of questions) {
    const { question, changed, index } = asked;
    terminal.print(
      `\nQuestion ${index + 1} of ${total}. ${timeWords(milliseconds)}.${flagged ? ' Flagged.' : ''}`,
    );
    if (changed && question !== undefined) terminal.print('This question was edited after it was asked.');
    terminal.print(markdown(question?.stem ?? 'This question is no longer in the bank.', width).join('\n'));
    printMarked(parts, asked, choices);
    for (const card of cards) terminal.print(`Card: aws-study show ${card}`);
  }
}
