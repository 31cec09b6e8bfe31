import { staleTermsIn } from '../stale-terms.ts';
import { eachCard, textsOf } from './card-rule.ts';

export const staleTerm = eachCard(
  'stale-term',
  'warning',
  'No outdated name or claim outside an exam note or a distractor.',
  (card, say) => {
    for (const [path, text] of textsOf(card)) {
      const [field, option, part] = path;
      if (field === 'examNote') continue;
      const isDistractor =
        card.kind === 'choice' && part === 'text' && card.options[Number(option)]?.correct !== true;
      for (const { found, term } of staleTermsIn(text)) {
        if (isDistractor && term.kind === 'claim') continue;
        say(
          path,
          `"${found}" is outdated: ${term.message}`,
          'State the current fact; the old one may go into examNote.',
        );
      }
    }
  },
);
