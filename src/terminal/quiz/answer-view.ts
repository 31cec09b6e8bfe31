import { expectedText } from '../../domain/grading/grade-answer.ts';
import { differenceOf } from '../../domain/grading/typed-text.ts';
import type { Form, Question } from '../../domain/question.ts';
import { withLead } from '../layout.ts';
import { safeLine } from '../safe-question.ts';
import type { Theme } from '../theme.ts';
import { letterOf } from '../words.ts';
import { shorten, widthOf, wrapLines } from '../wrap.ts';
import type { Draft, Phase } from './model.ts';
import type { QuizScreenParts } from './quiz-parts.ts';

export interface AnswerLines {
  readonly lines: readonly string[];
  /** First and last line of what is under the pointer. */
  readonly focus?: number;
  readonly focusEnd?: number;
}

type Parts = Pick<QuizScreenParts, 'theme' | 'markdown'>;

/** What stands below the prompt: options and items while asking, marks and the right answer afterwards. */
export function answerLines(parts: Parts, question: Question, phase: Phase, width: number): AnswerLines {
  const { form } = question;
  switch (form.form) {
    case 'reveal':
      return { lines: phase.at === 'answered' ? ['', ...strongLines(parts, form.answer, width)] : [] };
    case 'text':
      return { lines: phase.at === 'answered' ? typedLines(parts, form, phase, width) : [] };
    case 'choice':
      return phase.at === 'asking'
        ? askOptions(parts, form, phase.draft, width)
        : { lines: markOptions(parts, form, phase, width) };
    case 'order':
    case 'match':
      return phase.at === 'asking'
        ? askItems(parts, form, phase.draft, width)
        : { lines: markItems(parts, form, phase, width) };
  }
}

const strongLines = ({ theme, markdown }: Parts, text: string, width: number) =>
  markdown()(text, width).map((line) => (theme.colors ? theme.accent(line) : line));

function askOptions(
  { theme, markdown }: Parts,
  form: Extract<Form, { form: 'choice' }>,
  draft: Draft,
  width: number,
): AnswerLines {
  const many = form.choose > 1;
  const lines: string[] = many ? ['', theme.strong(`Choose ${form.choose}.`)] : [];
  let focus: { readonly focus: number; readonly focusEnd: number } | undefined;
  form.options.forEach((option, index) => {
    lines.push('');
    const pointer =
      index === draft.pointer ? theme.accent(theme.signs.pointer) : ' '.repeat(theme.signs.pointer.length);
    const picked = draft.picked.includes(index);
    const sign = picked ? theme.accent(theme.signs.chosen) : theme.dim(theme.signs.open);
    const lead = `${pointer} ${sign} ${theme.strong(letterOf(index))}. `;
    const leadWidth = theme.signs.pointer.length + theme.signs.open.length + 5;
    const text = markdown()(option.text, width - leadWidth);
    if (index === draft.pointer) focus = { focus: lines.length, focusEnd: lines.length + text.length - 1 };
    lines.push(...withLead(lead, text));
  });
  return { lines, ...focus };
}

function markOptions(
  { theme, markdown }: Parts,
  form: Extract<Form, { form: 'choice' }>,
  phase: Phase,
  width: number,
): string[] {
  const { signs } = theme;
  const given = phase.at === 'answered' && Array.isArray(phase.answer) ? (phase.answer as number[]) : [];
  const lines = verdictLines(theme, phase);
  form.options.forEach((option, index) => {
    const picked = given.includes(index);
    const [sign, paint] = option.correct
      ? [picked ? signs.right : signs.missed, theme.good]
      : picked
        ? [signs.wrong, theme.bad]
        : [' ', theme.dim];
    const state = option.correct ? (picked ? '' : ' (right answer)') : picked ? ' (your answer)' : '';
    const lead = `${paint(sign)} ${theme.strong(letterOf(index))}. `;
    const text = markdown()(option.text + state, width - 5);
    lines.push(
      '',
      ...withLead(
        lead,
        text.map((line) => (option.correct || picked ? paint(line) : line)),
      ),
    );
    if (option.why !== undefined)
      lines.push(
        ...withLead(
          '     ',
          markdown()(option.why, width - 5).map((line) => theme.dim(line)),
        ),
      );
  });
  return lines;
}

function verdictLines(theme: Theme, phase: Phase): string[] {
  if (phase.at !== 'answered' || phase.verdict === undefined) return [];
  const { correct, right, of } = phase.verdict;
  if (correct) return ['', theme.good(`${theme.signs.right} Right.`)];
  const words = of > 1 ? `Not quite: ${right} of ${of}.` : 'Wrong.';
  return ['', theme.bad(`${theme.signs.wrong} ${words}`)];
}

