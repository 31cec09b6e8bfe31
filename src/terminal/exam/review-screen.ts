import type { Attempt } from '../../domain/exam/attempt.ts';
import type { ReviewedQuestion, ReviewWish } from '../../study/exam-reviewed.ts';
import type { Frame, Size } from '../frame.ts';
import { headOf, indented, keyLines, textWidth } from '../layout.ts';
import type { ScreenProgram, Step } from '../screen.ts';
import { wrapLines } from '../wrap.ts';
import { timeWords } from './exam-words.ts';
import { markedOptions, stemLines, type TextParts, teachingLines } from './question-lines.ts';
import { wished } from './wished.ts';

export interface ReviewParts extends TextParts {
  readonly attempt: Attempt;
  readonly questions: readonly ReviewedQuestion[];
}

export interface ReviewModel {
  readonly wish: ReviewWish;
  /** Place in the list that the wish gives. */
  readonly place: number;
  readonly note: string;
}

const wishes: Readonly<Record<string, ReviewWish>> = { w: 'wrong', f: 'flagged', a: 'all' };

const nothing: Readonly<Record<ReviewWish, string>> = {
  wrong: 'Every answer was right.',
  flagged: 'No question was flagged.',
  all: 'The paper has no questions.',
};

/** The questions of a finished attempt, one page each. */
export function reviewScreen(parts: ReviewParts, wish: ReviewWish): ScreenProgram<ReviewModel, 'done'> {
  const move = (model: ReviewModel, place: number): Step<ReviewModel, 'done'> => {
    const { length } = wished(parts.questions, model.wish);
    if (place < 0) return { model: { ...model, note: 'This is the first one.' } };
    if (place >= length) return { model: { ...model, note: 'This is the last one. q ends the review.' } };
    return { model: { ...model, place, note: '' } };
  };
  return {
    start: { wish, place: 0, note: '' },
    update(model, { name, ctrl }) {
      if (ctrl) return name === 'd' ? { result: 'done' } : { model };
      const chosen = wishes[name];
      if (chosen !== undefined)
        return { model: { wish: chosen, place: placeIn(parts, model, chosen), note: '' } };
      switch (name) {
        case 'n':
        case 'right':
        case 'return':
        case 'space':
          return move(model, model.place + 1);
        case 'p':
        case 'left':
          return move(model, model.place - 1);
        case 'q':
        case 'escape':
          return { result: 'done' };
        default:
          return { model };
      }
    },
    view: (model, size) => reviewedFrame(parts, model, size),
    ended: () => 'done',
  };
}

/** The same question in another list, or the list's beginning. */
function placeIn({ questions }: ReviewParts, model: ReviewModel, wish: ReviewWish): number {
  const current = wished(questions, model.wish)[model.place];
  return Math.max(0, current === undefined ? 0 : wished(questions, wish).indexOf(current));
}

function reviewedFrame(parts: ReviewParts, model: ReviewModel, size: Size): Frame {
  const { theme, attempt, questions } = parts;
  const listed = wished(questions, model.wish);
  const reviewed = listed[model.place];
  const width = textWidth(size.columns);
  const { dot } = theme.signs;
  const total = attempt.paper.items.length;
  const number = reviewed === undefined ? '' : `question ${reviewed.asked.index + 1} of ${total}`;
  const flag = reviewed?.flagged === true ? ` ${theme.warn(`${theme.signs.flag} flagged`)}` : '';
  const lefts = [
    `${theme.strong(`${attempt.paper.exam} review`)} ${theme.dim(dot)} ${number}${flag}`,
    `${number}${flag}`,
    number,
  ];
  const right = reviewed === undefined ? model.wish : `${model.wish} ${model.place + 1}/${listed.length}`;
  const count = (wish: ReviewWish) => wished(questions, wish).length;
  return {
    id: `reviewed ${model.wish} ${model.place}`,
    head: headOf(theme, lefts, right, size.columns),
    body: indented([
      '',
      ...(reviewed === undefined ? [nothing[model.wish]] : pageOf(parts, reviewed, width)),
      '',
    ]),
    foot: [
      ...(model.note === '' ? [] : indented([theme.warn(model.note)], 1)),
      ...keyLines(
        theme,
        [
          ['n', 'next'],
          ['p', 'back'],
          ['w', `wrong ${count('wrong')}`],
          ['f', `flagged ${count('flagged')}`],
          ['a', `all ${count('all')}`],
          ['q', 'quit'],
        ],
        size.columns,
      ),
    ],
  };
}

function pageOf(
  parts: ReviewParts,
  { asked, choices, milliseconds, cards }: ReviewedQuestion,
  width: number,
) {
  const { theme } = parts;
  const facts = [
    `task ${asked.item.taskId}`,
    timeWords(milliseconds),
    ...(asked.item.scored ? [] : ['unscored trial']),
  ].join(` ${theme.signs.dot} `);
  const study = cards.map((card) => `aws-study show ${card}`);
  return [
    theme.dim(facts),
    '',
    ...stemLines(parts, asked, width),
    ...markedOptions(parts, asked, choices, width),
    ...teachingLines(parts, asked, width),
    ...(study.length === 0 ? [] : ['', theme.strong('Cards')]),
    ...study.flatMap((line) => wrapLines(line, width)),
  ];
}
