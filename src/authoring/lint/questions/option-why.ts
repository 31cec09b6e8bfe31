import { eachQuestion } from './question-rule.ts';

export const optionWhy = eachQuestion(
  'option-why',
  'error',
  'Every option says why it is right or wrong.',
  (question, say) => {
    for (const [index, option] of question.options.entries()) {
      if (option.why.trim() !== '') continue;
      const kind = option.correct ? 'key' : 'distractor';
      say(
        ['options', index],
        `This ${kind} has no why.`,
        `Add a why: what makes it ${option.correct ? 'right' : 'wrong'} here.`,
      );
    }
  },
);
