import { allInputs, chooseTask, meaningfulInputs, type RawInputs } from '../domain/calculators/calculate.ts';
import type { Calculator, Example, InputProblem, Task } from '../domain/calculators/calculator.ts';
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
  const inputs =
    isBare(raw) && raw.task === undefined
      ? allInputs(calculator).map(({ name }) => name)
      : task === undefined
        ? []
        : meaningfulInputs(task, raw);
  const flags = [...inputs.map((name) => `--${name}`), ...(calculator.tasks.length > 1 ? ['--task'] : [])];
  const near = task === undefined ? undefined : nearestExample(task, raw);
  const example = near === undefined ? undefined : `aws-study ${commandLine(calculator.name, near.inputs)}`;
  if (json)
    terminal.print(JSON.stringify({ ok: false, calculator: calculator.name, problems, flags, example }));
  for (const { message, hint } of problems) {
    terminal.complain(`error: ${harmless(message)}`);
    terminal.complain(`hint: ${harmless(hint)}`);
  }
  terminal.complain(`flags: ${flags.join(' ')}`);
  if (example !== undefined) terminal.complain(`example: ${example}`);
  return exitCodes.userMustAct;
}

/** The example that shares most with what was given: for a BatchGetItem one of a BatchGetItem. */
function nearestExample({ examples }: Task, raw: RawInputs): Example | undefined {
  const shared = ({ inputs }: Example) =>
    Object.entries(inputs).reduce(
      (sum, [name, text]) => sum + (raw[name] === undefined ? 0 : raw[name] === text ? 2 : 1),
      0,
    );
  return [...examples].sort((a, b) => shared(b) - shared(a))[0];
}
