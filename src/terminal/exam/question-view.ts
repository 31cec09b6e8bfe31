import { completeness } from '../../domain/exam/answering.ts';
import type { ExamSession } from '../../study/exam-session.ts';
import type { Frame, Size } from '../frame.ts';
import { headOf, indented, keyLines, textWidth } from '../layout.ts';
import type { Theme } from '../theme.ts';
import { wrapLines } from '../wrap.ts';
import { keyOf } from './exam-keys.ts';
import type { ExamModel, ExamScreenParts } from './exam-parts.ts';
import { clockLabel, timeWarning } from './exam-words.ts';
import { type OptionLines, openOptions, revealedOptions, stemLines } from './question-lines.ts';

/** The countdown with its word; color comes on top of it. */
function clockText(theme: Theme, session: ExamSession): string {
  const left = session.remainingMs();
  if (left === null) return theme.dim('no clock');
  const label = `${clockLabel(left)} left`;
  return timeWarning(left, session.allowedMs) === undefined ? label : theme.warn(label);
}

export function examHead(
  { theme, session }: ExamScreenParts,
  long: string,
  short: string,
  columns: number,
): string[] {
  const { exam } = session.attempt.paper;
  const mode = session.attempt.mode === 'practice' ? 'practice' : 'mock exam';
  const { dot } = theme.signs;
  const lefts = [
    `${theme.strong(`${exam} ${mode}`)} ${theme.dim(dot)} ${long}`,
    `${theme.strong(exam)} ${theme.dim(dot)} ${long}`,
    long,
    short,
  ];
  return headOf(theme, lefts, clockText(theme, session), columns);
}

/** Warnings of the clock, and what the last key came to. */
export function noteLines({ theme, session }: ExamScreenParts, note: string, columns: number): string[] {
  const warning = timeWarning(session.remainingMs(), session.allowedMs);
  const lines = [...(warning === undefined ? [] : [warning]), ...(note === '' ? [] : [note])];
  return lines.flatMap((line) => indented(wrapLines(theme.warn(line), textWidth(columns)), 1));
}

export function questionFrame(parts: ExamScreenParts, model: ExamModel, size: Size): Frame {
  const { session, theme } = parts;
  const asked = session.question();
  const width = textWidth(size.columns);
  const choices = session.choices();
  const revealed = session.isRevealed();
  const stem = stemLines(parts, asked, width);
  const options: OptionLines = revealed
    ? revealedOptions(parts, asked, choices, width)
    : openOptions(parts, asked, choices, model.pointer, width);
  const place = `${asked.index + 1} of ${session.size}`;
  const flag = session.isFlagged() ? ` ${theme.warn(`${theme.signs.flag} flagged`)}` : '';
  const from = 1 + stem.length;
  return {
    id: `question ${asked.index}`,
    head: examHead(parts, `question ${place}${flag}`, `${place}${flag}`, size.columns),
    body: indented(['', ...stem, ...options.lines, '']),
    foot: [...noteLines(parts, model.note, size.columns), ...questionKeys(parts, size)],
    ...(options.focus === undefined
      ? {}
      : { focus: from + options.focus, focusEnd: from + (options.focusEnd ?? options.focus) }),
    ownArrows: !revealed,
    letterPaging: true,
    ...(model.at === 'goto'
      ? { input: { prompt: ` Go to question (1-${session.size}): `, line: model.typed } }
      : {}),
  };
}

/** The keys as they are on this question: a letter that names an option is a command in capitals. */
function questionKeys({ theme, session }: ExamScreenParts, { columns, rows }: Size): string[] {
  const { item } = session.question();
  const count = item.order.length;
  const key = (command: Parameters<typeof keyOf>[0]) => keyOf(command, count);
  const letters = `a-${String.fromCharCode(96 + count)}`;
  const isPractice = session.attempt.mode === 'practice';
  const toCheck = isPractice && !session.isRevealed() && completeness(item, session.choices()) === 'answered';
  const first: [string, string][] = session.isRevealed() ? [] : [[letters, 'choose']];
  if (toCheck) first.push(['enter', 'check']);
  const moves: [string, string][] = [
    [key('next'), 'next'],
    [key('back'), 'back'],
    [key('flag'), session.isFlagged() ? 'unflag' : 'flag'],
  ];
  const review: [string, string] = [key('review'), 'review'];
  const help: [string, string] = ['?', 'help'];
  // A short window is for the question: the keys that are left out are in the help.
  if (rows < 20) return keyLines(theme, [...first, ...moves, review, help], columns).slice(0, 2);
  const rest: [string, string][] = [
    [key('goto'), 'go to'],
    review,
    ...(isPractice && session.remainingMs() !== null ? [[key('pause'), 'pause'] as [string, string]] : []),
    [key('end'), 'end exam'],
    help,
    [key('quit'), 'leave'],
  ];
  return keyLines(theme, [...first, ...moves, ...rest], columns);
}
