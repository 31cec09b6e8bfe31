import { expectedText } from '../../domain/grading/grade-answer.ts';
import type { Question } from '../../domain/question.ts';
import type { Markdown } from '../markdown.ts';
import { safeQuestion } from '../safe-question.ts';
import type { Theme } from '../theme.ts';
import { daysLabel, plural } from '../words.ts';
import { wrapLines } from '../wrap.ts';

export interface CardFacts {
  readonly card: string;
  readonly deck: string;
  readonly topic: string;
  readonly place: string;
  readonly columns: number;
  readonly suspended: boolean;
  readonly stabilityDays: number | null;
  readonly difficulty: number | null;
  readonly retrievability: number | null;
  readonly due: string | null;
  readonly reviews: number;
  readonly lapses: number;
  readonly history: readonly {
    readonly day: string;
    readonly type: string;
    readonly grade?: string;
    readonly mode?: string;
  }[];
}

const eventsShown = 12;

/** The right answer of a question in words, for reading instead of asking. */
export function answerText({ form }: Question): string {
  switch (form.form) {
    case 'reveal':
      return form.answer;
    case 'text':
      return expectedText(form);
    case 'choice':
      return form.options
        .map(
          ({ text, correct, why }) =>
            `- ${correct ? '**right:** ' : ''}${text}${why === undefined ? '' : ` (${why})`}`,
        )
        .join('\n');
    case 'order':
      return form.solution.map((item, place) => `${place + 1}. ${form.items[item] ?? ''}`).join('\n');
    case 'match':
      return form.solution
        .map((right, left) => `- ${form.lefts[left] ?? ''}: ${form.rights[right] ?? ''}`)
        .join('\n');
  }
}

export function cardView(
  { theme, markdown }: { theme: Theme; markdown: Markdown },
  asked: Question,
  facts: CardFacts,
): string {
  const question = safeQuestion(asked);
  const width = Math.min(facts.columns, 100) - 3;
  const block = (text: string) => markdown(text, width).map((line) => (line === '' ? '' : `  ${line}`));
  const lines = [
    theme.strong(facts.card),
    ...wrapLines(theme.dim(`${facts.deck}/${facts.topic} ${theme.signs.dot} ${facts.place}`), width),
    '',
  ];
  lines.push(...block(question.prompt), '', ...block(answerText(question)));
  if (question.why !== undefined) lines.push('', ...block(question.why));
  if (question.examNote !== undefined) lines.push('', ...block(`**In the exam:** ${question.examNote}`));
  lines.push('', ...question.sources.map((source) => theme.dim(`  ${source}`)));
  if (question.asOf !== undefined) lines.push(theme.dim(`  checked ${question.asOf}`));
  lines.push('', ...memoryLines(theme, facts));
  return lines.join('\n');
}

/** `0.40 days`, `3.13 days`, `3mo (91.30 days)`. */
const stabilityLabel = (days: number): string =>
  days < 60 ? `${days.toFixed(2)} days` : `${daysLabel(Math.round(days))} (${days.toFixed(2)} days)`;

function memoryLines(theme: Theme, facts: CardFacts): string[] {
  const { stabilityDays, difficulty, retrievability, due, reviews, lapses, history } = facts;
  if (stabilityDays === null || difficulty === null)
    return [theme.dim(facts.suspended ? 'Suspended, never answered.' : 'Not seen yet.')];
  const shown = history
    .slice(-eventsShown)
    .map(({ day, type, grade, mode }) => `  ${day}  ${grade ?? type}${mode === undefined ? '' : ' (cram)'}`);
  return [
    `${theme.strong('Memory')}  stability ${stabilityLabel(stabilityDays)}, difficulty ${difficulty.toFixed(1)} of 10`,
    `        recall today ${retrievability === null ? '?' : `${Math.round(retrievability * 100)}%`}, due ${due ?? '?'}${facts.suspended ? ', suspended' : ''}`,
    `        ${plural(reviews, 'answer')}, forgotten ${plural(lapses, 'time')}`,
    ...(history.length > eventsShown ? [theme.dim(`  ${history.length - eventsShown} earlier`)] : []),
    ...shown,
  ];
}
