import { allInputs } from '../domain/calculators/calculate.ts';
import type { Calculator } from '../domain/calculators/calculator.ts';
import { commandLine } from '../domain/calculators/command-line.ts';
import type { Done } from '../terminal/views/calc-result.ts';

/** What `calc <name> --json` prints: inputs as understood, outputs with units, steps and the rest. */
export const calculationDocument = (
  { name }: Calculator,
  { task, inputs, assumed, result: { answers, ...result } }: Done,
) => ({
  ok: true,
  calculator: name,
  task,
  inputs,
  assumed,
  outputs: answers,
  ...result,
  assumptions: assumed.map(({ text }) => text),
});

/** What `calc <name> --help --json` prints. */
export const calculatorDocument = (calculator: Calculator) => ({
  calculator: calculator.name,
  title: calculator.title,
  inputs: allInputs(calculator).map(({ name, spec, tasks }) => ({ flag: `--${name}`, ...spec, tasks })),
  tasks: calculator.tasks.map(({ name, summary, examples }) => ({
    name,
    summary,
    examples: examples.map(({ inputs }) => commandLine(calculator.name, inputs)),
  })),
});
