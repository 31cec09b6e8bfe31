import type { Frame, Size } from '../frame.ts';
import { indented, keyLines, textWidth } from '../layout.ts';
import { padTo, wrapLines } from '../wrap.ts';
import { keyOf } from './exam-keys.ts';
import type { ExamScreenParts } from './exam-parts.ts';
import { clockLabel } from './exam-words.ts';
import { examHead } from './question-view.ts';

export function helpFrame(parts: ExamScreenParts, size: Size): Frame {
  const { session, theme } = parts;
  const count = session.question().item.order.length;
  const key = (command: Parameters<typeof keyOf>[0]) => keyOf(command, count);
  const isPractice = session.attempt.mode === 'practice';
  const rows: [string, string][] = [
    [`a-${String.fromCharCode(96 + count)}`, 'choose an option, or take it back'],
    ['up, down', 'point at an option; space chooses it'],
    [
      'enter',
      isPractice
        ? 'choose the option pointed at; then check the answer; then go on'
        : 'choose the option pointed at; then go on',
    ],
    [`${key('next')}, right`, 'next question'],
    [`${key('back')}, left`, 'previous question'],
    ['j, k', 'page through a long question (also page down, page up)'],
    [key('flag'), 'flag for review, or take the flag off'],
    [key('goto'), 'go to a question by its number'],
    [key('review'), 'review: all, unanswered, flagged'],
    ...(isPractice ? [[key('pause'), 'pause: the clock stands still'] as [string, string]] : []),
    [key('end'), 'end the exam and score it'],
    [
      `${key('quit')}, ctrl-c`,
      isPractice
        ? 'leave; everything is saved, the clock waits'
        : 'leave; everything is saved, the clock runs on',
    ],
  ];
  const width = textWidth(size.columns);
  const lines = rows.flatMap(([keys, what]) =>
    wrapLines(what, Math.max(12, width - 11)).map(
      (line, index) => `${theme.strong(padTo(index === 0 ? keys : '', 10))} ${line}`,
    ),
  );
  const capitals = rows.some(([keys]) => /^[A-Z]/.test(keys))
    ? ['', ...wrapLines('Commands in capitals: their small letters name options here.', width)]
    : [];
  return {
    id: 'help',
    head: examHead(parts, 'keys', 'keys', size.columns),
    body: indented(['', ...lines, ...capitals, '']),
    foot: [theme.dim(' any other key goes back')],
  };
}

/** A paused practice shows no question: the clock stands still. */
export function pausedFrame(parts: ExamScreenParts, size: Size): Frame {
  const left = parts.session.remainingMs();
  const clock = left === null ? 'Paused.' : `Paused with ${clockLabel(left)} left.`;
  return {
    id: 'paused',
    head: examHead(parts, 'paused', 'paused', size.columns),
    body: indented(['', parts.theme.strong(clock), '']),
    foot: keyLines(
      parts.theme,
      [
        ['enter', 'go on'],
        ['q', 'leave'],
      ],
      size.columns,
    ),
  };
}
