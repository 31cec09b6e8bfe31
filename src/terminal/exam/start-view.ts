import type { PlannedPaper } from '../../study/exam-paper.ts';
import type { Frame, Size } from '../frame.ts';
import { headOf, indented, keyLines, textWidth } from '../layout.ts';
import type { Theme } from '../theme.ts';
import { plural } from '../words.ts';
import { wrapLines } from '../wrap.ts';

/** A paper that is drawn and not begun. */
export interface StartFacts {
  readonly planned: PlannedPaper;
  /** What to know about the exam and the paper, a sentence each: dates, too few questions. */
  readonly notes: readonly string[];
  /** The command that goes on with an exam that was left. */
  readonly goOn: string;
}

/** What is ahead, a paragraph each: the paper, what counts, when answers are shown, the clock. */
export function startWords({ planned, notes, goOn }: StartFacts): string[] {
  return [sizeWords(planned), countWords(planned), answerWords(planned), clockWords(planned, goOn), ...notes];
}

function sizeWords({ blueprint, paper, minutes, extraMinutes, unseen }: PlannedPaper): string {
  const { length } = paper.items;
  const extra = extraMinutes === 0 ? '' : ` (${extraMinutes} of them extra time)`;
  const time = minutes === null ? 'without a clock' : `in ${plural(minutes, 'minute')}${extra}`;
  const drawn = blueprint.domains.filter(({ id }) => paper.items.some(({ domainId }) => domainId === id));
  const only =
    drawn.length === blueprint.domains.length ? '' : ` From ${drawn.map(({ title }) => title).join(', ')}.`;
  const met = length - unseen;
  const again = met === 0 ? '' : ` You have met ${met === length ? 'all' : met} of them before.`;
  return `${blueprint.title}: ${plural(length, 'question')} ${time}.${only}${again}`;
}

function countWords({ paper }: PlannedPaper): string {
  const { length } = paper.items;
  const scored = paper.items.filter((item) => item.scored).length;
  const count =
    scored === length
      ? `${length === 1 ? 'It counts' : 'All of them count'}.`
      : `${scored} of them ${scored === 1 ? 'counts' : 'count'}; ${length - scored} ${length - scored === 1 ? 'is an unscored trial' : 'are unscored trials'}, and nothing tells which.`;
  return `${count} What is unanswered counts as wrong, so a guess costs nothing.`;
}

const answerWords = ({ mode }: PlannedPaper): string =>
  mode === 'practice'
    ? 'The answer and why can be seen after each question; then that answer stands.'
    : 'No answer is shown before the end.';

function clockWords({ mode, minutes }: PlannedPaper, goOn: string): string {
  const resume = `"${goOn}" goes on with every answer and flag`;
  if (minutes === null) return `You can leave at any time: ${resume}.`;
  if (mode === 'practice')
    return `The clock starts when you begin. It waits while the practice is paused or closed: ${resume}.`;
  return `The clock starts when you begin, and runs on when the program is closed: ${resume}. When the time is up, what is chosen is scored.`;
}

const screenKeys = (isPractice: boolean): string =>
  `Letters choose an option, n and p go on and back, f flags, g goes to a number, r reviews, ${isPractice ? 'enter checks, ' : ''}x ends, q leaves. ? lists all keys at any time.`;

const plainKeys = (isPractice: boolean): string =>
  `Letters answer; next, prev, goto 12, flag, review, ${isPractice ? 'check, pause, ' : ''}end and quit do what they say; help lists them.`;

/** The page before the clock. */
export function startFrame(theme: Theme, facts: StartFacts, size: Size): Frame {
  const { blueprint, mode, paper } = facts.planned;
  const { code } = blueprint;
  const isPractice = mode === 'practice';
  const kind = isPractice ? 'practice' : 'mock exam';
  const { dot } = theme.signs;
  const lefts = [`${theme.strong(`${code} ${kind}`)} ${theme.dim(dot)} before you begin`, theme.strong(code)];
  const width = textWidth(size.columns);
  const paragraphs = [...startWords(facts), screenKeys(isPractice)];
  return {
    id: 'start',
    head: headOf(theme, lefts, plural(paper.items.length, 'question'), size.columns),
    body: indented(['', ...paragraphs.flatMap((text) => [...wrapLines(text, width), ''])]),
    foot: keyLines(
      theme,
      [
        ['enter', 'begin'],
        ['q', 'leave; nothing is saved yet'],
      ],
      size.columns,
    ),
  };
}

/** The same for a learner who reads line by line. */
export const plainStart = (facts: StartFacts, columns: number): string =>
  [...startWords(facts), plainKeys(facts.planned.mode === 'practice')]
    .flatMap((text) => wrapLines(text, Math.min(columns, 100)))
    .join('\n');
