import { calculate } from '../calculators/calculate.ts';
import type { Answer, Calculator, CalculatorName, Step } from '../calculators/calculator.ts';
import type { Form } from '../question.ts';
import { type CalcCard, drawInputs, fillPlaces, type InputValue } from './calc-inputs.ts';
import type { DrawCalc } from './kind.ts';

/** The calculators that are loaded. */
export type Calculators = Readonly<Partial<Record<CalculatorName, Calculator>>>;

/** Makes questions of calc cards, as far as their calculators are loaded. */
export function drawCalcWith(calculators: Calculators): DrawCalc {
  return (card, random) => {
    const calculator = calculators[card.calculator];
    if (calculator === undefined) return undefined;
    const values = drawInputs(card, random);
    const computed = compute(card, values, calculator);
    // Lint holds this for every corner of the ranges; a learner's own deck may not have been linted.
    if ('problem' in computed) return undefined;
    return {
      prompt: fillPlaces(card.front, (name) => values.get(name)?.shown),
      form: formOf(computed.answer),
      why: whyOf(computed.steps, card.why),
    };
  };
}

/** What the calculator says of one set of values. */
export type Computed =
  | { readonly answer: Answer; readonly steps: readonly Step[]; readonly sources: readonly string[] }
  | { readonly problem: string };

export function compute(
  card: CalcCard,
  values: ReadonlyMap<string, InputValue>,
  calculator: Calculator,
): Computed {
  const raw: Record<string, string> = card.task === undefined ? {} : { task: card.task };
  // A switch that is off is one that is not given.
  for (const [name, { given }] of values) if (given !== 'false') raw[name] = given;
  const done = calculate(calculator, raw);
  if (!done.ok) return { problem: done.problems.map(({ message, hint }) => `${message} ${hint}`).join(' ') };
  const { answers, steps, sources } = done.result;
  const answer = answers.find((each) => each.name === card.ask);
  if (answer === undefined)
    return {
      problem: `there is no answer "${card.ask}", only ${answers.map((each) => each.name).join(', ')}`,
    };
  if (typeof answer.value === 'object')
    return { problem: `the answer "${card.ask}" is a list, which nobody types` };
  return { answer, steps, sources };
}

/** Money to the cent, other fractions to half of the second place; whole numbers exactly. */
const toleranceOf = (value: number): number => (Number.isInteger(value) ? 0 : 0.0051);

function formOf({ value, unit, text }: Answer): Form {
  if (typeof value === 'boolean')
    return { form: 'text', accept: value ? ['yes', 'y', 'true'] : ['no', 'n', 'false'] };
  // A prefix length is written with its slash or without.
  if (typeof value === 'number' && text === `/${value}`)
    return { form: 'text', accept: [text, String(value)] };
  if (typeof value === 'number')
    return {
      form: 'text',
      accept: [],
      number: { value, tolerance: toleranceOf(value), ...(unit === '' ? {} : { unit }) },
    };
  return { form: 'text', accept: [String(value)], ...(/[./:]/.test(String(value)) ? { exact: true } : {}) };
}

/** The working as a list, before what the card itself says. */
function whyOf(steps: readonly Step[], why: string | undefined): string {
  const lines = steps.map(({ label, expression, value }) =>
    expression === value ? `- ${label}: \`${value}\`` : `- ${label}: \`${expression} = ${value}\``,
  );
  return ['Worked out:', lines.join('\n'), why ?? ''].filter((part) => part !== '').join('\n\n');
}
