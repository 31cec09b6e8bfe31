import { yearBefore } from '../year-before.ts';
import { eachCard } from './card-rule.ts';

export const cardAsOf = eachCard(
  'card-as-of',
  'warning',
  'Facts were checked within the last year; every shipped card says when.',
  ({ asOf }, say, { today, shipped }) => {
    if (asOf === undefined) {
      if (shipped)
        say([], 'the card does not say when its fact was checked', 'Add asOf with the day of the check.');
    } else if (asOf > today) {
      say(['asOf'], `asOf ${asOf} is in the future`, 'Write the day the fact was last checked.');
    } else if (asOf < yearBefore(today)) {
      say(
        ['asOf'],
        `the fact was last checked on ${asOf}, over a year ago`,
        'Check the source, then set asOf.',
      );
    }
  },
);
