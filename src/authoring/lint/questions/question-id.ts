import { familyOf } from '../../../domain/exam/exam-code.ts';
import { longestSlug, slugPattern } from '../../../domain/ids.ts';
import type { QuestionFinding, QuestionRule } from './question-rule.ts';

const name = 'question-id';

export const questionId: QuestionRule = {
  name,
  summary: 'Ids are unique, lower-kebab, and start with the family of the exam.',
  check: ({ questions }) => {
    const findings: QuestionFinding[] = [];
    const seen = new Set<string>();
    for (const [index, { id, tasks }] of questions.entries()) {
      const say = (message: string, hint: string) =>
        findings.push({
          rule: name,
          severity: 'error',
          questionId: id,
          path: ['questions', index, 'id'],
          message,
          hint,
        });
      const families = [...new Set(Object.keys(tasks).map(familyOf))];
      if (!slugPattern.test(id) || id.length > longestSlug) {
        say(`"${id}" is not a well-formed id.`, 'Use lower-case letters, digits and single hyphens.');
      } else if (families.length > 0 && !families.some((family) => id.startsWith(`${family}-`))) {
        say(`The id "${id}" does not start with its family.`, `Begin it with "${families[0]}-".`);
      }
      if (seen.has(id)) say(`The id "${id}" is used twice.`, 'Give this question an id of its own.');
      seen.add(id);
    }
    return findings;
  },
};
