import { isRight } from '../../domain/exam/answering.ts';
import type { AskedQuestion } from '../../study/exam-session.ts';
import { withLead } from '../layout.ts';
import type { Markdown } from '../markdown.ts';
import type { Theme } from '../theme.ts';
import { letterOf, sourceLabel } from '../words.ts';
import { shorten, spread, wrapLines } from '../wrap.ts';
import { chooseWords } from './exam-words.ts';

export interface TextParts {
  readonly theme: Theme;
  /** Asked at every use: the whole renderer may come after the first question. */
  readonly markdown: () => Markdown;
}

export const goneWords = 'This question is no longer in the bank: its text cannot be shown.';
const edited = 'This question was edited after this paper was drawn.';

export function stemLines({ theme, markdown }: TextParts, asked: AskedQuestion, width: number): string[] {
  const { question, changed, item } = asked;
  if (question === undefined) return wrapLines(theme.warn(goneWords), width);
  const note = changed ? ['', ...wrapLines(theme.warn(edited), width)] : [];
  const choose = item.choose > 1 ? ['', theme.strong(chooseWords(item.choose))] : [];
  return [...markdown()(question.stem, width), ...note, ...choose];
}

export interface OptionLines {
  readonly lines: readonly string[];
  /** First and last line of the option under the pointer. */
  readonly focus?: number;
  readonly focusEnd?: number;
}

/** Options to choose from; nothing tells which are right. */
export function openOptions(
  { theme, markdown }: TextParts,
  { question, item }: AskedQuestion,
  choices: readonly number[],
  pointer: number | undefined,
  width: number,
): OptionLines {
  const { signs } = theme;
  const lines: string[] = [];
  let focus: [number, number] | undefined;
  item.order.forEach((option, place) => {
    lines.push('');
    const from = lines.length;
    const here = place === pointer;
    const point = here ? theme.accent(signs.pointer) : ' '.repeat(signs.pointer.length);
    const sign = choices.includes(option) ? theme.accent(signs.chosen) : theme.dim(signs.open);
    const lead = `${point} ${sign} ${theme.strong(letterOf(place))}. `;
    const room = width - signs.pointer.length - signs.open.length - 5;
    lines.push(...withLead(lead, markdown()(question?.options[option]?.text ?? '?', room)));
    if (here) focus = [from, lines.length - 1];
  });
  return focus === undefined ? { lines } : { lines, focus: focus[0], focusEnd: focus[1] };
}

/** Options after the end: which are right, which were chosen, and why. */
export function markedOptions(
  { theme, markdown }: TextParts,
  { question, item }: AskedQuestion,
  choices: readonly number[],
  width: number,
): string[] {
  const { signs } = theme;
  const lines = ['', verdictLine(theme, isRight(item, choices), choices.length)];
  item.order.forEach((option, place) => {
    const [isKey, chosen] = [item.keys.includes(option), choices.includes(option)];
    const [sign, paint] = isKey
      ? [chosen ? signs.right : signs.missed, theme.good]
      : chosen
        ? [signs.wrong, theme.bad]
        : [' ', theme.dim];
    const state = isKey
      ? chosen
        ? ' (your answer, right)'
        : ' (right answer)'
      : chosen
        ? ' (your answer)'
        : '';
    const lead = `${paint(sign)} ${theme.strong(letterOf(place))}. `;
    const text = markdown()(`${question?.options[option]?.text ?? '?'}${state}`, width - 5);
    lines.push('', ...withLead(lead, isKey || chosen ? text.map((line) => paint(line)) : text));
    const why = question?.options[option]?.why ?? '';
    if (why !== '')
      lines.push(...withLead('     ', markdown()(why, width - 5)).map((line) => theme.dim(line)));
  });
  return lines;
}

/** practice: what was right and why, with the verdict and the first option in sight. */
export function revealedOptions(
  parts: TextParts,
  asked: AskedQuestion,
  choices: readonly number[],
  width: number,
): OptionLines {
  const lines = [...markedOptions(parts, asked, choices, width), ...teachingLines(parts, asked, width)];
  return { lines, focus: 1, focusEnd: 6 };
}

function verdictLine({ good, bad, signs }: Theme, right: boolean, chosen: number): string {
  if (right) return good(`${signs.right} Right.`);
  return bad(`${signs.wrong} ${chosen === 0 ? 'Not answered.' : 'Wrong.'}`);
}

/** Explanation, exam note, sources: what is read after the answer. */
export function teachingLines(
  { theme, markdown }: TextParts,
  { question }: AskedQuestion,
  width: number,
): string[] {
  if (question === undefined) return [];
  const { explanation, examNote, sources, asOf } = question;
  const lines = ['', ...markdown()(explanation, width)];
  if (examNote !== undefined) lines.push('', ...markdown()(`**In the exam:** ${examNote}`, width));
  const checked = `checked ${asOf}`;
  sources.forEach((source, index) => {
    if (index === 0) lines.push('');
    const label = shorten(sourceLabel(source), width, theme.signs.ellipsis);
    lines.push(theme.dim(index === 0 && width >= 60 ? spread(label, checked, width) : label));
  });
  if (width < 60) lines.push(theme.dim(checked));
  return lines;
}
