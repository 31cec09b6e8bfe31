import { yearBefore } from '../year-before.ts';
import { eachQuestion } from './question-rule.ts';

export const questionAsOf = eachQuestion(
  'question-as-of',
  'warning',
  'Facts were checked within the last year.',
  ({ asOf }, say, { today }) => {
    if (asOf > today)
      say(['asOf'], `asOf ${asOf} is in the future.`, 'Write the day the facts were last checked.');
    else if (asOf < yearBefore(today)) {
      say(
        ['asOf'],
        `The facts were last checked on ${asOf}, over a year ago.`,
        'Check the sources, then set asOf.',
      );
    }
  },
);
