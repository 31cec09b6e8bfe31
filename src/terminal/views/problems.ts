import type { Problem } from '../../domain/problem.ts';
import { safeLine } from '../safe-question.ts';
import type { Theme } from '../theme.ts';
import { plural } from '../words.ts';

export interface ProblemsFacts {
  readonly problems: readonly Problem[];
  readonly files: number;
  readonly cards: number;
  readonly questions?: number;
}

/** `file:line:column  message`, as editors jump to; the hint below. */
export function problemsView(theme: Theme, { problems, files, cards, questions = 0 }: ProblemsFacts): string {
  const asked = questions === 0 ? '' : `, ${plural(questions, 'question')}`;
  const checked = `${plural(files, 'file')}, ${plural(cards, 'card')}${asked} checked`;
  if (problems.length === 0) return `${theme.good(theme.signs.right)} ${checked}, no problems.`;
  const lines = problems.flatMap(({ file, line, column, severity, rule, id, message, hint }) => {
    const sign = severity === 'error' ? theme.bad('error') : theme.warn('warning');
    const about = id === undefined ? '' : theme.dim(` [${safeLine(id)}]`);
    return [
      `${theme.strong(`${safeLine(file)}:${line}:${column}`)} ${sign} ${safeLine(message)} ${theme.dim(`(${rule})`)}${about}`,
      `  ${safeLine(hint)}`,
    ];
  });
  return [...lines, '', `${plural(problems.length, 'problem')}; ${checked}.`].join('\n');
}
