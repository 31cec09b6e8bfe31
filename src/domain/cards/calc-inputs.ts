import type { Random } from '../chance.ts';
import type { CardOf } from './kind.ts';

export type CalcCard = CardOf<'calc'>;
type InputOf = CalcCard['inputs'][string];

/** One value of an input: `given` for the calculator, `shown` in the question. */
export interface InputValue {
  readonly given: string;
  readonly shown: string;
}

/** `{{size}}` in a front. */
const placePattern = /\{\{\s*([a-z0-9-]+)\s*\}\}/g;

export const placesOf = (front: string): string[] => [
  ...new Set([...front.matchAll(placePattern)].map((place) => place[1] ?? '')),
];

export const fillPlaces = (front: string, show: (name: string) => string | undefined): string =>
  front.replace(placePattern, (whole, name: string) => show(name) ?? whole);

/** Whether an input has another value at each showing, so that the question must name it. */
export const isDrawn = (input: InputOf): input is Extract<InputOf, object> => typeof input === 'object';

/** How many values an input can have. */
export function valueCount(input: InputOf): number {
  if (!isDrawn(input)) return 1;
  if ('choices' in input) return input.choices.length;
  // A step that does not divide the range evenly ends before it; dust of binary division does not count.
  return Math.floor((input.to - input.from) / input.step + 1e-9) + 1;
}

/** The value at a place from 0. */
export function valueAt(input: InputOf, place: number): InputValue {
  if (!isDrawn(input)) return fixed(input);
  if ('choices' in input) {
    const choice = input.choices[place] ?? input.choices[0] ?? '';
    return typeof choice === 'number' ? measured(choice, input.unit) : withUnit(choice, input.unit);
  }
  const decimals = Math.max(decimalsOf(input.from), decimalsOf(input.step));
  return measured(Number((input.from + place * input.step).toFixed(decimals)), input.unit);
}

export function drawInputs(card: CalcCard, random: Random): ReadonlyMap<string, InputValue> {
  return new Map(
    Object.entries(card.inputs).map(([name, input]) => [
      name,
      valueAt(input, Math.floor(random() * valueCount(input))),
    ]),
  );
}

/** What a place stands for, in words: `1 to 40 KB`. For where no numbers are drawn. */
export function rangeText(input: InputOf): string {
  if (!isDrawn(input)) return fixed(input).shown;
  const last = valueAt(input, valueCount(input) - 1);
  if (!('choices' in input)) return `${formatNumber(input.from)} to ${last.shown}`;
  return input.choices.map((_, place) => valueAt(input, place).shown).join(' or ');
}

const formatNumber = (value: number): string => value.toLocaleString('en-US', { maximumFractionDigits: 6 });

const decimalsOf = (value: number): number => String(value).split('.')[1]?.length ?? 0;

const measured = (value: number, unit: string | undefined): InputValue => ({
  given: `${value}${unit ?? ''}`,
  shown: withUnit(formatNumber(value), unit).shown,
});

function withUnit(text: string, unit: string | undefined): InputValue {
  const gap = unit === undefined || unit.startsWith('/') ? '' : ' ';
  return { given: `${text}${unit ?? ''}`, shown: `${text}${gap}${unit ?? ''}` };
}

const fixed = (value: string | number | boolean): InputValue => ({
  given: String(value),
  shown: typeof value === 'number' ? formatNumber(value) : String(value),
});
