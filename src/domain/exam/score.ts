import { type ChangedAnswers, changedAnswers } from './answer-changes.ts';
import { completeness, isRight } from './answering.ts';
import type { Attempt } from './attempt.ts';
import type { Blueprint } from './blueprint.ts';
import { cutShare, estimateScore, passLikelihood, type ScaledEstimate } from './estimate.ts';
import type { PaperItem } from './paper.ts';

export interface Tally {
  readonly correct: number;
  readonly questions: number;
  /** correct / questions; 0 for no questions. */
  readonly share: number;
}

/** As on AWS's score report: meets competencies, needs improvement. none: no question was asked. */
export type Verdict = 'meets' | 'needs' | 'none';

export interface SectionResult extends Tally {
  readonly id: string;
  readonly title: string;
  readonly verdict: Verdict;
  readonly milliseconds: number;
}

export interface TaskResult extends SectionResult {
  readonly domainId: string;
}

export interface QuestionResult {
  /** Index in the paper. */
  readonly question: number;
  readonly questionId: string;
  readonly domainId: string;
  readonly taskId: string;
  readonly right: boolean;
  readonly completeness: 'unanswered' | 'incomplete' | 'answered';
  readonly flagged: boolean;
  readonly scored: boolean;
  readonly milliseconds: number;
}

export interface ExamResult {
  readonly attemptId: string;
  readonly exam: string;
  /** All questions, trials too. */
  readonly raw: Tally;
  /** The questions that count: the estimate comes from them. All of them, unless the paper marks trials. */
  readonly scored: Tally;
  readonly unscored: Tally;
  readonly unanswered: number;
  readonly estimate: ScaledEstimate;
  /** Probability, 0-1, to pass the real exam if the share of right answers shows the learner's true skill. */
  readonly passLikelihood: number;
  /** Over all questions, trials too. */
  readonly domains: readonly SectionResult[];
  readonly tasks: readonly TaskResult[];
  readonly milliseconds: number;
  readonly millisecondsPerQuestion: number;
  /** The five that took longest, slowest first. */
  readonly slowest: readonly QuestionResult[];
  readonly changed: ChangedAnswers;
  readonly questions: readonly QuestionResult[];
  readonly missed: readonly MissedQuestion[];
  /** Cards linked to missed questions, each once. */
  readonly cardsToStudy: readonly string[];
}

export interface MissedQuestion {
  readonly question: number;
  readonly questionId: string;
  readonly cards: readonly string[];
}

const slowestShown = 5;

/**
 * The result of an attempt as it stands: what is unanswered is wrong, several answers score all or nothing. Domains and
 * tasks are those of the blueprint that were asked.
 *
 * @param linkedCards cards to study after a missed question, by question id
 */
export function scoreAttempt(
  attempt: Attempt,
  blueprint: Blueprint,
  linkedCards: (questionId: string) => readonly string[] = () => [],
): ExamResult {
  const questions = attempt.paper.items.map((item, index) => questionResult(attempt, item, index));
  const scored = tally(questions.filter((one) => one.scored));
  const missed = questions
    .filter((one) => !one.right)
    .map(({ question, questionId }) => ({ question, questionId, cards: linkedCards(questionId) }));
  const milliseconds = questions.reduce((sum, one) => sum + one.milliseconds, 0);
  return {
    attemptId: attempt.attemptId,
    exam: attempt.paper.exam,
    raw: tally(questions),
    scored,
    unscored: tally(questions.filter((one) => !one.scored)),
    unanswered: questions.filter((one) => one.completeness !== 'answered').length,
    estimate: estimateScore(scored.share, scored.questions, blueprint),
    passLikelihood: passLikelihood(scored.share, blueprint.scored),
    ...sections(blueprint, questions),
    milliseconds,
    millisecondsPerQuestion: questions.length === 0 ? 0 : Math.round(milliseconds / questions.length),
    slowest: questions
      .filter((one) => one.milliseconds > 0)
      .sort((a, b) => b.milliseconds - a.milliseconds)
      .slice(0, slowestShown),
    changed: changedAnswers(attempt),
    questions,
    missed,
    cardsToStudy: [...new Set(missed.flatMap((one) => one.cards))],
  };
}

function questionResult(attempt: Attempt, item: PaperItem, question: number): QuestionResult {
  const choices = attempt.answers[question] ?? [];
  return {
    question,
    questionId: item.questionId,
    domainId: item.domainId,
    taskId: item.taskId,
    right: isRight(item, choices),
    completeness: completeness(item, choices),
    flagged: attempt.flags[question] ?? false,
    scored: item.scored,
    milliseconds: attempt.milliseconds[question] ?? 0,
  };
}

function sections(blueprint: Blueprint, questions: readonly QuestionResult[]) {
  const asked = blueprint.domains.filter((domain) => questions.some((one) => one.domainId === domain.id));
  const domains = asked.map(({ id, title }): SectionResult => section(id, title, ofDomain(id)));
  const tasks = asked.flatMap((domain) =>
    domain.tasks.map(({ id, title }): TaskResult => {
      const inTask = ofDomain(domain.id).filter((one) => one.taskId === id);
      return { domainId: domain.id, ...section(id, title, inTask) };
    }),
  );
  return { domains, tasks };

  function ofDomain(id: string) {
    return questions.filter((one) => one.domainId === id);
  }
}

function section(id: string, title: string, questions: readonly QuestionResult[]): SectionResult {
  const counted = tally(questions);
  const verdict = counted.questions === 0 ? 'none' : counted.share >= cutShare ? 'meets' : 'needs';
  const milliseconds = questions.reduce((sum, one) => sum + one.milliseconds, 0);
  return { id, title, ...counted, verdict, milliseconds };
}

function tally(questions: readonly QuestionResult[]): Tally {
  const correct = questions.filter((one) => one.right).length;
  return {
    correct,
    questions: questions.length,
    share: questions.length === 0 ? 0 : correct / questions.length,
  };
}
