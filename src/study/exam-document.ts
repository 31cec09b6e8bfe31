import type { ScaledEstimate } from '../domain/exam/estimate.ts';
import type { ExamResult, SectionResult, Tally } from '../domain/exam/score.ts';
import type { AttemptRow } from './exam-history.ts';

const isoTime = (ms: number) => new Date(ms).toISOString();
const rounded = (share: number) => Math.round(share * 1e4) / 1e4;
const tally = ({ correct, questions, share }: Tally) => ({ correct, questions, share: rounded(share) });
const section = (one: SectionResult) => ({
  id: one.id,
  title: one.title,
  ...tally(one),
  verdict: one.verdict,
  seconds: Math.round(one.milliseconds / 1000),
});

/** Never a bare score: whoever reads it in a script reads that it is an estimate. */
const estimateDocument = ({ scaled, low, high, pass, passed }: ScaledEstimate) => ({
  scaled,
  low,
  high,
  pass,
  passed,
  note: 'an estimate: AWS does not publish how raw scores map to the scale',
});

/** A result as `--json` prints it. Shares are 0-1, times in seconds. */
export function resultDocument(result: ExamResult) {
  const { estimate, changed } = result;
  return {
    raw: tally(result.raw),
    scored: tally(result.scored),
    unscored: tally(result.unscored),
    unanswered: result.unanswered,
    estimate: estimateDocument(estimate),
    passLikelihood: rounded(result.passLikelihood),
    domains: result.domains.map(section),
    tasks: result.tasks.map((one) => ({ domain: one.domainId, ...section(one) })),
    seconds: Math.round(result.milliseconds / 1000),
    secondsPerQuestion: Math.round(result.millisecondsPerQuestion / 1000),
    slowest: result.slowest.map((one) => ({
      number: one.question + 1,
      id: one.questionId,
      seconds: Math.round(one.milliseconds / 1000),
    })),
    changed,
  };
}

/** One attempt as `exam history --json` prints it. */
export function attemptDocument({ number, attempt, status, result, unseen }: AttemptRow) {
  return {
    number,
    attempt: attempt.attemptId,
    exam: attempt.paper.exam,
    mode: attempt.mode,
    status,
    startedAt: isoTime(attempt.startedAtMs),
    questions: attempt.paper.items.length,
    unseen,
    correct: result?.raw.correct ?? null,
    share: result === undefined ? null : rounded(result.raw.share),
    estimate: result === undefined ? null : estimateDocument(result.estimate),
    seconds: result === undefined ? null : Math.round(result.milliseconds / 1000),
  };
}