function typedLines(
  { theme }: Parts,
  form: Extract<Form, { form: 'text' }>,
  phase: Phase,
  width: number,
): string[] {
  const labelled = (label: string, text: string) =>
    withLead(`${theme.dim(label)} `, wrapLines(text, width - label.length - 1));
  if (phase.at !== 'answered') return [];
  const typed = typeof phase.answer === 'string' ? phase.answer.trim() : '';
  const expected = expectedText(form);
  const lines = verdictLines(theme, phase);
  if (phase.verdict?.correct === true) return [...lines, '', ...wrapLines(theme.accent(expected), width)];
  lines.push('', ...labelled('expected ', theme.accent(expected)));
  if (typed === '') return lines;
  const marks = {
    same: (text: string) => text,
    missing: () => '',
    extra: (text: string) => theme.bad(theme.colors ? text : `[${text}]`),
  };
  const diff = differenceOf(typed, expected).map(({ kind, text }) => marks[kind](text));
  return [...lines, ...labelled('you typed', diff.join(''))];
}

type Arranged = Extract<Form, { form: 'order' | 'match' }>;

/** Places to fill on top, items to take below; a placed item shows its place. */
function askItems({ theme, markdown }: Parts, form: Arranged, draft: Draft, width: number): AnswerLines {
  const items = form.form === 'order' ? form.items : form.rights;
  const lines: string[] = [''];
  const places = form.form === 'order' ? form.items.map((_, place) => String(place + 1)) : form.lefts;
  const oneLine = (text: string, room: number) =>
    shorten(safeLine(text.replace(/[`*]/g, '')), Math.max(8, room), theme.signs.ellipsis);
  const arrowRoom = 4 + theme.signs.arrow.length + theme.signs.ellipsis.length;
  places.forEach((place, index) => {
    const filled = draft.picked[index];
    const isNext = index === draft.picked.length;
    const mark = isNext ? theme.accent(theme.signs.pointer) : ' ';
    const before =
      form.form === 'order'
        ? `${place}. `
        : `${oneLine(place, filled === undefined ? width - arrowRoom : width / 2)} ${theme.signs.arrow} `;
    // One line a place: the whole text stands in the list below.
    const room = width - widthOf(before) - 5;
    const value =
      filled === undefined ? '' : `${theme.strong(letterOf(filled))}. ${oneLine(items[filled] ?? '', room)}`;
    lines.push(`${mark} ${before}${filled === undefined && isNext ? theme.signs.ellipsis : value}`.trimEnd());
  });
  lines.push('');
  let focus: { readonly focus: number; readonly focusEnd: number } | undefined;
  items.forEach((item, index) => {
    const pointer =
      index === draft.pointer ? theme.accent(theme.signs.pointer) : ' '.repeat(theme.signs.pointer.length);
    const placed = draft.picked.includes(index);
    const lead = `${pointer} ${theme.strong(letterOf(index))}. `;
    const text = markdown()(item, width - 6);
    if (index === draft.pointer) focus = { focus: lines.length, focusEnd: lines.length + text.length - 1 };
    lines.push(...withLead(lead, placed ? text.map((line) => theme.dim(line)) : text));
  });
  return { lines, ...focus };
}

function markItems({ theme, markdown }: Parts, form: Arranged, phase: Phase, width: number): string[] {
  const given = phase.at === 'answered' && Array.isArray(phase.answer) ? (phase.answer as number[]) : [];
  const items = form.form === 'order' ? form.items : form.rights;
  const lines = [...verdictLines(theme, phase), ''];
  form.solution.forEach((solution, place) => {
    const right = given[place] === solution;
    const lead = right ? theme.good(`${theme.signs.right} `) : theme.bad(`${theme.signs.wrong} `);
    const item = items[solution] ?? '';
    if (form.form === 'order') lines.push(...withLead(`${lead}${place + 1}. `, markdown()(item, width - 5)));
    else
      lines.push(
        ...withLead(lead, markdown()(`${form.lefts[place] ?? ''} ${theme.signs.arrow} ${item}`, width - 2)),
      );
    const instead = given[place];
    if (!right && instead !== undefined) {
      lines.push(
        ...withLead(
          theme.dim('   not '),
          markdown()(items[instead] ?? '', width - 7).map((line) => theme.dim(line)),
        ),
      );
    }
  });
  return lines;
}
