import type { InputProblem, InputSpec, SizeGroup } from './calculator.ts';
import { formatBytes, formatDuration, formatNumber } from './format.ts';
import {
  BYTES,
  looksDecimal,
  type Parsed,
  parseCount,
  parseDuration,
  parseMoney,
  parseRate,
  parseSize,
  parseThroughput,
} from './quantity.ts';

/** Something that was understood though it was not written: a unit, a default, what KB means. */
export interface Assumption {
  readonly input: string;
  readonly why: 'default' | 'unit' | 'powers of two';
  /** The unit or the value that was taken. */
  readonly taken: string;
  /** The same as a sentence without a full stop. */
  readonly text: string;
}

export type ReadInput =
  | { readonly ok: true; readonly value: unknown; readonly assumed?: Assumption }
  | { readonly ok: false; readonly problem: InputProblem };

const EXPECTED: Readonly<Record<InputSpec['kind'], string>> = {
  size: 'a size with its unit',
  sizes: 'one or more sizes with their units',
  rate: 'a rate per second, minute, hour or day',
  throughput: 'an amount of data per second',
  duration: 'a time with its unit',
  count: 'a number',
  money: 'an amount in USD',
  choice: 'one of a few words',
  switch: 'yes or no',
  cidr: 'an address block in CIDR form',
  cidrs: 'address blocks in CIDR form, separated by commas',
  text: 'some text',
  'json-file': 'a file with JSON in it',
};

/** What an input wants, for help and for messages: "a size with its unit, for example 6KB". */
export function expectation(spec: InputSpec): string {
  const wanted = spec.kind === 'choice' ? `one of ${spec.choices.join(', ')}` : EXPECTED[spec.kind];
  return `${wanted}, for example ${spec.example}`;
}

/** Reads the text of one input. Used for flags and for answers to prompts alike. */
export function readInput(name: string, spec: InputSpec, text: string): ReadInput {
  const parsed = parse(spec, text.trim());
  if (!parsed.ok) {
    return {
      ok: false,
      problem: {
        input: name,
        message: `--${name}: "${shorten(text)}" ${parsed.reason}.`,
        hint: `Give ${expectation(spec)}.`,
      },
    };
  }
  const assumed = assumption(name, spec, text.trim(), parsed.assumed);
  return assumed === undefined
    ? { ok: true, value: parsed.value }
    : { ok: true, value: parsed.value, assumed };
}

function assumption(
  input: string,
  spec: InputSpec,
  text: string,
  unit: string | undefined,
): Assumption | undefined {
  if (unit !== undefined) {
    const part = spec.kind === 'sizes' ? countedSize(text).size : text;
    const number = part.replace(/\s*[a-z]$/i, '');
    const taken = clearUnit(spec, unit);
    const said = text.replace(part, taken.startsWith('/') ? `${number}${taken}` : `${number} ${taken}`);
    const lack = /[a-z]/i.test(part) ? 'has half a unit' : 'has no unit';
    return { input, why: 'unit', taken, text: `--${input} ${text} ${lack} and is taken as ${said}` };
  }
  if (!isData(spec) || !looksDecimal(text)) return undefined;
  const name = /([kmgt])(?:b|\w+bytes?)/i.exec(text.replace(/[\d.,\s]+/g, ''))?.[1]?.toUpperCase() ?? 'K';
  return { input, why: 'powers of two', taken: `${name}iB`, text: powersOfTwo(`${name}B`) };
}

/**
 * A unit as the results name it: a volume of 100 is 100 GiB, and 130 are 130 MiB/s. KB alone stays what it is in
 * DynamoDB, and the MB of a function's memory.
 */
function clearUnit(spec: InputSpec, unit: string): string {
  const isKnownInMegabytes = spec.kind === 'size' && spec.bare === 'MB';
  return isData(spec) ? unit.replace(isKnownInMegabytes ? /^([GT])B/ : /^([MGT])B/, '$1iB') : unit;
}

const isData = ({ kind }: InputSpec) => kind === 'size' || kind === 'sizes' || kind === 'throughput';

/** "KB is read as KiB, 1,024 bytes, as AWS counts" */
function powersOfTwo(unit: string): string {
  const bytes = formatNumber(BYTES[unit as keyof typeof BYTES]);
  return `${unit} is read as ${unit[0]}iB (${bytes} bytes), as AWS counts`;
}

