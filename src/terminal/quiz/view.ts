import type { Question } from '../../domain/question.ts';
import type { Grade } from '../../domain/scheduling/memory.ts';
import { gradeNames } from '../../domain/scheduling/memory.ts';
import type { FutureOf } from '../../study/futures.ts';
import type { Frame, Size } from '../frame.ts';
import { offeredGrades, whenLabel } from '../grading.ts';
import { indented, textWidth } from '../layout.ts';
import type { Theme } from '../theme.ts';
import { letterOf, sourceLabel } from '../words.ts';
import { flow, padTo, shorten, spread, widthOf, wrapLines } from '../wrap.ts';
import { type AnswerLines, answerLines } from './answer-view.ts';
import { headLines } from './head-view.ts';
import { type Phase, pickable } from './model.ts';
import type { QuizModel, QuizScreenParts } from './quiz-parts.ts';

/** `1 again <1m   2 hard 2d …`, without days in a cram; the suggested one marked with a sign, not with color alone. */
export function gradeKeys(
  theme: Theme,
  futures: readonly FutureOf[],
  suggested: Grade,
  twoGrades: boolean,
): string[] {
  return offeredGrades(futures, twoGrades).map((future, index) => {
    const when = whenLabel(future);
    const name = `${theme.strong(String(index + 1))} ${gradeNames[future.grade]}`;
    const label = when === '' ? name : `${name} ${theme.dim(when)}`;
    return future.grade === suggested ? `${theme.accent(theme.signs.pointer)}${label}` : label;
  });
}

const command = (theme: Theme, key: string, name: string) => `${theme.strong(key)} ${theme.dim(name)}`;

function footLines(parts: QuizScreenParts, { phase, asked }: QuizModel, { columns, rows }: Size): string[] {
  const { theme, study, twoGrades } = parts;
  const width = Math.min(columns, 100) - 2;
  const say = (...pairs: [string, string][]) => pairs.map(([key, name]) => command(theme, key, name));
  // A short window is for the card: the keys that are left out are in the help.
  const rest: [string, string][] =
    rows < 20
      ? []
      : [
          ['u', 'undo'],
          ['s', 'suspend'],
          ['b', 'bury'],
        ];
  const always = say(...rest, ['?', 'help'], ['q', 'quit']);
  const lines = (first: readonly string[], second: readonly string[]) => {
    const one = flow([...first, ...second], width);
    return indented(one.length === 1 ? one : [...flow(first, width), ...flow(second, width)], 1);
  };
  if (phase.at === 'answered') {
    return lines(
      [...gradeKeys(theme, study.futures(), phase.suggested, twoGrades), ''].filter(Boolean),
      always,
    );
  }
  const form = asked.question.form.form;
  const letters = `a-${letterOf(Math.max(0, pickable(asked.question).length - 1)).toLowerCase()}`;
  switch (form) {
    case 'reveal':
      return lines(say(['space', 'show answer']), always);
    case 'text':
      return lines(
        phase.typing ? say(['enter', 'check'], ['esc', 'more keys']) : say(['enter', 'type again']),
        phase.typing ? [] : always,
      );
    case 'choice':
      return lines(say([letters, 'choose'], ['enter', 'check']), say(['?', 'help'], ['q', 'quit']));
    default:
      return lines(
        say([letters, 'place next'], ['backspace', 'take back'], ['enter', 'check']),
        say(['?', 'help'], ['q', 'quit']),
      );
  }
}

