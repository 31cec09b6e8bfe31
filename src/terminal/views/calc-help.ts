import type { Calculator, InputSpec, Task } from '../../domain/calculators/calculator.ts';
import { commandLine } from '../../domain/calculators/command-line.ts';
import type { CalculatorEntry } from '../../domain/calculators/index.ts';
import { expectation } from '../../domain/calculators/read-input.ts';
import { plainSignsOf } from '../plain-signs.ts';
import { makeTheme, type Theme } from '../theme.ts';
import { padTo, wrapLines } from '../wrap.ts';
import type { Page } from './calc-result.ts';

/** Examples of a task that help shows. */
const examplesShown = 3;

const widthFor = (columns: number) => Math.min(columns, 100) - 2;

/** `calc` alone: every calculator with an example that can be copied. */
export function calcListView(
  page: Page,
  calculators: readonly (readonly [string, CalculatorEntry])[],
): string {
  const theme = makeTheme(page);
  const width = widthFor(page.columns);
  const rows = calculators.flatMap(([name, { summary, example }]) => [
    ...wrapLines(`${theme.strong(theme.accent(name))}  ${summary}`, width),
    ...wrapLines(`  $ aws-study calc ${example}`, width).map((line) => theme.dim(line)),
  ]);
  const foot = [
    'Every input is a flag; units as people write them: 6KB, 1.5MiB, 200/s, 12000/min, 30s, 4d.',
    'In a terminal what is missing is asked for. With --json: inputs, outputs with units, steps.',
    '"aws-study calc <name> --help" lists the inputs; "aws-study drill" practises the same numbers.',
  ];
  return [...rows, '', ...foot.flatMap((line) => wrapLines(line, width))].join('\n');
}

/** `calc <name> --help`: tasks, inputs with what they take, examples. */
export function calcHelpView(page: Page, calculator: Calculator): string {
  const theme = makeTheme(page);
  const width = widthFor(page.columns);
  const { name, title, tasks } = calculator;
  const lines = [
    theme.strong(title),
    '',
    ...wrapLines(
      `Usage: aws-study calc ${name} ${tasks.length > 1 ? '[--task <task>] ' : ''}[inputs] [--check] [--json] [--plain]`,
      width,
    ),
  ];
  if (tasks.length > 1)
    lines.push(
      '',
      ...wrapLines(
        'The task need not be named: the first one that takes all the inputs given is meant.',
        width,
      ),
    );
  for (const task of tasks) lines.push('', ...taskLines(theme, calculator, task, width, page.unicode));
  return lines.join('\n');
}

function taskLines(
  theme: Theme,
  { name, tasks }: Calculator,
  task: Task,
  width: number,
  unicode: boolean,
): string[] {
  const title = tasks.length > 1 ? `${theme.strong(theme.accent(task.name))}: ${task.summary}` : task.summary;
  return [
    ...wrapLines(title, width),
    ...Object.entries(task.inputs).flatMap(([flag, spec]) => inputLines(theme, flag, spec, width, unicode)),
    ...task.examples
      .slice(0, examplesShown)
      .flatMap((example) =>
        wrapLines(`  $ aws-study ${commandLine(name, example.inputs)}`, width).map((line) => theme.dim(line)),
      ),
  ];
}

const flagColumn = 20;

function inputLines(theme: Theme, flag: string, spec: InputSpec, width: number, unicode: boolean): string[] {
  const text = [
    spec.help,
    spec.kind === 'switch' ? 'A flag without a value.' : `Give ${expectation(spec)}.`,
    ...(spec.when === undefined
      ? []
      : [
          `Only with --${spec.when.input} ${spec.when.is.slice(0, 4).join(', ')}${spec.when.is.length > 4 ? ', …' : ''}.`,
        ]),
    ...(spec.required === true ? [needed(spec)] : []),
    ...(spec.default === undefined ? [] : [`Default: ${spec.default}.`]),
  ].join(' ');
  const facts = unicode ? text : plainSignsOf(text);
  const name = `--${flag}`;
  if (width < 70)
    return [`  ${theme.strong(name)}`, ...wrapLines(facts, width - 4).map((line) => `    ${line}`)];
  return wrapLines(facts, width - flagColumn - 3).map(
    (line, index) => `  ${theme.strong(padTo(index === 0 ? name : '', flagColumn))} ${line}`,
  );
}

const needed = ({ unless }: InputSpec): string =>
  unless === undefined ? 'Needed.' : `Needed without ${unless.map((other) => `--${other}`).join(' or ')}.`;
