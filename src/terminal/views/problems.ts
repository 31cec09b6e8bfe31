import type { Problem } from '../../domain/problem.ts';
import { safeText } from '../safe-text.ts';
import type { Theme } from '../theme.ts';
import { plural } from '../words.ts';

export interface ProblemsFacts {
  readonly problems: readonly Problem[];
  readonly files: number;
  readonly cards: number;
}

/** `file:line:column  message`, as editors jump to; the hint below. */
export function problemsView(theme: Theme, { problems, files, cards }: ProblemsFacts): string {
  const checked = `${plural(files, 'file')}, ${plural(cards, 'card')} checked`;
  if (problems.length === 0) return `${theme.good(theme.signs.right)} ${checked}, no problems.`;
  const lines = problems.flatMap(({ file, line, column, severity, rule, id, message, hint }) => {
    const sign = severity === 'error' ? theme.bad('error') : theme.warn('warning');
    const about = id === undefined ? '' : theme.dim(` [${id}]`);
    return [
      `${theme.strong(`${file}:${line}:${column}`)} ${sign} ${safeText(message)} ${theme.dim(`(${rule})`)}${about}`,
      `  ${safeText(hint)}`,
    ];
  });
  return [...lines, '', `${plural(problems.length, 'problem')}; ${checked}.`].join('\n');
}
