import { keysOf } from '../../../domain/exam/exam-question.ts';
import { eachQuestion } from './question-rule.ts';

export const chooseCount = eachQuestion(
  'choose-count',
  'error',
  '`choose` equals the number of correct options.',
  (question, say) => {
    const keys = keysOf(question).length;
    if (keys === question.choose) return;
    say(
      ['choose'],
      `choose is ${question.choose}, but ${keys} ${keys === 1 ? 'option is' : 'options are'} marked correct.`,
      `Set choose to ${keys}, or mark other options.`,
    );
  },
);
