import {
  chooseTask,
  missingInputs,
  openInputs,
  type RawInputs,
  usualInputs,
} from '../domain/calculators/calculate.ts';
import type { Calculator, InputProblem, Task } from '../domain/calculators/calculator.ts';
import { readInput } from '../domain/calculators/read-input.ts';
import { fileTrouble } from './calc-files.ts';
import type { Request } from './command.ts';

export const isBare = (given: RawInputs) => Object.keys(given).every((name) => name === 'task');

/** Whether there is something to ask for: not where something is wrong already, which is reported first, all of it. */
export function hasGaps(calculator: Calculator, given: RawInputs): boolean {
  const task = chooseTask(calculator, given);
  if (!('compute' in task)) return false;
  const wrong = Object.entries(task.inputs).some(([name, spec]) => {
    const text = given[name];
    return text !== undefined && !readInput(name, spec, text).ok;
  });
  return !wrong && (isBare(given) || missingInputs(task, given).length > 0);
}

export function nothingGiven({ name, tasks }: Calculator): InputProblem {
  const needed = missingInputs(tasks[0] as Task, {});
  const flags = needed.map((each) => `--${each}`).join(', ');
  return {
    input: needed[0] ?? '',
    message: `calc ${name} needs inputs, and none was given.`,
    hint: needed.length === 0 ? 'Give at least one.' : `Give at least ${flags}.`,
  };
}

/**
 * Asks for what is missing. Who gave nothing is asked for what decides the most besides, and, where the task needs
 * nothing in particular, for everything.
 */
export async function askForGaps(
  { world }: Request,
  calculator: Calculator,
  given: RawInputs,
): Promise<RawInputs> {
  const { askInputs, askTask } = await import('../terminal/ask-inputs.ts');
  const asking = { terminal: world.terminal, fileTrouble: (path: string) => fileTrouble(world, path) };
  const chosen = chooseTask(calculator, given);
  const open = Object.keys(given).length === 0 && calculator.tasks.length > 1;
  const task = open || !('compute' in chosen) ? await askTask(asking, calculator) : chosen;
  const named = { ...given, task: task.name };
  const all = missingInputs(task, named).length === 0 ? openInputs : usualInputs;
  return askInputs(asking, task, named, isBare(given) ? all : missingInputs);
}
