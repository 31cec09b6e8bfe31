import type { Blueprint } from '../../../domain/exam/blueprint.ts';
import { examKey } from '../../../domain/exam/exam-code.ts';
import { eachQuestion } from './question-rule.ts';

export const questionTask = eachQuestion(
  'question-task',
  'error',
  'Every task tag names a task of a known exam, all of one family.',
  ({ tasks }, say, { blueprints }) => {
    const families = new Set<string>();
    for (const [key, taskId] of Object.entries(tasks)) {
      const blueprint = blueprints.find((one) => examKey(one.code) === key);
      if (blueprint === undefined) {
        const known = blueprints.map((one) => examKey(one.code)).join(', ');
        say(['tasks', key], `There is no exam "${key}".`, `Use one of ${known}.`);
        continue;
      }
      families.add(blueprint.family);
      if (!taskIds(blueprint).includes(taskId)) {
        say(
          ['tasks', key],
          `${blueprint.code} has no task "${taskId}".`,
          `Use one of ${taskIds(blueprint).join(', ')}.`,
        );
      }
    }
    if (families.size > 1) {
      say(
        ['tasks'],
        `The question belongs to several families: ${[...families].join(', ')}.`,
        'Keep one family.',
      );
    }
  },
);

function taskIds(blueprint: Blueprint): string[] {
  return blueprint.domains.flatMap((domain) => domain.tasks.map((task) => task.id));
}
