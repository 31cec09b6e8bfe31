import { allCalculators } from '../../../domain/calculators/all.ts';
import { allInputs } from '../../../domain/calculators/calculate.ts';
import type { Calculator } from '../../../domain/calculators/calculator.ts';
import {
  type CalcCard,
  type InputValue,
  isDrawn,
  placesOf,
  valueAt,
  valueCount,
} from '../../../domain/cards/calc-inputs.ts';
import { compute } from '../../../domain/cards/draw-calc.ts';
import { nearest } from '../../../domain/nearest.ts';
import { eachCard } from './card-rule.ts';

/** More combinations of extremes than this are not tried: a card with so many inputs asks too much anyway. */
const mostCorners = 512;

export const calcNumbers = eachCard(
  'calc-numbers',
  'error',
  'A calc card computes for all of its numbers, and its question names those that change.',
  (card, say) => {
    if (card.kind !== 'calc') return;
    const calculator = allCalculators[card.calculator];
    const task = calculator.tasks.find((each) => each.name === card.task);
    if (card.task !== undefined && task === undefined) {
      const known = calculator.tasks.map((each) => each.name);
      say(['task'], `${card.calculator} has no task "${card.task}"`, `Use one of ${known.join(', ')}.`);
      return;
    }
    const strange = strangers(card, calculator);
    for (const { name, hint } of strange)
      say(['inputs', name], `${card.calculator} has no input "${name}"`, hint);
    const places = placesOf(card.front);
    for (const place of places) {
      if (!Object.hasOwn(card.inputs, place))
        say(['front'], `{{${place}}} is no input of the card`, 'Add it to inputs, or correct the place.');
    }
    for (const [name, input] of Object.entries(card.inputs)) {
      if (isDrawn(input) && valueCount(input) > 1 && !places.includes(name))
        say(
          ['inputs', name],
          `"${name}" changes, but the question does not name it`,
          `Put {{${name}}} into front.`,
        );
    }
    if (strange.length > 0) return;
    const trouble = firstTrouble(card, calculator);
    if (trouble !== undefined)
      say(
        ['inputs'],
        `with ${trouble.values}: ${trouble.problem}`,
        'Change the ranges, or ask for another answer.',
      );
  },
);

function strangers(card: CalcCard, calculator: Calculator): { name: string; hint: string }[] {
  const known = allInputs(calculator)
    .filter(({ tasks }) => card.task === undefined || tasks.includes(card.task))
    .map(({ name }) => name);
  return Object.keys(card.inputs)
    .filter((name) => !known.includes(name))
    .map((name) => {
      const near = nearest(name, known);
      return { name, hint: near === undefined ? `It has ${known.join(', ')}.` : `Did you mean "${near}"?` };
    });
}

/** Tries the ends of all ranges and all choices with each other. */
function firstTrouble(
  card: CalcCard,
  calculator: Calculator,
): { readonly values: string; readonly problem: string } | undefined {
  for (const values of corners(card)) {
    const computed = compute(card, values, calculator);
    if (!('problem' in computed)) continue;
    const named = [...values].map(([name, { given }]) => `${name} ${given}`).join(', ');
    return { values: named, problem: computed.problem };
  }
  return undefined;
}

function corners(card: CalcCard): readonly ReadonlyMap<string, InputValue>[] {
  let found: ReadonlyMap<string, InputValue>[] = [new Map()];
  for (const [name, input] of Object.entries(card.inputs)) {
    const count = valueCount(input);
    const every = isDrawn(input) && 'choices' in input;
    const places = every ? Array.from({ length: count }, (_, place) => place) : [...new Set([0, count - 1])];
    found = found
      .flatMap((values) => places.map((place) => new Map([...values, [name, valueAt(input, place)]])))
      .slice(0, mostCorners);
  }
  return found;
}
