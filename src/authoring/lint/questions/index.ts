import type { QuestionBank } from '../../../domain/exam/exam-question.ts';
import { chooseCount } from './choose-count.ts';
import { closedServiceKey } from './closed-service-key.ts';
import { countWords } from './count-words.ts';
import { difficultySpread } from './difficulty-spread.ts';
import { keyPosition } from './key-position.ts';
import { linkedCards } from './linked-cards.ts';
import { longestKey } from './longest-key.ts';
import { multiResponseShare } from './multi-response-share.ts';
import { nearDuplicateStem } from './near-duplicate-stem.ts';
import { optionCount } from './option-count.ts';
import { optionWhy } from './option-why.ts';
import { positionalWords } from './positional-words.ts';
import { questionAsOf } from './question-as-of.ts';
import { questionId } from './question-id.ts';
import type { QuestionFinding, QuestionLintContext, QuestionRule } from './question-rule.ts';
import { questionSource } from './question-source.ts';
import { questionTask } from './question-task.ts';
import { staleTerm } from './stale-term.ts';
import { taskCoverage } from './task-coverage.ts';

/** Every rule for question banks. A new rule is a file and a line here. */
export const questionRules: readonly QuestionRule[] = [
  questionId,
  questionTask,
  taskCoverage,
  chooseCount,
  optionCount,
  optionWhy,
  countWords,
  positionalWords,
  longestKey,
  keyPosition,
  multiResponseShare,
  difficultySpread,
  nearDuplicateStem,
  questionSource,
  questionAsOf,
  staleTerm,
  closedServiceKey,
  linkedCards,
];

/** All findings of all rules at once. */
export function lintQuestions(bank: QuestionBank, context: QuestionLintContext): QuestionFinding[] {
  return questionRules.flatMap((rule) => rule.check(bank, context));
}
