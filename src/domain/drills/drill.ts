import { calculate, type RawInputs } from '../calculators/calculate.ts';
import type { Calculator, CalculatorName, Step } from '../calculators/calculator.ts';
import { formatDuration, formatMoney, formatNumber } from '../calculators/format.ts';
import { BYTES } from '../calculators/quantity.ts';
import type { Random } from '../chance.ts';
import type { DrillId } from './ids.ts';

/** What the answer is, and with it how a typed answer is read. Numbers are in the unit named. */
export type Expected =
  /** `units` are the words that may follow the number, the first one is shown. */
  | { readonly kind: 'number'; readonly value: number; readonly units: readonly string[] }
  | { readonly kind: 'seconds'; readonly value: number }
  | { readonly kind: 'bytes'; readonly value: number; readonly bare: 'B' | 'KB' | 'MB' | 'GB' }
  | { readonly kind: 'usd'; readonly value: number }
  | { readonly kind: 'prefix'; readonly value: number }
  /** An address or block. */
  | { readonly kind: 'block'; readonly value: string }
  | { readonly kind: 'word'; readonly value: string; readonly accepted: readonly string[] };

/** A wrong answer that one misconception leads to, in the unit of the right one. */
export interface Trap {
  readonly value: number | string;
  readonly sentence: string;
}

/** One generated question with everything needed to grade and explain it. */
export interface Drill {
  readonly template: DrillId;
  readonly calculator: CalculatorName;
  readonly question: string;
  readonly expected: Expected;
  /** The right answer as one would write it. */
  readonly answerText: string;
  /** What to give to the calculator for the same result. */
  readonly inputs: Readonly<Record<string, string>>;
  readonly steps: readonly Step[];
  readonly traps: readonly Trap[];
  readonly sources: readonly string[];
}

export interface DrillTemplate {
  /** Stable: results are scheduled under it. */
  readonly id: DrillId;
  readonly calculator: CalculatorName;
  readonly title: string;
  /** `random` gives numbers in [0, 1); the same numbers make the same drill. */
  readonly generate: (random: Random) => Drill;
}

/** What a template draws: the words, the inputs of the calculator, and which of its answers is asked for. */
export interface Draft {
  readonly question: string;
  readonly inputs: Readonly<Record<string, string>>;
  readonly answer: string;
  /** Makes the expectation from the value the calculator gave. */
  readonly expect: (value: number | string | boolean) => Expected;
  readonly traps?: readonly Trap[];
}

/** A template whose answer and working come from the calculator, never from the template itself. */
export function defineDrill(
  calculator: Calculator,
  id: DrillId,
  title: string,
  draw: (random: Random) => Draft,
): DrillTemplate {
  return {
    id,
    calculator: calculator.name,
    title,
    generate(random) {
      const draft = draw(random);
      const done = calculate(calculator, draft.inputs satisfies RawInputs);
      if (!done.ok) throw new Error(`${id}: ${done.problems.map((problem) => problem.message).join(' ')}`);
      const found = done.result.answers.find((each) => each.name === draft.answer);
      if (found === undefined || typeof found.value === 'object')
        throw new Error(`${id}: no answer ${draft.answer}`);
      const expected = draft.expect(found.value);
      return {
        template: id,
        calculator: calculator.name,
        question: draft.question,
        expected,
        answerText: expectedText(expected),
        inputs: draft.inputs,
        steps: done.result.steps,
        traps: realTraps(draft.traps ?? [], expected),
        sources: done.result.sources,
      };
    },
  };
}

export function expectedText(expected: Expected): string {
  switch (expected.kind) {
    case 'number':
      return [formatNumber(expected.value), expected.units[0] ?? ''].join(' ').trim().replace(' /', '/');
    case 'seconds':
      return expected.value < 60 ? formatDuration(expected.value) : `${formatNumber(expected.value, 3)} s`;
    case 'bytes':
      return `${formatNumber(expected.value / BYTES[expected.bare], 2)} ${expected.bare.replace(/^([MG])B$/, '$1iB')}`;
    case 'usd':
      return formatMoney(expected.value);
    case 'prefix':
      return `/${expected.value}`;
    case 'block':
    case 'word':
      return expected.value;
  }
}

/** A trap that gives the right number, or that of another trap, teaches nothing. */
function realTraps(traps: readonly Trap[], expected: Expected): readonly Trap[] {
  const seen = new Set<number | string>([expected.value]);
  return traps.filter((trap) => {
    if (seen.has(trap.value) || (typeof trap.value === 'number' && !Number.isFinite(trap.value)))
      return false;
    seen.add(trap.value);
    return true;
  });
}

/** A number with one of these unit words. */
export function number(...units: readonly string[]): (value: number | string | boolean) => Expected {
  return (value) => ({ kind: 'number', value: Number(value), units });
}

export const RCU_WORDS = [
  'RCU',
  'RCUs',
  'RRU',
  'read capacity units',
  'read units',
  'capacity units',
  'units',
  'unit',
] as const;
export const WCU_WORDS = [
  'WCU',
  'WCUs',
  'WRU',
  'write capacity units',
  'write units',
  'capacity units',
  'units',
  'unit',
] as const;

export function pick<T>(random: Random, list: readonly [T, ...T[]]): T {
  return list[Math.floor(random() * list.length)] ?? list[0];
}

/** A whole number from `low` to `high`, both included. */
export function whole(random: Random, low: number, high: number): number {
  return low + Math.floor(random() * (high - low + 1));
}
