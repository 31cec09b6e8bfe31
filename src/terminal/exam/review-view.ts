import { type ReviewFilter, reviewList } from '../../domain/exam/answering.ts';
import type { Frame, Size } from '../frame.ts';
import { indented, keyLines, textWidth } from '../layout.ts';
import { padTo, wrapLines } from '../wrap.ts';
import type { ExamModel, ExamScreenParts } from './exam-parts.ts';
import { answerWords, endWarnings, standingOf } from './exam-words.ts';
import { examHead, noteLines } from './question-view.ts';

export const reviewFilters: Readonly<Record<string, ReviewFilter>> = {
  a: 'all',
  u: 'unanswered',
  f: 'flagged',
};

const empty: Readonly<Record<ReviewFilter, string>> = {
  all: '',
  unanswered: 'Every question is answered.',
  flagged: 'No question is flagged.',
};

/** All questions with how they stand; the one under the pointer is opened with Enter. */
export function reviewFrame(parts: ExamScreenParts, model: ExamModel, size: Size): Frame {
  const { session, theme } = parts;
  const { attempt } = session;
  const listed = reviewList(attempt, model.filter);
  const { signs } = theme;
  const digits = String(session.size).length;
  const rows = listed.map((index, row) => {
    const item = attempt.paper.items[index];
    const state = item === undefined ? '' : answerWords(item, session.choices(index));
    const point = row === model.row ? theme.accent(signs.pointer) : ' '.repeat(signs.pointer.length);
    const flag = session.isFlagged(index) ? theme.warn(`${signs.flag} flagged`) : '';
    const number = String(index + 1).padStart(digits);
    const dimmed = state.startsWith('answered') ? state : theme.strong(state);
    return `${point} ${theme.strong(number)}  ${padTo(dimmed, 17)} ${flag}`.trimEnd();
  });
  const { answered } = standingOf(attempt);
  const tabs = Object.entries(reviewFilters).map(([key, filter]) => {
    const count = reviewList(attempt, filter).length;
    const name = `${theme.strong(key)} ${filter} ${count}`;
    return filter === model.filter ? theme.accent(`[${name}]`) : ` ${name} `;
  });
  const none = listed.length === 0 ? [empty[model.filter]] : [];
  const done = `${answered} of ${session.size} answered`;
  return {
    id: `review ${model.filter}`,
    head: [
      ...examHead(parts, `review: ${done}`, `${answered}/${session.size} answered`, size.columns),
      ` ${tabs.join(size.columns < 46 ? '' : '  ')}`,
    ],
    body: ['', ...indented([...rows, ...none]), ''],
    foot: [
      ...noteLines(parts, model.note, size.columns),
      ...keyLines(
        theme,
        [
          ['enter', 'open'],
          ['x', 'end exam'],
          ['r', 'back'],
          ['q', 'leave'],
        ],
        size.columns,
      ),
    ],
    focus: 1 + model.row,
    ownArrows: true,
  };
}

/** The last word before the end. */
export function endFrame(parts: ExamScreenParts, model: ExamModel, size: Size): Frame {
  const { session, theme } = parts;
  const width = textWidth(size.columns);
  const practice = session.attempt.mode === 'practice' ? 'practice' : 'exam';
  const lines = [
    theme.strong(`End the ${practice} and score it?`),
    '',
    ...endWarnings(standingOf(session.attempt)),
    'After the end no answer can be changed.',
  ];
  return {
    id: 'end',
    head: examHead(parts, `end the ${practice}`, 'end', size.columns),
    body: indented(['', ...lines.flatMap((line) => wrapLines(line, width)), '']),
    foot: [
      ...noteLines(parts, model.note, size.columns),
      ...keyLines(
        theme,
        [
          ['y', 'end and score'],
          ['n', 'go on'],
        ],
        size.columns,
      ),
    ],
  };
}
