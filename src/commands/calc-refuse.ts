import { allInputs, chooseTask, type RawInputs } from '../domain/calculators/calculate.ts';
import type { Calculator, InputProblem } from '../domain/calculators/calculator.ts';
import { commandLine } from '../domain/calculators/command-line.ts';
import { type ExitCode, exitCodes } from '../errors.ts';
import { isBare } from './calc-gaps.ts';
import type { Request } from './command.ts';

/** What was typed, or stands in a file, is said again: no control character of it reaches the terminal. */
const harmless = (text: string) => text.replace(/[\u0000-\u001F\u007F-\u009F]+/g, ' ');

/** All problems at once, then what the calculator takes and an example that works. */
export function refuse(
  { world: { terminal }, json }: Request,
  calculator: Calculator,
  raw: RawInputs,
  problems: readonly InputProblem[],
): ExitCode {
  const chosen = chooseTask(calculator, raw);
  const task = 'compute' in chosen ? chosen : calculator.tasks[0];
  if (json) terminal.print(JSON.stringify({ ok: false, calculator: calculator.name, problems }));
  for (const { message, hint } of problems) {
    terminal.complain(`error: ${harmless(message)}`);
    terminal.complain(`hint: ${harmless(hint)}`);
  }
  const inputs =
    isBare(raw) && raw.task === undefined
      ? allInputs(calculator).map(({ name }) => name)
      : Object.keys(task?.inputs ?? {});
  const flags = inputs.map((name) => `--${name}`);
  terminal.complain(`flags: ${flags.join(' ')}${calculator.tasks.length > 1 ? ' --task' : ''}`);
  const example = task?.examples[0];
  if (example !== undefined)
    terminal.complain(`example: aws-study ${commandLine(calculator.name, example.inputs)}`);
  return exitCodes.userMustAct;
}
