import { staleTermsIn } from '../stale-terms.ts';
import { eachQuestion, textsOf } from './question-rule.ts';

/** A distractor may state a false limit, that is its office; but an old name would give it away. */
export const staleTerm = eachQuestion(
  'stale-term',
  'error',
  'No outdated name or claim.',
  (question, say) => {
    for (const [path, text] of textsOf(question)) {
      const [, option, field] = path;
      const isDistractor = field === 'text' && question.options[Number(option)]?.correct === false;
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
