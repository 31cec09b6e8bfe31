import { closedServicesIn } from '../stale-terms.ts';
import { eachCard } from './card-rule.ts';

export const closedServiceKey = eachCard(
  'closed-service-key',
  'error',
  'No right answer asks for a service that has ended or takes no new customers.',
  (card, say) => {
    const keys: [path: (string | number)[], text: string][] =
      card.kind === 'choice'
        ? card.options.flatMap((option, index): [(string | number)[], string][] =>
            option.correct === true ? [[['options', index, 'text'], option.text]] : [],
          )
        : card.kind === 'text'
          ? (card.accept ?? []).map((text, index) => [['accept', index], text])
          : [];
    for (const [path, text] of keys)
      for (const { found, term } of closedServicesIn(text))
        say(
          path,
          `the right answer uses ${found}: ${term.message}`,
          'Ask for what has taken its place, or tell in the question that it is about the past.',
        );
  },
);
