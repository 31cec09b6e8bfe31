import type { AttemptRow, Trend } from '../../study/exam-history.ts';
import type { AttemptStatus } from '../../study/exam-status.ts';
import { standingOf, timeWords } from '../exam/exam-words.ts';
import type { Theme } from '../theme.ts';
import { wrapLines } from '../wrap.ts';

export interface HistoryFacts {
  readonly rows: readonly AttemptRow[];
  readonly trends: readonly Trend[];
  readonly columns: number;
  /** Minutes from local time to UTC. */
  readonly offsetMinutes: number;
}

const percent = (share: number) => `${Math.round(share * 1000) / 10}%`;

const open: Readonly<Record<Exclude<AttemptStatus, 'finished'>, (number: number) => string>> = {
  unfinished: (number) => `not finished; "aws-study exam ${number} --resume" goes on`,
  expired: (number) => `time is up; "aws-study exam ${number} --resume" scores it`,
  open: () => 'open in another terminal',
};

/** Oldest first, so that the latest stands above the prompt; `exam review` takes the numbers. */
export function examHistoryView(
  theme: Theme,
  { rows, trends, columns, offsetMinutes }: HistoryFacts,
): string {
  if (rows.length === 0) return 'No attempt yet: take one with "aws-study exam".';
  const width = Math.min(columns, 100) - 1;
  const digits = String(rows.at(-1)?.number).length;
  const lines = rows.flatMap((row) => {
    const { attempt } = row;
    const when = new Date(attempt.startedAtMs - offsetMinutes * 60_000).toISOString();
    const number = theme.strong(String(row.number).padStart(digits));
    const mode = attempt.mode === 'timed' ? '' : ` ${attempt.mode}`;
    const head = `${number} ${when.slice(0, 10)} ${when.slice(11, 16)} ${theme.strong(attempt.paper.exam)}${mode}`;
    return wrapLines(`${head}  ${outcome(theme, row)}`, width).map((line, part) =>
      part === 0 ? line : `  ${line}`,
    );
  });
  return [...lines, ...trends.flatMap((trend) => ['', ...trendLines(theme, trend, width)])].join('\n');
}

function outcome(theme: Theme, { attempt, number, status, result, unseen }: AttemptRow): string {
  const total = attempt.paper.items.length;
  if (status !== 'finished' || result === undefined) {
    const words = status === 'finished' ? 'finished' : open[status](number);
    return `${standingOf(attempt).answered} of ${total} answered, ${words}`;
  }
  const { raw, estimate, milliseconds } = result;
  const verdict = estimate.passed
    ? theme.good(`${theme.signs.right} pass (estimate)`)
    : theme.bad(`${theme.signs.wrong} no pass (estimate)`);
  return `${raw.correct} of ${total} (${percent(raw.share)}), about ${estimate.scaled} ${verdict}, ${timeWords(milliseconds)}, ${unseen} new`;
}

function trendLines(theme: Theme, { exam, shares, changePerAttempt, ready }: Trend, width: number): string[] {
  const last = shares.slice(-8).map(percent);
  const points = changePerAttempt === null ? 0 : Math.round(changePerAttempt * 1000) / 10;
  const change =
    changePerAttempt === null
      ? 'Two attempts of 20 questions or more make a trend.'
      : points === 0
        ? 'No change from one attempt to the next.'
        : `${points > 0 ? 'Up' : 'Down'} ${Math.abs(points)} points from one attempt to the next.`;
  const advice = ready
    ? 'Two unseen mock exams at 80% or more: you are ready.'
    : 'Ready means 80% or more in two timed mock exams of unseen questions.';
  const line = last.length === 0 ? 'none yet.' : last.join(` ${theme.signs.arrow} `);
  return [`${theme.strong(`Trend ${exam}`)}: ${line}`, change, theme.dim(advice)].flatMap((text) =>
    wrapLines(text, width),
  );
}
