import type { Problem } from '../../domain/problem.ts';
import { safeLine } from '../safe-question.ts';
import type { Theme } from '../theme.ts';
import { plural } from '../words.ts';

export interface ProblemsFacts {
  readonly problems: readonly Problem[];
  readonly files: number;
  readonly cards: number;
  readonly questions?: number;
  /** Entries that nobody is asked yet. */
  readonly drafts?: number;
  /** Files, among those counted, whose problems keep them from being read any further. */
  readonly leftOut?: number;
}

/** `1 file left out: it has problems`. */
const leftOutWords = (files: number): string =>
  `${plural(files, 'file')} left out: ${files === 1 ? 'it has' : 'they have'} problems`;

/** `file:line:column  message`, as editors jump to; the hint below. */
export function problemsView(
  theme: Theme,
  { problems, files, cards, questions = 0, drafts = 0, leftOut = 0 }: ProblemsFacts,
): string {
  const asked = questions === 0 ? '' : `, ${plural(questions, 'question')}`;
  const read = files - leftOut;
  const checked = [
    ...(read === 0 && leftOut > 0
      ? []
      : [`${plural(read, 'file')}, ${plural(cards, 'card')}${asked} checked`]),
    ...(leftOut === 0 ? [] : [leftOutWords(leftOut)]),
  ].join('; ');
  const unasked =
    drafts === 0
      ? []
      : [
          `${plural(drafts, 'draft')} among them: not asked until accepted with "aws-study deck review", or "status: draft" is taken away.`,
        ];
  if (problems.length === 0)
    return [`${theme.good(theme.signs.right)} ${checked}, no problems.`, ...unasked].join('\n');
  const lines = problems.flatMap(({ file, line, column, severity, rule, id, message, hint }) => {
    const sign = severity === 'error' ? theme.bad('error') : theme.warn('warning');
    const about = id === undefined ? '' : theme.dim(` [${safeLine(id)}]`);
    return [
      `${theme.strong(`${safeLine(file)}:${line}:${column}`)} ${sign} ${safeLine(message)} ${theme.dim(`(${rule})`)}${about}`,
      `  ${safeLine(hint)}`,
    ];
  });
  return [...lines, '', `${plural(problems.length, 'problem')}; ${checked}.`, ...unasked].join('\n');
}
