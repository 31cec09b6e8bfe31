import { positionalText } from '../positional-text.ts';
import { eachQuestion, textsOf } from './question-rule.ts';

export const positionalWords = eachQuestion(
  'positional-words',
  'error',
  'No text speaks of where an option stands: options are shuffled.',
  (question, say) => {
    for (const [path, text] of textsOf(question)) {
      const found = positionalText(text);
      if (found === undefined) continue;
      say(
        path,
        `"${found}" speaks of a place, but options are shuffled.`,
        'Name what the option does instead.',
      );
    }
  },
);
