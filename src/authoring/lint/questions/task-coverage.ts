import { examKey } from '../../../domain/exam/exam-code.ts';
import type { QuestionFinding, QuestionRule } from './question-rule.ts';

const name = 'task-coverage';

export const taskCoverage: QuestionRule = {
  name,
  summary: 'Every task of an exam that a bank serves has a question.',
  check: ({ questions }, { blueprints, wholeBank }) => {
    if (wholeBank === false) return [];
    return blueprints.flatMap((blueprint): QuestionFinding[] => {
      const covered = new Set(questions.flatMap((question) => question.tasks[examKey(blueprint.code)] ?? []));
      if (covered.size === 0) return [];
      const missing = blueprint.domains
        .flatMap((domain) => domain.tasks)
        .filter((task) => !covered.has(task.id));
      return missing.map((task) => ({
        rule: name,
        severity: 'warning',
        path: ['questions'],
        message: `No question covers task ${task.id} of ${blueprint.code} (${task.title}).`,
        hint: `Write one tagged ${examKey(blueprint.code)}: "${task.id}".`,
      }));
    });
  },
};
