import type { Problem } from '../domain/problem.ts';
import type { JournalTrouble, Terminal } from '../ports.ts';
import { safeLine } from '../terminal/safe-question.ts';
import { plural } from '../terminal/words.ts';

/** Trouble that stops nothing: on standard error, a line each, before the work begins. */
export function sayTrouble(
  terminal: Terminal,
  problems: readonly Problem[],
  trouble: readonly JournalTrouble[],
): void {
  const files = new Map<string, Problem[]>();
  for (const problem of problems) files.set(problem.file, [...(files.get(problem.file) ?? []), problem]);
  for (const [file, found] of files) {
    const [first] = found;
    if (first === undefined) continue;
    terminal.complain(
      `warning: ${safeLine(`${file}:${first.line}:${first.column} ${first.message}`)}; this deck is left out.`,
    );
    // What cannot be read at all, lint cannot read either.
    terminal.complain(
      first.rule === 'file'
        ? `hint: ${safeLine(first.hint)}`
        : `hint: ${plural(found.length, 'problem')}: run "aws-study deck lint ${safeLine(file)}".`,
    );
  }
  for (const { file, line, message } of trouble) {
    terminal.complain(`warning: ${line === 0 ? file : `${file}:${line}`} ${message}.`);
  }
}
