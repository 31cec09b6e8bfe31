import { closedServicesIn } from '../stale-terms.ts';
import { eachQuestion } from './question-rule.ts';

export const closedServiceKey = eachQuestion(
  'closed-service-key',
  'error',
  'No key asks for a service that has ended or takes no new customers.',
  (question, say) => {
    for (const [index, option] of question.options.entries()) {
      if (!option.correct) continue;
      for (const { found, term } of closedServicesIn(option.text)) {
        say(
          ['options', index, 'text'],
          `The key uses ${found}. ${term.message}`,
          'Ask for what has taken its place.',
        );
      }
    }
  },
);