function parse(spec: InputSpec, text: string): Parsed<unknown> {
  switch (spec.kind) {
    case 'size':
      return within(parseSize(text, spec.bare), spec, sizeIn(spec.bare));
    case 'sizes':
      return parseSizes(text, spec);
    case 'rate':
      return parseRate(text, spec.bare);
    case 'throughput':
      return parseThroughput(text, spec.bare);
    case 'duration':
      return within(parseDuration(text, spec.bare), spec, formatDuration);
    case 'count':
      return whole(
        within(
          parseCount(spec.slash === true ? text.replace(/^\//, '') : text, spec.noun),
          spec,
          formatNumber,
        ),
        spec.fraction === true,
      );
    case 'money':
      return parseMoney(text);
    case 'choice':
      return parseChoice(text, spec.choices);
    case 'switch':
      return parseSwitch(text);
    case 'cidrs':
      return { ok: true, value: text.split(/[,\s]+/).filter((part) => part !== '') };
    case 'cidr':
    case 'text':
    case 'json-file':
      return text === '' ? { ok: false, reason: 'is empty' } : { ok: true, value: text };
  }
}

/** Limits are said in the unit that the input is known by: a function has 10,240 MB, not 10 GiB. */
function sizeIn(unit: keyof typeof BYTES | undefined): (bytes: number) => string {
  return unit === 'MB' ? (bytes) => `${formatNumber(bytes / BYTES.MB)} MB` : formatBytes;
}

function within(
  parsed: Parsed<number>,
  limits: { readonly min?: number; readonly max?: number },
  format: (value: number) => string,
): Parsed<number> {
  if (!parsed.ok) return parsed;
  const { min, max } = limits;
  if (min !== undefined && parsed.value < min)
    return { ok: false, reason: `is below the minimum of ${format(min)}` };
  if (max !== undefined && parsed.value > max)
    return { ok: false, reason: `is above the maximum of ${format(max)}` };
  return parsed;
}

function whole(parsed: Parsed<number>, fraction: boolean): Parsed<number> {
  if (!parsed.ok || fraction || Number.isInteger(parsed.value)) return parsed;
  return { ok: false, reason: 'is not a whole number' };
}

/** Sizes stand apart by plus, semicolon or comma; a comma between a digit and three more is one of 1,025B. */
const BETWEEN_SIZES = /\s*(?:\+|;|(?<!\d),|,(?!\d{3}(?!\d)))\s*/;

/** `100x1KB` and `1KB x 100` taken apart. */
function countedSize(part: string): { readonly size: string; readonly count: string } {
  const [, before, sizeAfter] = /^(\d[\d,_]*)\s*[x×*]\s*([\d.].*)$/i.exec(part) ?? [];
  const [, sizeBefore, after] = /^(.*[a-z])\s*[x×*]\s*(\d[\d,_]*)$/i.exec(part) ?? [];
  return { size: (sizeAfter ?? sizeBefore ?? part).trim(), count: before ?? after ?? '1' };
}

/** `1.5KB,6.5KB` · `1.5KB + 500B` · `100x1KB` · `1KB x 100`. */
function parseSizes(
  text: string,
  spec: InputSpec & { readonly kind: 'sizes' },
): Parsed<readonly SizeGroup[]> {
  const groups: SizeGroup[] = [];
  const parts = text.split(BETWEEN_SIZES);
  let assumed: string | undefined;
  for (const part of parts) {
    const counted = countedSize(part);
    const count = whole(parseCount(counted.count), false);
    const size = parseSize(counted.size, spec.bare);
    if (!count.ok) return count;
    if (!size.ok) return size;
    const checked = within(size, spec, formatBytes);
    if (!checked.ok) return checked;
    if (count.value < 1) return { ok: false, reason: 'has a count of 0' };
    if (size.assumed !== undefined) assumed = size.assumed;
    groups.push({ bytes: size.value, count: count.value });
  }
  if (assumed === undefined) return { ok: true, value: groups };
  // 1,5 KB is 1.5 KB to some and two sizes to others: a wrong guess would be off by a thousand.
  return parts.length > 1
    ? { ok: false, reason: 'has a part without a unit (two sizes are 1KB,5KB; the decimal sign is a point)' }
    : { ok: true, value: groups, assumed };
}

function parseChoice(text: string, choices: readonly string[]): Parsed<string> {
  // "strongly consistent reads" are strong.
  const wanted = plain(text).replace(
    /(?<=strong|eventual|transactional)(?:ly)?(?:consistent)?(?:reads?)?$/,
    '',
  );
  const begun = choices.filter((choice) => plain(choice).startsWith(wanted));
  // "put" is PutItem, since nothing else begins so; "batch" could be two things and is refused.
  const only = wanted !== '' && begun.length === 1 ? begun[0] : undefined;
  const found = choices.find((choice) => plain(choice) === wanted) ?? only;
  return found === undefined ? { ok: false, reason: 'is none of the choices' } : { ok: true, value: found };
}

function plain(word: string): string {
  return word.toLowerCase().replace(/[\s_-]/g, '');
}

function parseSwitch(text: string): Parsed<boolean> {
  if (/^(true|yes|y|on|1|)$/i.test(text)) return { ok: true, value: true };
  if (/^(false|no|n|off|0)$/i.test(text)) return { ok: true, value: false };
  return { ok: false, reason: 'is neither yes nor no' };
}

function shorten(text: string): string {
  return text.length > 40 ? `${text.slice(0, 37)}...` : text;
}
