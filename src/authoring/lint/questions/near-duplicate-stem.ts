import { likeness, wordRuns } from '../likeness.ts';
import type { QuestionFinding, QuestionRule } from './question-rule.ts';

const name = 'near-duplicate-stem';

/** Share of common runs of three words from which two stems count as one; stock phrases alone stay far below. */
const tooAlike = 0.5;

export const nearDuplicateStem: QuestionRule = {
  name,
  summary: 'No two stems are the same or nearly so.',
  check: ({ questions }) => {
    const findings: QuestionFinding[] = [];
    const runs = questions.map((question) => wordRuns(question.stem));
    for (const [index, { id }] of questions.entries()) {
      const twin = runs.findIndex(
        (other, before) => before < index && likeness(other, runs[index]) >= tooAlike,
      );
      const earlier = questions[twin];
      if (earlier === undefined) continue;
      findings.push({
        rule: name,
        severity: 'error',
        questionId: id,
        path: ['questions', index, 'stem'],
        message: `The stem is nearly that of "${earlier.id}".`,
        hint: 'Ask something else, or drop one of the two.',
      });
    }
    return findings;
  },
};