/** Why, exam note, source: what is read after the answer. */
export function teaching(
  { theme, markdown }: Pick<QuizScreenParts, 'theme' | 'markdown'>,
  question: Question,
  width: number,
): string[] {
  const lines: string[] = [];
  if (question.why !== undefined) lines.push('', ...markdown()(question.why, width));
  if (question.examNote !== undefined)
    lines.push('', ...markdown()(`**In the exam:** ${question.examNote}`, width));
  const checked = question.asOf === undefined ? '' : `checked ${question.asOf}`;
  question.sources.forEach((source, index) => {
    if (index === 0) lines.push('');
    // The day of the check stands beside the first source where there is room for both.
    const beside = index === 0 && width >= 60 ? checked : '';
    const room = beside === '' ? width : width - widthOf(beside) - 2;
    lines.push(
      theme.dim(spread(shorten(sourceLabel(source), room, theme.signs.ellipsis), beside, width).trimEnd()),
    );
  });
  if (checked !== '' && width < 60) lines.push(theme.dim(checked));
  return lines;
}

export function questionFrame(parts: QuizScreenParts, model: QuizModel, size: Size): Frame {
  const { theme } = parts;
  const { phase, asked } = model;
  const width = textWidth(size.columns);
  const prompt = parts.markdown()(asked.question.prompt, width);
  const answer = answerLines(parts, asked.question, phase, width);
  const changed = asked.changed ? ['', theme.warn('This card changed since you last saw it.')] : [];
  const above = 1 + prompt.length + changed.length;
  const body = [
    '',
    ...prompt,
    ...changed,
    ...answer.lines,
    ...(phase.at === 'answered' ? teaching(parts, asked.question, width) : []),
    '',
  ];
  const typing = phase.at === 'asking' && phase.typing;
  return {
    id: `${asked.item.entry.id}/${asked.shownAtMs}/${phase.at}`,
    head: headLines(parts, model, size.columns),
    body: indented(body),
    foot: [...noteLines(theme, phase, width), ...footLines(parts, model, size)],
    input: typing
      ? { prompt: `  ${theme.accent(theme.signs.pointer)} `, line: phase.draft.typed }
      : undefined,
    ...focusOf(answer, phase, above),
    ownArrows: phase.at === 'asking' && pickable(asked.question).length > 0,
  };
}

/** The option under the pointer; afterwards the answer, which a long question must not push out of sight. */
function focusOf({ lines, focus, focusEnd }: AnswerLines, { at }: Phase, above: number): Partial<Frame> {
  if (at === 'answered' && lines.length > 0)
    return { focus: above, focusEnd: above + lines.length - 1, opensAtFocus: true };
  if (focus === undefined) return {};
  return { focus: above + focus, focusEnd: above + (focusEnd ?? focus) };
}

function noteLines(theme: Theme, phase: Phase, width: number): string[] {
  return phase.note === undefined || phase.note === ''
    ? []
    : indented(wrapLines(theme.warn(phase.note), width), 1);
}

const helpKeys = (twoGrades: boolean, ellipsis: string): readonly [string, string][] => [
  ['space, enter', 'show the answer; then: take the marked grade'],
  twoGrades ? ['1 2', 'again, good'] : ['1 2 3 4', 'again, hard, good, easy (hard is a pass)'],
  [`a b c ${ellipsis}`, 'choose an option, or place the next item'],
  ['up, down', 'move; j and k scroll a long card'],
  ['page up, down', 'turn the pages of a long card'],
  ['backspace', 'take the last placed item back'],
  ['u', 'take back the last answer, suspend or bury, as often as you like'],
  ['s', 'suspend this card: ask it no more'],
  ['b', 'bury it until tomorrow'],
  ['o', "open the card's source in your browser"],
  ['e', "open the card's file in $EDITOR"],
  ['q, ctrl-c', 'quit; every answer you gave is saved'],
];

export function helpFrame({ theme, twoGrades }: QuizScreenParts, size: Size): Frame {
  const width = textWidth(size.columns);
  const rows = helpKeys(twoGrades, theme.signs.ellipsis).flatMap(([keys, what]) => {
    const text = wrapLines(what, Math.max(12, width - 15));
    return text.map((line, index) => `${theme.strong(padTo(index === 0 ? keys : '', 14))} ${line}`);
  });
  return {
    id: 'help',
    head: [` ${theme.strong('Keys')}`],
    body: ['', ...indented(rows), ''],
    foot: [theme.dim(' any key goes back')],
  };
}
