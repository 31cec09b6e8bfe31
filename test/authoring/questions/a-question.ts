import { questionRules } from '../../../src/authoring/lint/questions/index.ts';
import type { QuestionLintContext } from '../../../src/authoring/lint/questions/question-rule.ts';
import type { ExamOption, ExamQuestion } from '../../../src/domain/exam/exam-question.ts';
import { exam } from '../../domain/exam/an-exam.ts';

export const context: QuestionLintContext = {
  today: '2026-11-20',
  blueprints: [exam('DVA-C02'), exam('DVA-C03'), exam('SAA-C03')],
  knownCardIds: new Set(['lambda-async-retries', 'lambda-destinations']),
};

export const options: readonly ExamOption[] = [
  {
    text: 'Configure an on-failure destination.',
    correct: true,
    why: 'It receives the whole invocation record.',
  },
  {
    text: 'Add a retry loop to the handler of the function.',
    correct: false,
    why: 'A crash ends the loop as well.',
  },
  {
    text: 'Raise the reserved concurrency of the function.',
    correct: false,
    why: 'It does not keep failed events.',
  },
  { text: 'Lower the memory of the function to 128 MB.', correct: false, why: 'Less memory keeps nothing.' },
];

export const good: ExamQuestion = {
  id: 'dva-lambda-async-failure-01',
  tasks: { 'dva-c02': '1.2', 'dva-c03': '1.2' },
  stem: 'An asynchronous function fails at times. What should the developer do to keep the failed events?',
  choose: 1,
  options,
  explanation: 'A destination holds the invocation record, a dead-letter queue only the event.',
  cards: ['lambda-async-retries'],
  sources: ['https://docs.aws.amazon.com/lambda/latest/dg/invocation-async.html'],
  asOf: '2026-11-20',
  difficulty: 2,
};

export const extra: ExamOption = {
  text: 'Send events to an SQS queue first.',
  correct: true,
  why: 'The queue keeps them.',
};
export const goodDouble: ExamQuestion = {
  ...good,
  choose: 2,
  options: [...options, extra],
  stem: `${good.stem} (Select TWO.)`,
};

export function check(
  rule: string,
  questions: readonly ExamQuestion[],
  more: Partial<QuestionLintContext> = {},
) {
  const found = questionRules.find((one) => one.name === rule);
  if (found === undefined) throw new Error(`no rule ${rule}`);
  return found.check({ questions }, { ...context, ...more });
}

/** Where a rule about single questions finds something, as `0.options.1: message`. */
export function places(rule: string, ...questions: ExamQuestion[]): string[] {
  return check(rule, questions).map((one) => `${one.path.slice(1).join('.')}: ${one.message}`);
}

export const withOption = (index: number, change: Partial<ExamOption>): ExamQuestion => ({
  ...good,
  options: options.map((option, at) => (at === index ? { ...option, ...change } : option)),
});
