import { calculate, type RawInputs } from '../domain/calculators/calculate.ts';
import type { Calculator } from '../domain/calculators/calculator.ts';
import { type CalculatorEntry, calculatorNames, calculators } from '../domain/calculators/index.ts';
import { badValues, readFlags } from '../domain/calculators/read-flags.ts';
import { nearest } from '../domain/nearest.ts';
import { type ExitCode, exitCodes, UserError } from '../errors.ts';
import type { Terminal } from '../ports.ts';
import { readFiles } from './calc-files.ts';
import { askForGaps, hasGaps, isBare, nothingGiven } from './calc-gaps.ts';
import { calculationDocument, calculatorDocument } from './calc-json.ts';
import { refuse } from './calc-refuse.ts';
import type { Request, Run } from './command.ts';

/** Flags that the command takes besides the calculator's inputs; the last ones never come this far. */
const ownFlags = ['check', 'help'];
const everywhere = ['json', 'plain', 'no-color', 'home'];

const isHelp = (word: string) => word === '--help' || word === '-h';

/** Computes what exams ask for and shows how. Inputs are flags; what is missing is asked for in a terminal. */
export const run: Run = async (request) => {
  const { args, json, world } = request;
  const help = args.some(isHelp);
  const [name, ...words] = args.filter((word) => !isHelp(word));
  if (name === undefined) return list(request);
  const loading = entryOf(name).load();
  if (!json && !help) void import('../terminal/views/calc-result.ts');
  const { calculator } = await loading;
  if (help) {
    if (json) world.terminal.print(JSON.stringify(calculatorDocument(calculator)));
    else
      world.terminal.print(
        (await import('../terminal/views/calc-help.ts')).calcHelpView(pageOf(world.terminal), calculator),
      );
    return undefined;
  }
  const check = words.includes('--check');
  const flags = readFlags(
    calculator,
    words.filter((word) => word !== '--check'),
    [...ownFlags, ...everywhere],
  );
  if (flags.problems.length > 0)
    return refuse(request, calculator, flags.raw, [...flags.problems, ...badValues(calculator, flags)]);
  return answer(request, calculator, flags.raw, check);
};

/** @throws UserError where there is no such calculator. */
function entryOf(name: string): CalculatorEntry {
  if (Object.hasOwn(calculators, name)) return calculators[name as keyof typeof calculators];
  if (name.startsWith('-'))
    throw new UserError(
      `"${name}" stands where the name of a calculator should be.`,
      `Name one first, such as "aws-study calc ${calculators.cidr.example}".`,
    );
  const near = nearest(name, calculatorNames);
  throw new UserError(
    `there is no calculator "${name}".`,
    near === undefined
      ? `There is: ${calculatorNames.join(', ')}.`
      : `Did you mean "aws-study calc ${near}"?`,
  );
}

async function list(request: Request): Promise<undefined> {
  const entries = calculatorNames.map((name) => [name, calculators[name]] as const);
  const { terminal } = request.world;
  if (request.json) {
    const rows = entries.map(([name, { summary, example }]) => ({
      name,
      summary,
      example: `calc ${example}`,
    }));
    terminal.print(JSON.stringify(rows));
  } else {
    const { calcListView } = await import('../terminal/views/calc-help.ts');
    terminal.print(calcListView(pageOf(terminal), entries));
  }
  return undefined;
}

async function answer(
  request: Request,
  calculator: Calculator,
  given: RawInputs,
  check: boolean,
): Promise<ExitCode | undefined> {
  const { world, json } = request;
  const { terminal } = world;
  let raw = given;
  if (hasGaps(calculator, given)) {
    if (!json && terminal.interactive) raw = await askForGaps(request, calculator, given);
    else if (given.task === undefined && isBare(given))
      return refuse(request, calculator, given, [nothingGiven(calculator)]);
  }
  const files = await readFiles(request, calculator, raw);
  const done = files.problems.length > 0 ? files : calculate(calculator, files.raw);
  if ('problems' in done) return refuse(request, calculator, raw, done.problems);
  const named = { ...done, inputs: done.inputs.map((one) => ({ ...one, text: raw[one.name] ?? one.text })) };
  if (json) {
    terminal.print(JSON.stringify(calculationDocument(calculator, named)));
  } else {
    const { calcResultView } = await import('../terminal/views/calc-result.ts');
    terminal.print(calcResultView(pageOf(terminal), named));
  }
  const isWrong = done.result.findings.some((finding) => finding.level === 'error');
  return check && isWrong ? exitCodes.problemsFound : undefined;
}

const pageOf = ({ colors, unicode, size }: Terminal) => ({ colors, unicode, columns: size().columns });
