import { eachQuestion } from './question-rule.ts';

export const optionCount = eachQuestion(
  'option-count',
  'error',
  'Four options for one key; five or six for several; no two alike.',
  ({ choose, options }, say) => {
    const count = options.length;
    if (choose === 1 && count !== 4) {
      say(['options'], `A question with one key has 4 options, not ${count}.`, 'Write four options.');
    }
    if (choose > 1 && (count < 5 || count > 6)) {
      say(
        ['options'],
        `A question with ${choose} keys has 5 or 6 options, not ${count}.`,
        'Write five or six options.',
      );
    }
    const seen = new Set<string>();
    for (const [index, { text }] of options.entries()) {
      // Signs make the difference in code, and none in words.
      const plain = text
        .toLowerCase()
        .replace(/(`[^`]*`)|[^a-z0-9`]+/g, (_, code?: string) => code ?? ' ')
        .trim();
      if (seen.has(plain)) {
        say(
          ['options', index, 'text'],
          'Another option of this question says the same.',
          'Write a different option.',
        );
      }
      seen.add(plain);
    }
  },
);
