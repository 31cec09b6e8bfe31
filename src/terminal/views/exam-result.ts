import type { Blueprint } from '../../domain/exam/blueprint.ts';
import type { ExamResult, SectionResult, Tally, Verdict } from '../../domain/exam/score.ts';
import { timeWords } from '../exam/exam-words.ts';
import { withLead } from '../layout.ts';
import type { Theme } from '../theme.ts';
import { plural } from '../words.ts';
import { padTo, widthOf, wrapLines } from '../wrap.ts';

export interface ResultFacts {
  readonly result: ExamResult;
  readonly blueprint: Blueprint;
  readonly mode: 'timed' | 'practice' | 'untimed';
  readonly by: 'learner' | 'clock';
  readonly columns: number;
  /** Cards put at the front of the quiz queue; absent: not said. */
  readonly boosted?: number;
  /** What to type next. */
  readonly commands: { readonly review: string; readonly quiz: string };
}

const percent = (share: number) => `${Math.round(share * 1000) / 10}%`;
const ofTotal = ({ correct, questions, share }: Tally) => `${correct} of ${questions} (${percent(share)})`;

const verdicts: Readonly<Record<Verdict, string>> = {
  meets: 'meets competencies',
  needs: 'needs improvement',
  none: 'not asked',
};

const widest = Math.max(...Object.values(verdicts).map(widthOf));

/** Fewer questions than this say little, and the result says so. */
const fewQuestions = 30;

/** The result as a learner reads it: what is known, then what is estimated, named as such. */
export function resultView(theme: Theme, facts: ResultFacts): string {
  const { result, blueprint, columns } = facts;
  const width = Math.min(columns, 100) - 1;
  const wrap = (text: string, by = 0) => wrapLines(text, width - by).map((line) => ' '.repeat(by) + line);
  return [
    ...wrap(headline(theme, facts)),
    '',
    ...wrap(`Right: ${theme.strong(ofTotal(result.raw))}`),
    ...trials(result).flatMap((line) => wrap(line)),
    ...estimate(theme, result, blueprint).flatMap((line) => wrap(line)),
    '',
    theme.strong('Domains'),
    ...sections(theme, result.domains, width),
    '',
    theme.strong('Tasks'),
    ...sections(
      theme,
      result.tasks.filter(({ verdict }) => verdict !== 'none'),
      width,
    ),
    '',
    ...pace(result).flatMap((line) => wrap(line)),
    '',
    ...next(theme, facts).flatMap((line) => wrap(line)),
  ].join('\n');
}

function headline(theme: Theme, { result, blueprint, mode, by }: ResultFacts): string {
  const kind = mode === 'practice' ? 'practice' : 'mock exam';
  const ended = by === 'clock' ? 'the time ran out, and what was chosen counts' : 'ended by you';
  const open = result.unanswered === 0 ? '' : `; ${result.unanswered} unanswered`;
  return `${theme.strong(`${blueprint.code} ${kind}`)}: ${plural(result.raw.questions, 'question')}, ${ended}${open}.`;
}

function trials({ scored, unscored }: ExamResult): string[] {
  if (unscored.questions === 0) return [];
  return [`Scored questions: ${ofTotal(scored)}. Unscored trials: ${ofTotal(unscored)}.`];
}

function estimate(theme: Theme, { estimate: one, passLikelihood, scored }: ExamResult, blueprint: Blueprint) {
  const { scaled, low, high, pass, passed, assumedCut } = one;
  const verdict = passed
    ? theme.good(`${theme.signs.right} pass (estimate)`)
    : theme.bad(`${theme.signs.wrong} no pass (estimate)`);
  const times = Math.round(passLikelihood * 100);
  const chance =
    times >= 100 ? 'almost always' : times <= 0 ? 'almost never' : `in about ${times} of 100 tries`;
  return [
    `Scaled score, estimated: ${theme.strong(`about ${scaled}`)} of ${blueprint.scale.to}, band ${low}-${high}; the pass mark is ${pass}: ${verdict}`,
    `If ${percent(scored.share)} is your true share of right answers, you pass the real exam ${chance}.`,
    theme.dim(
      `AWS does not publish how raw scores map to the scale: the estimate takes 72% right as ${pass}${assumedCut ? ', which for this exam is an assumption' : ''}.`,
    ),
    ...(scored.questions < fewQuestions
      ? [
          theme.dim(
            `${scored.questions === 1 ? 'One question says' : `${scored.questions} questions say`} little: the band is wide.`,
          ),
        ]
      : []),
  ];
}

function sections(theme: Theme, rows: readonly SectionResult[], width: number): string[] {
  return rows.flatMap(({ id, title, correct, questions, share, verdict }) => {
    const sign = verdict === 'meets' ? theme.good(theme.signs.right) : theme.bad(theme.signs.wrong);
    const words = verdict === 'meets' ? theme.good(verdicts[verdict]) : theme.bad(verdicts[verdict]);
    // As wide as the widest verdict: the columns before it stand below each other.
    const score = `${String(correct).padStart(2)} of ${String(questions).padStart(2)} ${padTo(`${Math.round(share * 100)}%`, 4)} ${sign} ${words}`;
    const room = width - widthOf(score) + widthOf(words) - widest - 5 - id.length;
    if (room >= 24) {
      const names = wrapLines(title, room);
      return names.map((name, index) =>
        index === 0 ? `  ${id} ${padTo(name, room)}  ${score}` : `  ${' '.repeat(id.length)} ${name}`,
      );
    }
    return [...withLead(`  ${id} `, wrapLines(title, width - id.length - 3)), `    ${score}`];
  });
}

function pace({ milliseconds, millisecondsPerQuestion, slowest, changed }: ExamResult): string[] {
  const slow = slowest
    .filter((one) => one.milliseconds >= 1000)
    .map((one) => `question ${one.question + 1} (${timeWords(one.milliseconds)})`);
  const { rightToWrong, wrongToRight, wrongToWrong } = changed;
  const lines = [`Time: ${timeWords(milliseconds)}, ${timeWords(millisecondsPerQuestion)} a question.`];
  if (slow.length > 0) lines.push(`Slowest: ${slow.join(', ')}.`);
  const changes = rightToWrong.length + wrongToRight.length + wrongToWrong.length;
  lines.push(
    changes === 0
      ? 'Changed answers: none.'
      : `Changed answers: ${rightToWrong.length} from right to wrong, ${wrongToRight.length} from wrong to right, ${wrongToWrong.length} from wrong to wrong.`,
  );
  return lines;
}

function next(theme: Theme, { result, boosted, commands }: ResultFacts): string[] {
  const lines = [`Every question with the why of its options: ${theme.accent(commands.review)}`];
  if (boosted === undefined) return lines;
  const missed = result.missed.length;
  if (missed === 0) return lines;
  if (boosted === 0) {
    return [...lines, `The decks have no cards (yet) for the ${plural(missed, 'question')} you missed.`];
  }
  return [
    `${theme.strong(plural(boosted, 'card'))} of the ${plural(missed, 'question')} you missed ${boosted === 1 ? 'is' : 'are'} now at the front of the quiz: go on with ${theme.accent(commands.quiz)}`,
    ...lines,
  ];
}
